/** By which a row is sorted; null = nothing to sort by, always last. */
export type SortKey = string | number | null;

export interface SortOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** Reads `name` or `-name`; null for an empty text. */
export function parseSort(text: string): SortOrder | null {
  if (text === '') return null;
  const descending = text.startsWith('-');
  return { column: descending ? text.slice(1) : text, descending };
}

/** The opposite of `parseSort`. */
export function sortText({ column, descending }: SortOrder): string {
  return `${descending ? '-' : ''}${column}`;
}

/** Rows in order of a key; equal rows keep their order, and rows without a key come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  key: (row: Row) => SortKey,
  descending: boolean,
  collator: Intl.Collator,
): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: key(row) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : collator.compare(String(a.key), String(b.key));
    return descending ? -order : order;
  });
  return keyed.map(({ row }) => row);
}

/** A property of rows by which a list can be narrowed. */
export interface Facet<Row> {
  readonly id: string;
  readonly label: string;
  readonly value: (row: Row) => string;
  readonly word: (row: Row) => string;
  /** `marks`: few values, all in sight, several at once; `choice`: one of many. */
  readonly shape: 'marks' | 'choice';
  /** Order of the values; by their words otherwise. */
  readonly order?: readonly string[];
}

/** A value of a facet, with how many rows have it among those that the other facets leave. */
export interface FacetOption {
  readonly value: string;
  readonly word: string;
  readonly count: number;
}

/** Chosen values of each facet; a facet without any lets every row through. */
export type FacetChoice = Readonly<Record<string, readonly string[]>>;

/** The rows that every facet lets through. */
export function filterRows<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  choice: FacetChoice,
): readonly Row[] {
  const active = facets.filter((facet) => (choice[facet.id] ?? []).length > 0);
  if (active.length === 0) return rows;
  return rows.filter((row) =>
    active.every((facet) => choice[facet.id]?.includes(facet.value(row)) ?? true),
  );
}

/** What each facet offers: the values of the rows, and those chosen even when no row has them any more. */
export function facetOptions<Row>(
  rows: readonly Row[],
  facets: readonly Facet<Row>[],
  choice: FacetChoice,
  collator: Intl.Collator,
): ReadonlyMap<string, readonly FacetOption[]> {
  return new Map(
    facets.map((facet) => {
      const others = filterRows(
        rows,
        facets.filter((each) => each !== facet),
        choice,
      );
      const options = countValues(rows, others, facet);
      const { order } = facet;
      options.sort((a, b) =>
        order ? order.indexOf(a.value) - order.indexOf(b.value) : collator.compare(a.word, b.word),
      );
      return [facet.id, options];
    }),
  );
}

function countValues<Row>(
  all: readonly Row[],
  left: readonly Row[],
  facet: Facet<Row>,
): FacetOption[] {
  const words = new Map<string, string>();
  for (const row of all) {
    const value = facet.value(row);
    if (value !== '' && !words.has(value)) words.set(value, facet.word(row));
  }
  const counts = new Map<string, number>();
  for (const row of left) {
    const value = facet.value(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...words].map(([value, word]) => ({ value, word, count: counts.get(value) ?? 0 }));
}

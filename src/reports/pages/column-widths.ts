/** A column's share of the width and the narrowest that its words allow, in points. */
export interface ColumnNeed {
  readonly weight: number;
  readonly minimum: number;
}

/**
 * Widths of columns that together fill `total` points: by weight, but none narrower than its minimum as long as all minimums
 * fit; when they don't, all shrink alike. A weight that isn't a positive number counts as 1. No column gives no width.
 */
export function columnWidths(columns: readonly ColumnNeed[], total: number): readonly number[] {
  const needed = columns.reduce((sum, { minimum }) => sum + minimum, 0);
  if (needed >= total) return columns.map(({ minimum }) => (minimum * total) / needed);
  // Columns that their weight makes too narrow get their minimum; the others share what is left, and may become too narrow
  // in their turn, so it takes at most as many rounds as there are columns.
  const fixed = new Set<ColumnNeed>();
  for (;;) {
    const open = columns.filter((column) => !fixed.has(column));
    const left = total - [...fixed].reduce((sum, { minimum }) => sum + minimum, 0);
    const weights = open.reduce((sum, column) => sum + weightOf(column), 0);
    const share = (column: ColumnNeed): number => (left * weightOf(column)) / weights;
    const narrow = open.filter((column) => share(column) < column.minimum);
    if (narrow.length === 0) {
      return columns.map((column) => (fixed.has(column) ? column.minimum : share(column)));
    }
    for (const column of narrow) fixed.add(column);
  }
}

function weightOf({ weight }: ColumnNeed): number {
  return weight > 0 && Number.isFinite(weight) ? weight : 1;
}

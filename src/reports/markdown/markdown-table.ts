/** A table of Markdown; cells are Markdown already, rows shorter than the head are filled up. Ends without a line break. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: readonly ('left' | 'center' | 'right' | undefined)[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rules = { left: '---', center: ':---:', right: '---:' } as const;
  return [
    line(head),
    line(head.map((_, index) => rules[aligns[index] ?? 'left'])),
    ...rows.map((cells) => line(head.map((_, index) => cells[index] ?? ''))),
  ].join('\n');
}

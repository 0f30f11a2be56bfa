import { expect } from 'vitest';

/** That lines shown in a page stand in what the program printed, in this order; `…` stands for lines left out. */
export function expectShown(shown: string, printed: string): void {
  const lines = printed.split('\n');
  let from = 0;
  let skipping = false;
  for (const line of shown.split('\n')) {
    if (line === '…') {
      skipping = true;
      continue;
    }
    const at = lines.indexOf(line, from);
    expect(at, `«${line}» is not printed from line ${from + 1} on`).toBeGreaterThanOrEqual(from);
    if (!skipping) expect(at, `lines are missing before «${line}»`).toBe(from);
    from = at + 1;
    skipping = false;
  }
}

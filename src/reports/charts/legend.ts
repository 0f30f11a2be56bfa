import { fontSizes, type Mark, textLines } from './marks.js';
import type { Palette } from './palette.js';
import { textWidth } from './text-width.js';
import { wrapText } from './wrap-text.js';

/** One entry of a legend: a sample, drawn into a box of `sampleSize` (or so narrow as it says), and its words. */
export interface LegendEntry {
  readonly label: string;
  readonly sampleWidth?: number;
  readonly sample: (x: number, y: number) => readonly Mark[];
}

export const sampleSize = { width: 22, height: 12 } as const;

const gap = { sample: 6, entry: 18, line: 20 };

/** A legend set in lines from the top left corner, and the height that it takes; 0 without entries. */
export function legend(
  entries: readonly LegendEntry[],
  width: number,
  palette: Palette,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const marks: Mark[] = [];
  let x = 0;
  let y = 0;
  for (const { label, sample, sampleWidth = sampleSize.width } of entries) {
    const start = sampleWidth + gap.sample;
    const size = fontSizes.small;
    const lines = wrapText(label, { width: width - start, size, lines: 1 });
    const needed = start + textWidth(lines[0] ?? '', size);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += gap.line;
    }
    const middle = y + gap.line / 2;
    marks.push(
      ...sample(x, middle - sampleSize.height / 2),
      ...textLines(lines, { x: x + start, y: middle, fill: palette.text, size }),
    );
    x += needed + gap.entry;
  }
  return { marks, height: entries.length === 0 ? 0 : y + gap.line + 8 };
}

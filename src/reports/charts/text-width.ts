/**
 * Advance widths of the printable ASCII letters from the blank on, in thousandths of the font size: Tinos (the metric twin
 * of Times New Roman), read from its `hmtx` table.
 */
const widths = {
  regular: [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611,
    556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722,
    722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500,
    278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
  ],
  bold: [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500,
    500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667,
    611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722,
    722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556,
    278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
  ],
} as const;

/** Of letters that are wider than their base letter, and of signs beyond ASCII. */
const others: ReadonlyMap<string, number> = new Map([
  ['ơ', 554],
  ['Ơ', 778],
  ['ư', 600],
  ['Ư', 796],
  ['đ', 556],
  ['Đ', 722],
  ['–', 500],
  ['“', 500],
  ['”', 500],
  ['‘', 333],
  ['’', 333],
  ['≥', 549],
  ['≤', 549],
  ['−', 570],
  ['×', 570],
  ['·', 333],
]);

/** A sign of another script or a picture is taken as wide as it is high. */
const unknownWidth = 1000;

/**
 * How wide a text stands in Tinos, in the unit of `size`; never less than it really is for Vietnamese and English. A letter
 * with a tone is as wide as the letter without it.
 */
export function textWidth(text: string, size: number, bold = false): number {
  const ascii = bold ? widths.bold : widths.regular;
  let sum = 0;
  for (const letter of withoutTones(text)) {
    sum += others.get(letter) ?? ascii[(letter.codePointAt(0) ?? 0) - 0x20] ?? unknownWidth;
  }
  return (sum * size) / 1000;
}

/** Without the marks that stand above or below; the horn (U+031B) stays with its letter because it makes it wider. */
function withoutTones(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u031A\u031C-\u036F]/g, '')
    .normalize('NFC');
}

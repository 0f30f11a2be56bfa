import { beforeAll, describe, expect, test } from 'vitest';
import { readTinos } from '../../../../src/platform/fonts.js';
import type { ReportFonts } from '../../../../src/reports/format.js';
import { Typeface, typefaces } from '../../../../src/reports/pages/typeface.js';

let fonts: ReportFonts;
let tinos: Typeface;
beforeAll(async () => {
  fonts = await readTinos();
  tinos = new Typeface(fonts.regular);
});

/** What pdfkit gets to encode a text. */
function layout(text: string, wordSpace = 0) {
  const font = Object.assign(tinos.forDocument(), { wordSpace });
  const { glyphs, positions } = (
    font as unknown as {
      layout: (text: string) => {
        glyphs: { codePoints: readonly number[]; advanceWidth: number }[];
        positions: { xAdvance: number }[];
      };
    }
  ).layout(text);
  return {
    copied: glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join(''),
    added: positions.map(({ xAdvance }, index) => xAdvance - (glyphs[index]?.advanceWidth ?? 0)),
  };
}

describe('letters as pdfkit gets them', () => {
  test.each([
    { name: 'Vietnamese', text: 'Đồng Đăng ỆỮẰ', copied: 'Đồng Đăng ỆỮẰ' },
    // The font has one picture for both; whichever came first must not decide what is copied.
    { name: 'a no-break blank', text: '10\u00A0km và', copied: '10 km và' },
    { name: 'what the font lacks', text: '💻', copied: '\uFFFD' },
  ])('what a reader copies: $name', ({ text, copied }) => {
    expect(layout(text).copied).toBe(copied);
  });

  test('only blanks at which a line may be parted grow when it is justified', () => {
    expect(layout('a b\u00A0c', 0.5).added).toEqual([0, 1024, 0, 0, 0]);
  });
});

test('the same bytes are parsed once, other bytes anew', async () => {
  const { bold } = typefaces(fonts);
  expect(typefaces({ ...fonts }).bold === bold).toBe(true);
  expect(typefaces(await readTinos()).bold === bold).toBe(false);
});

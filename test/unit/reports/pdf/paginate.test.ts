import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Page,
  type Piece,
  paginate,
  type Repeat,
} from '../../../../src/reports/pdf/paginate.js';

type Named = Piece<null> & { readonly name: string };

function piece(name: string, height: number, options: Partial<Piece<null>> = {}): Named {
  return { name, height, space: 0, keep: false, repeat: null, draw: () => {}, ...options };
}

function namesOn(pages: readonly Page<null>[]): readonly string[] {
  return pages.map(({ repeat, pieces }) => {
    const names = pieces.map(({ piece: each }) => (each as Named).name).join(' ');
    return repeat ? `head: ${names}` : names;
  });
}

const head: Repeat<null> = { height: 20, draw: () => {} };

describe('pieces come on pages 100 points high', () => {
  test.each([
    { name: 'nothing is one empty page', flow: [], pages: [''] },
    { name: 'what fits exactly', flow: [piece('a', 60), piece('b', 40)], pages: ['a b'] },
    {
      name: 'what does not fit goes to the next page',
      flow: [piece('a', 60), piece('b', 41)],
      pages: ['a', 'b'],
    },
    {
      name: 'room above counts, but not on top of a page',
      flow: [
        piece('a', 60, { space: 30 }),
        piece('b', 35, { space: 6 }),
        piece('c', 94, { space: 6 }),
      ],
      pages: ['a', 'b', 'c'],
    },
    {
      name: 'a heading goes with what follows it',
      flow: [piece('a', 80), piece('heading', 10, { keep: true }), piece('b', 20)],
      pages: ['a', 'heading b'],
    },
    {
      name: 'a chain of headings too',
      flow: [
        piece('a', 60),
        piece('h1', 10, { keep: true }),
        piece('h2', 10, { keep: true }),
        piece('b', 30),
      ],
      pages: ['a', 'h1 h2 b'],
    },
    {
      name: 'what is to stay together but is higher than a page is parted',
      flow: [piece('a', 60, { keep: true }), piece('b', 60, { keep: true }), piece('c', 60)],
      pages: ['a', 'b', 'c'],
    },
    {
      name: 'a piece higher than a page stands alone',
      flow: [piece('a', 10), piece('b', 300), piece('c', 10)],
      pages: ['a', 'b', 'c'],
    },
    {
      name: 'a page break',
      flow: [piece('a', 10), 'page_break' as const, piece('b', 10)],
      pages: ['a', 'b'],
    },
    {
      name: 'page breaks make no empty pages',
      flow: [
        'page_break' as const,
        piece('a', 10),
        'page_break' as const,
        'page_break' as const,
        piece('b', 10),
        'page_break' as const,
      ],
      pages: ['a', 'b'],
    },
    {
      name: "a table's head stands again on each further page, and takes its room",
      flow: [
        piece('1', 70, { repeat: head }),
        piece('2', 70, { repeat: head }),
        piece('3', 10, { repeat: head }),
        piece('4', 10, { repeat: head }),
      ],
      pages: ['1', 'head: 2 3', 'head: 4'],
    },
    {
      name: 'no head above rows of another table',
      flow: [piece('a', 90, { repeat: head }), piece('b', 90, { repeat: { ...head } })],
      pages: ['a', 'b'],
    },
  ])('$name', ({ flow, pages }) => {
    expect(namesOn(paginate<null>(flow, 100))).toEqual(pages);
  });

  test('a piece knows its distance from the top', () => {
    const [page] = paginate<null>([piece('a', 10), piece('b', 10, { space: 5 })], 100);
    expect(page?.pieces.map(({ top }) => top)).toEqual([0, 15]);
  });

  test('no piece is lost, doubled or moved, whatever the heights', () => {
    const any = fc.record({
      height: fc.integer({ min: 1, max: 150 }),
      space: fc.integer({ min: 0, max: 20 }),
      keep: fc.boolean(),
      isRow: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), (all) => {
        const flow = all.map(({ height, space, keep, isRow }, index) =>
          piece(`${index}`, height, { space, keep, repeat: isRow ? head : null }),
        );
        const pages = paginate<null>(flow, 100);
        expect(pages.flatMap(({ pieces }) => pieces.map(({ piece: each }) => each))).toEqual(flow);
        for (const { pieces } of pages) {
          const last = pieces.at(-1);
          const bottom = (last?.top ?? 0) + (last?.piece.height ?? 0);
          if (pieces.length > 1) expect(bottom).toBeLessThanOrEqual(100.01);
        }
      }),
    );
  });
});

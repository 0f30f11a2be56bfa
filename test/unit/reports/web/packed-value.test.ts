import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packValue } from '../../../../src/reports/web/packed-value.js';
import { unpackValue } from '../../../../src/web/report/unpack-value.js';

/** What a page gives back after its data went through JSON. */
function roundTrip(vi: unknown, en: unknown) {
  const packed = JSON.parse(JSON.stringify(packValue({ vi, en })));
  return { vi: unpackValue(packed, 'vi'), en: unpackValue(packed, 'en') };
}

describe('a value for each language comes back as it was', () => {
  test.each([
    { name: 'texts', vi: 'Sở Y tế', en: 'Department of Health' },
    { name: 'the same text', vi: 'CL-01', en: 'CL-01' },
    { name: 'an empty text and none', vi: { a: '', b: null }, en: { a: 'x', b: null } },
    { name: 'numbers that look like references', vi: [0, 1, 2, 'a'], en: [0, 1, 2, 'b'] },
    { name: 'a number beside its text', vi: ['1', 1, true, 'true'], en: ['1', 1, true, 'true'] },
    { name: 'lists of other lengths', vi: ['a', 'b'], en: ['a'] },
    { name: 'an empty list and an empty object', vi: [[], {}], en: [[], {}] },
    { name: 'a list against an object', vi: { a: [1] }, en: { a: { b: 1 } } },
    { name: 'objects of other properties', vi: [{ a: 1 }, { b: 2 }], en: [{ a: 1 }, { b: 3 }] },
    { name: 'null against an object', vi: { a: null }, en: { a: { b: 1 } } },
    { name: 'an empty name against no name', vi: { '': {} }, en: [] },
    { name: 'one name with a break against two', vi: { 'a\nb': 1 }, en: { a: 1, b: 1 } },
    { name: 'names of prototypes', vi: JSON.parse('{"__proto__":{"a":1}}'), en: {} },
    { name: 'names with commas', vi: { 'a,b': 1 }, en: { a: 1, b: 1 } },
  ])('$name', ({ vi, en }) => {
    expect(roundTrip(vi, en)).toEqual({ vi, en });
  });

  test('any two values', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), fc.jsonValue(), (vi, en) => {
        const plain = JSON.parse(JSON.stringify({ vi, en }));
        expect(roundTrip(plain.vi, plain.en)).toEqual(plain);
      }),
    );
  });

  test('properties that are undefined are left out', () => {
    expect(roundTrip({ a: undefined, b: 1 }, { b: 2 })).toEqual({ vi: { b: 1 }, en: { b: 2 } });
  });
});

test('equal parts stand once, whatever language they are in', () => {
  const citation = { text: 'Điều 18 NĐ 331/2026', word: null };
  const rows = Array.from({ length: 50 }, () => ({ title: 'x', citation: { ...citation } }));
  const packed = packValue({ vi: rows, en: rows });
  expect(packed.texts).toEqual(['x', 'Điều 18 NĐ 331/2026']);
  expect(packed.nodes.length).toBe(4);
});

test('only what differs is kept for each language', () => {
  const packed = packValue({ vi: { id: 'a', word: 'Cao' }, en: { id: 'a', word: 'High' } });
  expect(packed.texts.toSorted()).toEqual(['Cao', 'High', 'a']);
  expect(packed.nodes).toHaveLength(2);
});

test('a language that is not in it, and damaged data, are refused', () => {
  const packed = packValue({ vi: ['a'] });
  expect(() => unpackValue(packed, 'en')).toThrow(RangeError);
  expect(() => unpackValue({ ...packed, root: 99 }, 'vi')).toThrow(RangeError);
  expect(() => unpackValue({ ...packed, nodes: [[0, 7]] }, 'vi')).toThrow(RangeError);
});

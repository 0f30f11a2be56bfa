import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keysTo } from '../../src/fleet/fetch/json-place.js';
import { maxPages } from '../../src/fleet/fetch/limits.js';
import type { PageReading } from '../../src/fleet/fetch/read-page.js';
import { recordTexts } from '../../src/fleet/fetch/record-texts.js';
import type { Paging, SourceFetch } from '../../src/fleet/fetch/source-fetch.js';
import { createWalk } from '../../src/fleet/fetch/walk.js';

const paging: fc.Arbitrary<Paging> = fc.oneof(
  fc.constant<Paging>({ style: 'none' }),
  fc.constant<Paging>({ style: 'next_link', at: 'next' }),
  fc.constant<Paging>({ style: 'cursor', at: 'next', param: 'c' }),
  fc.constant<Paging>({ style: 'offset', offsetParam: 'o', limitParam: 'l', limit: 2 }),
  fc.constant<Paging>({ style: 'page', pageParam: 'p', limitParam: 'l', limit: 2, first: 0 }),
);

/** What a console may answer: few different records, totals and marks, so that they come again. */
const page: fc.Arbitrary<PageReading> = fc.record({
  records: fc.array(fc.constantFrom('1', '2', '3', '4', '5', '6'), { maxLength: 3 }),
  total: fc.option(fc.nat({ max: 8 }), { nil: undefined }),
  next: fc.oneof(
    fc.constantFrom('?a', '?b', '?c', '/x', 'https://evil.example/', '//h', ':', 'a&l=9'),
    fc.constant(undefined),
    fc.constant<false>(false),
  ),
});

test('whatever a console answers: nothing is asked twice or elsewhere, the end comes, whole means whole', () => {
  fc.assert(
    fc.property(paging, fc.array(page, { minLength: 1, maxLength: 12 }), (style, answers) => {
      const fetch: SourceFetch = {
        path: '/list',
        auth: { scheme: 'bearer' },
        records: 'items',
        paging: style,
        citation: 'x',
        certainty: 'text',
      };
      const walk = createWalk('https://console.example', fetch);
      const asked: string[] = [];
      const records = new Set<string>();
      let said = 0;
      let step = walk.next();
      while (step.kind === 'ask') {
        expect(new URL(step.url).origin).toBe('https://console.example');
        const answer = answers[asked.length % answers.length];
        if (!answer) throw new Error('no answer');
        asked.push(step.url);
        expect(asked.length).toBeLessThanOrEqual(maxPages);
        walk.add(step.url, answer, 1);
        for (const record of answer.records) records.add(record);
        said = Math.max(said, answer.total ?? 0);
        step = walk.next();
      }
      expect(new Set(asked).size).toBe(asked.length);
      if (step.kind === 'end') expect(records.size).toBeGreaterThanOrEqual(said);
    }),
  );
});

test('the records’ texts are the records, wherever the list stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { maxLength: 6 }),
      fc.array(
        fc
          .string({ maxLength: 6 })
          .filter((key) => key !== '' && !key.includes('.') && key !== '__proto__'),
        {
          maxLength: 3,
        },
      ),
      fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }),
      fc.constantFrom(0, 2, '\t'),
      (list, keys, beside, indent) => {
        let document: unknown = list;
        for (const key of [...keys].reverse()) document = { ...beside, [key]: document };
        const json = JSON.stringify(document, null, indent);
        const parsed: unknown = JSON.parse(json);
        const place = keys.length === 0 ? [] : (keysTo(parsed, keys.join('.')) ?? ['lost']);
        expect(place).toEqual(keys);
        expect(recordTexts(json, keys).map((text) => JSON.parse(text))).toEqual(
          JSON.parse(JSON.stringify(list)),
        );
      },
    ),
  );
});

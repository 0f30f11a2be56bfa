import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document, parse, parseDocument, visit } from 'yaml';
import { appendItem, setMembers } from '../../src/documents/edit-document.js';
import type { Plain } from '../../src/documents/plain-text.js';

const text = fc.oneof(
  fc.constantFrom(
    'internal',
    'yes',
    'null',
    '1.10',
    '# no comment',
    'Sở Y tế: "một"',
    '',
    'a\nb\n',
  ),
  fc.string({ maxLength: 12 }),
);
const value: fc.Arbitrary<Plain> = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.array(text, { maxLength: 3 }),
);
const key = fc.constantFrom('a', 'b', 'c', 'yes', 'd-e', 'Tên');
const facts = fc.dictionary(key, value, { maxKeys: 5, noNullPrototype: true });
const item = fc.record(
  { id: fc.constantFrom('x', 'y', 'z'), name: text, facts },
  { noNullPrototype: true },
);
const inventory = fc.record({
  agency: fc.constant('so-a'),
  systems: fc.array(item, { maxLength: 3 }),
  uses: fc.array(text, { maxLength: 2 }),
});

/** The same data in one of many ways to write it. */
const written = fc
  .record({
    data: inventory,
    flow: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
    comments: fc.array(fc.constantFrom(true, false, false), { minLength: 20, maxLength: 20 }),
    indentSeq: fc.boolean(),
    indent: fc.constantFrom(2, 4),
    windows: fc.boolean(),
    ending: fc.boolean(),
  })
  .map(({ data, flow, comments, indentSeq, indent, windows, ending }) => {
    const document = new Document(data);
    let count = 0;
    visit(document, {
      Collection(_, node) {
        count += 1;
        if (flow[count % flow.length]) node.flow = true;
        // Comments within brackets are another matter: there the editor may give up.
        if (!node.flow && comments[count % comments.length]) node.comment = ' tail';
      },
      Pair(_, pair) {
        const { key: name } = pair as { key: { commentBefore?: string } };
        count += 1;
        if (comments[count % comments.length]) name.commentBefore = ' before';
      },
    });
    const lines = document.toString({ indentSeq, indent, lineWidth: 0 });
    const whole = ending ? lines : lines.replace(/\n$/, '');
    return { data, text: windows ? whole.replaceAll('\n', '\r\n') : whole };
  })
  // Only what is as it was meant: a comment in the wrong place can change what a text says.
  .filter(({ data, text: whole }) => {
    const read = parseDocument(whole);
    return read.errors.length === 0 && isDeepStrictEqual(read.toJS(), data);
  });

/** What was put in, when `after` is `before` with one piece put in somewhere. */
function insertedInto(before: string, after: string): string | undefined {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  const rest = before.length - start;
  return after.endsWith(before.slice(start)) ? after.slice(start, after.length - rest) : undefined;
}

test('an item is added, and the file is the same around it', () => {
  let done = 0;
  fc.assert(
    fc.property(written, item, (file, added) => {
      const after = appendItem(file.text, ['systems'], added);
      if (after === undefined) return;
      done += 1;
      const { data } = file;
      expect(parse(after)).toEqual({ ...data, systems: [...data.systems, added] });
      if (data.systems.length > 0) expect(insertedInto(file.text, after)).toContain(added.id);
    }),
    { numRuns: 500 },
  );
  expect(done).toBeGreaterThan(450);
});

test('members are set and taken away, and nothing else changes', () => {
  let done = 0;
  fc.assert(
    fc.property(
      written.filter((file) => file.data.systems.length > 0),
      fc.nat(2),
      fc.dictionary(key, fc.option(value, { nil: undefined }), { noNullPrototype: true }),
      (file, number, members) => {
        const { systems } = file.data;
        const index = number % systems.length;
        const after = setMembers(file.text, ['systems', index, 'facts'], members);
        if (after === undefined) return;
        done += 1;
        const expected = structuredClone(systems).map((system, i) => {
          if (i !== index) return system;
          const all = Object.entries({ ...system.facts, ...members });
          return {
            ...system,
            facts: Object.fromEntries(all.filter(([, each]) => each !== undefined)),
          };
        });
        expect(parse(after)).toEqual({ ...file.data, systems: expected });
        const comments = (from: string) => from.match(/^\s*#.*$/gm) ?? [];
        expect(comments(after)).toEqual(comments(file.text));
      },
    ),
    { numRuns: 500 },
  );
  expect(done).toBeGreaterThan(400);
});

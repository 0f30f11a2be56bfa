import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { appendItem, setMembers } from '../../../src/documents/edit-document.js';
import type { Plain } from '../../../src/documents/plain-text.js';

const item = {
  id: 'so-a-moi',
  name: 'Hệ thống "mới": thử',
  facts: {
    system_types: ['internal'],
    harm_rights: 'none',
    prime_minister_level: null,
    owner_count: 1,
  },
};
const lines = (column: number, eol = '\n') =>
  [
    '- id: so-a-moi',
    '  name: "Hệ thống \\"mới\\": thử"',
    '  facts:',
    '    system_types: [internal]',
    '    harm_rights: none',
    '    prime_minister_level: null',
    '    owner_count: 1',
  ]
    .map((line) => `${' '.repeat(column)}${line}${eol}`)
    .join('');

interface Appended {
  readonly name: string;
  readonly text: string;
  /** What stands where, the place of the new item marked by `→`. */
  readonly marked: string;
  readonly put: string;
}

const inFlow = `{id: so-a-moi, name: "Hệ thống \\"mới\\": thử", facts: {system_types: [internal], harm_rights: none, prime_minister_level: null, owner_count: 1}}`;

const appended: readonly Appended[] = [
  {
    name: 'at the end of the file',
    text: 'systems:\n  - {id: a}\n',
    marked: 'systems:\n  - {id: a}\n→',
    put: lines(2),
  },
  {
    name: 'a file without a last line break',
    text: 'systems:\n  - {id: a}',
    marked: 'systems:\n  - {id: a}→',
    put: `\n${lines(2)}`,
  },
  {
    name: 'behind the last item’s own comments, before what comes next',
    text: 'systems: # all\n- id: a # one\n  name: b\n\n  # level: 2\n# end\n\nuses: []\n',
    marked: 'systems: # all\n- id: a # one\n  name: b\n\n  # level: 2\n→# end\n\nuses: []\n',
    put: lines(0),
  },
  {
    name: 'items with a blank line between them',
    text: 'systems:\n    - id: a\n\n    - id: b\n',
    marked: 'systems:\n    - id: a\n\n    - id: b\n→',
    put: `\n${lines(4)}`,
  },
  {
    name: 'behind a text of several lines',
    text: 'systems:\n  - id: a\n    note: |\n      # no comment\n\n      end\n\nx: 1\n',
    marked: 'systems:\n  - id: a\n    note: |\n      # no comment\n\n      end\n→\nx: 1\n',
    put: lines(2),
  },
  {
    name: 'Windows line ends and a byte order mark',
    text: '\uFEFFsystems:\r\n  - id: a\r\nx: 1\r\n',
    marked: '\uFEFFsystems:\r\n  - id: a\r\n→x: 1\r\n',
    put: lines(2, '\r\n'),
  },
  {
    name: 'a list in brackets',
    text: 'systems: [{id: a}, # one\n  {id: b} ] # two\nx: 1\n',
    marked: 'systems: [{id: a}, # one\n  {id: b}→ ] # two\nx: 1\n',
    put: `, ${inFlow}`,
  },
  {
    name: 'JSON',
    text: '{"systems": [\n  {"id": "a"}\n]}\n',
    marked: '{"systems": [\n  {"id": "a"}→\n]}\n',
    put: `, ${inFlow}`,
  },
];

describe('appendItem', () => {
  test.each(appended)('$name', ({ text, marked, put }) => {
    const after = appendItem(text, ['systems'], item);
    expect(after).toBe(marked.replace('→', () => put));
    expect(parse(after ?? '').systems.at(-1)).toEqual(item);
  });

  test('an empty list becomes lines; its comment stays', () => {
    const text = 'agency: a\nsystems: []  # none yet\nx: 1\n';
    expect(appendItem(text, ['systems'], item)).toBe(
      `agency: a\nsystems:  # none yet\n${lines(2)}x: 1\n`,
    );
  });

  test('an empty list of JSON', () => {
    expect(appendItem('{"systems": []}', ['systems'], item)).toBe(`{"systems": [${inFlow}]}`);
  });

  test.each([
    ['no list', 'systems: 1\n'],
    ['no member of that name', 'x: []\n'],
    ['another value shares the list', 'systems: &all [{id: a}]\nothers: *all\n'],
  ])('undefined: %s', (_, text) => {
    expect(appendItem(text, ['systems'], item)).toBeUndefined();
  });
});

interface Changed {
  readonly name: string;
  readonly text: string;
  readonly members: Readonly<Record<string, Plain | undefined>>;
  readonly after: string | undefined;
}

const changed: readonly Changed[] = [
  {
    name: 'nothing to change: the same text',
    text: 'f:\n  a:   [ x,y ]\n',
    members: { a: ['x', 'y'], b: undefined },
    after: 'f:\n  a:   [ x,y ]\n',
  },
  {
    name: 'set, add and take away, comments kept',
    text: 'f: # facts\n  a: true # why\n  # heading\n  b: 2 # gone\n  c: "x"\n  # tail\nz: 1\n',
    members: { a: false, b: undefined, d: ['x', 'z'] },
    after: 'f: # facts\n  a: false # why\n  # heading\n  c: "x"\n  d: [x, z]\n  # tail\nz: 1\n',
  },
  {
    name: 'a list in lines gives way to one in brackets',
    text: 'f:\n  a:\n  - x\n  - y # last\n  b: 1\n',
    members: { a: ['z'] },
    after: 'f:\n  a: [z] # last\n  b: 1\n',
  },
  {
    name: 'a comment between name and value',
    text: 'f:\n  a: # why\n    - x\n  b: 1\n',
    members: { a: [] },
    after: 'f:\n  a: [] # why\n  b: 1\n',
  },
  {
    name: 'a name without a value',
    text: 'f:\n  a:\n  b: 1\n',
    members: { a: 'none' },
    after: 'f:\n  a: none\n  b: 1\n',
  },
  {
    name: 'a text of several lines',
    text: 'f:\n  a: |\n    long\n    text\n  b: 1\n',
    members: { a: 'short' },
    after: 'f:\n  a: short\n  b: 1\n',
  },
  {
    name: 'everything taken away',
    text: 'f:\n  a: 1\n  # note\n  b: 1',
    members: { a: undefined, b: undefined },
    after: 'f: {}\n  # note\n',
  },
  {
    name: 'the last one replaced, at the end of the file',
    text: 'f:\n  a: 1',
    members: { a: undefined, b: 2 },
    after: 'f:\n  b: 2\n',
  },
  {
    name: 'empty braces become lines',
    text: 'f: {} # none\nz: 1\n',
    members: { a: 1, b: 'x' },
    after: 'f: # none\n  a: 1\n  b: x\nz: 1\n',
  },
  {
    name: 'in braces: set and add',
    text: 'f: {a: 1, # one\n  b: "2" }\n',
    members: { b: true, c: null },
    after: 'f: {a: 1, # one\n  b: true, c: null }\n',
  },
  {
    name: 'in braces: take away',
    text: 'f: { a: 1, b: 2 , c: x}\n',
    members: { a: undefined, d: 1 },
    after: 'f: {b: 2, c: x, d: 1}\n',
  },
  {
    name: 'in braces with a comment, take away',
    text: 'f: {a: 1, # one\n  b: 2}\n',
    members: { a: undefined },
    after: undefined,
  },
  {
    name: 'a list with a comment within',
    text: 'f:\n  a:\n    - x # why\n    - y\n',
    members: { a: ['y'] },
    after: undefined,
  },
  {
    name: 'another value shares the map',
    text: 'f: &f\n  a: 1\ng: *f\n',
    members: { a: 2 },
    after: undefined,
  },
  {
    name: 'Windows line ends',
    text: 'f:\r\n  a: 1\r\n  b: 1\r\nz: 1\r\n',
    members: { a: undefined, b: 2, c: 3 },
    after: 'f:\r\n  b: 2\r\n  c: 3\r\nz: 1\r\n',
  },
];

describe('setMembers', () => {
  test.each(changed)('$name', ({ text, members, after }) => {
    expect(setMembers(text, ['f'], members)).toBe(after);
  });

  test('a member of an item, at the end of what is written of it', () => {
    const text = 'systems:\n  - id: a\n    facts:\n      x: 1\n\n    # level: 2\n  - id: b\n';
    expect(setMembers(text, ['systems', 0], { level: 3 })).toBe(
      'systems:\n  - id: a\n    facts:\n      x: 1\n    level: 3\n\n    # level: 2\n  - id: b\n',
    );
  });
});

import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { parseDocument } from '../../../../src/documents/document.js';
import { loadSchemas, type Schemas } from '../../../../src/documents/schemas.js';
import { readSources } from '../../../../src/fleet/source.js';
import { openFolder } from '../../../../src/platform/files.js';
import { consoles } from '../../../support/consoles.js';

const files = openFolder(fileURLToPath(new URL('../../../../', import.meta.url)));
let schemas: Schemas;

beforeAll(async () => {
  schemas = await loadSchemas(files, 'schemas');
});

/** The problems of a `fetch:` part: place and message. */
function problems(paging: string, more = ''): readonly string[] {
  const yaml = `path: /a\nauth: {scheme: bearer}\ncitation: x\ncertainty: text\npaging: ${paging}\n${more}`;
  const document = parseDocument(new TextEncoder().encode(yaml), 'x.yaml');
  return [...document.diagnostics, ...schemas.check(document, 'source-fetch')].map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
}

test.each([
  ['none', '{style: none}'],
  ['next_link', '{style: next_link, at: "@odata.nextLink"}'],
  ['cursor', '{style: cursor, at: a.b, param: $c}'],
  ['offset', '{style: offset, offset_param: o, limit_param: l, limit: 500}'],
  ['page', '{style: page, page_param: p, limit_param: l, limit: 100, first: 0}'],
])('a right description: %s', (_name, paging) => {
  expect(problems(paging)).toEqual([]);
});

test.each([
  ['no style', '{}', '', '/paging schema.missing_key'],
  ['a style of its own', '{style: scroll}', '', '/paging/style schema.not_allowed'],
  ['a link from nowhere', '{style: next_link}', '', '/paging schema.missing_key'],
  ['a cursor without a parameter', '{style: cursor, at: a}', '', '/paging schema.missing_key'],
  [
    'pages that begin with 2',
    '{style: page, page_param: p, limit_param: l, limit: 9, first: 2}',
    '',
    '/paging/first schema.not_allowed',
  ],
  ['another key', '{style: none, size: 3}', '', '/paging/size schema.unknown_key'],
  ['a number as parameter', '{style: none}', 'query: {limit: 9}', '/query/limit schema.quote_it'],
])('a wrong description: %s', (_name, paging, more, expected) => {
  expect(problems(paging, more)).toEqual([expected]);
});

test.each([
  ['an address', 'https://h/a'],
  ['parameters', '/a?b=c'],
])('a path with %s', (_name, path) => {
  const yaml = `path: ${path}\nauth: {scheme: bearer}\ncitation: x\ncertainty: text\npaging: {style: none}`;
  const document = parseDocument(new TextEncoder().encode(yaml), 'x.yaml');
  expect(schemas.check(document, 'source-fetch').map(({ pointer }) => pointer)).toEqual(['/path']);
});

test('every source that can be fetched has a made console in the tests, and the other way round', async () => {
  const { sources } = await readSources(files, 'rules/sources', schemas);
  const fetchable = sources.filter(({ fetch }) => fetch).map(({ id }) => id);
  expect(fetchable.sort()).toEqual(consoles.map(({ source }) => source).sort());
});

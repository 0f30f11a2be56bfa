import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { writeXml } from '../../../src/documents/write-xml.js';
import { hostileTexts } from '../../support/hostile-document.js';

const reader = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

function there(text: string) {
  const xml = writeXml({ name: 'a', attributes: { b: text }, children: [text] });
  return { xml, a: reader.parse(xml, true).a };
}

test('declaration, indent, empty elements, attributes that look like flags', () => {
  expect(
    writeXml({
      name: 'a',
      attributes: { b: 'true', n: 0 },
      children: [{ name: 'c' }, { name: 'd', children: ['1 < 2 & "3"'] }],
    }),
  ).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="true" n="0">\n  <c/>\n  <d>1 &lt; 2 &amp; &quot;3&quot;</d>\n</a>\n',
  );
});

test.each([
  ['markup', '<b>&amp;</b>', '<b>&amp;</b>'],
  ['the end of a CDATA section', ']]>', ']]>'],
  ['quotes', `"'`, `"'`],
  ['controls', 'a\u0000\u0007\u001B[31mb\u007F', 'a[31mb\u007F'],
  ['half a pair', 'a\uD83Db', 'ab'],
  ['a whole pair', 'a💻b', 'a💻b'],
  ['non-characters', 'a\uFFFE\uFFFFb', 'ab'],
])('%s in a text', (_, text, expected) => {
  expect(there(text).a['#text']).toBe(expected);
});

test('line breaks stay in texts and are blanks in attributes', () => {
  const { a } = there('x\r\ny\tz');
  expect([a['#text'], a['@b']]).toEqual(['x\ny\tz', 'x y z']);
});

test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 40), text]))(
  'hostile text %s makes no element of its own',
  (_, text) => {
    const { xml, a } = there(text);
    expect(xml.match(/<[a-z]/g)).toEqual(['<a']);
    expect(typeof a === 'string' ? [] : Object.keys(a).filter((key) => key !== '#text')).toEqual([
      '@b',
    ]);
  },
);

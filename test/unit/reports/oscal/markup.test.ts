import { expect, test } from 'vitest';
import { markup, markupLine, propertyValue } from '../../../../src/reports/oscal/markup.js';

test.each([
  ['plain words', 'Sở Y tế, 9.035 máy', 'Sở Y tế, 9.035 máy'],
  ['emphasis', '*a* và _b_', '\\*a\\* và \\_b\\_'],
  ['an underscore inside a word', 'mot_cua', 'mot_cua'],
  ['a link', '[a](javascript:b)', '\\[a\\](javascript:b)'],
  ['markup of HTML', '<script>', '\\<script\\>'],
  ['an entity', '&lt; & b', '\\&lt; & b'],
  ['an insertion', '{{ insert: param, x }}', '\\{\\{ insert: param, x \\}\\}'],
  ['a heading', '# a', '\\# a'],
  ['a list', '- a', '\\- a'],
  ['a numbered list', '1. a', '1\\. a'],
  ['a decimal', '1.5 a', '1.5 a'],
  ['several lines', 'a\n b', 'a b'],
  ['nothing', ' \n', '-'],
])('%s in a line', (_, text, expected) => {
  expect(markupLine(text)).toBe(expected);
});

test('lines become paragraphs; empty ones are left out', () => {
  expect(markup('a\nb', '', '# c')).toBe('a\n\nb\n\n\\# c');
  expect(markup('')).toBe('-');
});

test('a property’s value is not markup', () => {
  expect(propertyValue(' *a*\nb ')).toBe('*a* b');
});

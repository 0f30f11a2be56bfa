import { expect, test } from 'vitest';
import { justifiedSpace } from '../../../../src/reports/pdf/justified-space.js';

const line = { segments: [], width: 90, blanks: 5, ends: false };

test.each([
  { name: 'the rest is shared among the blanks', line, space: 2 },
  { name: "a paragraph's last line stays as it is", line: { ...line, ends: true }, space: 0 },
  { name: 'one long word stays as it is', line: { ...line, blanks: 0 }, space: 0 },
  { name: 'words are not torn apart', line: { ...line, width: 40, blanks: 1 }, space: 0 },
  { name: 'a line that is full already', line: { ...line, width: 100.004 }, space: 0 },
])('justified: $name', ({ line: each, space }) => {
  expect(justifiedSpace(each, 100, 13)).toBe(space);
});

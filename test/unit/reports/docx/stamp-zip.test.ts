import { expect, test } from 'vitest';
import { stampZip } from '../../../../src/reports/docx/stamp-zip.js';

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('Đây không phải tệp nén, dù đủ dài.')],
])('%s is no zip file', (_, bytes) => {
  expect(() => stampZip(bytes, '2026-11-24')).toThrow(RangeError);
});

test('a directory that is not where its end says', () => {
  const bytes = new Uint8Array(80);
  const view = new DataView(bytes.buffer);
  view.setUint32(58, 0x06054b50, true);
  view.setUint16(68, 1, true);
  expect(() => stampZip(bytes, '2026-11-24')).toThrow(RangeError);
});

import type { DocumentModel } from '../document.js';
import { xmlText } from '../pages/xml-text.js';
import { wordLine } from './word-text.js';

/** Where Word keeps them in the file. */
export const corePropertiesPath = 'docProps/core.xml';

/**
 * The document's properties (ECMA-376 Part 2, core properties), in the place of those that `docx` writes: its own bear the
 * moment of writing. The dates are the report's.
 */
export function coreProperties({ title, date, language, head }: DocumentModel): string {
  const stamp = `${date}T00:00:00Z`;
  const namespaces = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${namespaces.join(' ')}>`,
    `<dc:title>${xmlText(wordLine(title))}</dc:title>`,
    `<dc:subject>${xmlText(wordLine(head.subject))}</dc:subject>`,
    `<dc:creator>${xmlText(wordLine(head.issuer ?? ''))}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified>`,
    `<dc:language>${language === 'vi' ? 'vi-VN' : 'en-GB'}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}

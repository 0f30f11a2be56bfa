import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { Language } from '../../domain/text.js';
import { indent, paragraphSpace, sizes } from '../pages/measures.js';
import { halfPoints, lineUnits, twips } from './word-setting.js';

/** Named, not embedded: whoever edits the document has it, or a metric twin. */
const fontName = 'Times New Roman';

/** Ids of the styles that this document adds to those which Word always has. */
export const styleIds = {
  body: 'BodyText',
  note: 'Note',
  centred: 'Centred',
  list: 'ListText',
  field: 'Field',
  caption: 'Caption',
  table: 'TableText',
  compactTable: 'TableTextCompact',
  chart: 'Chart',
  head: 'OfficialHead',
  mark: 'Mark',
  recipients: 'Recipients',
  signature: 'Signature',
  gap: 'Gap',
} as const;

/** Single lines in Word are 1.15 times the letters' size in Times New Roman, so that 1.13 lines look like the printed 1.3. */
const bodyLine = { line: lineUnits(1.13), lineRule: 'auto' } as const;

const single = { line: lineUnits(1), lineRule: 'auto' } as const;

const justified = AlignmentType.BOTH;
const centred = AlignmentType.CENTER;

/**
 * Styles of Word for each part of a document, so that changing one changes all that it sets: sizes as Decree 30/2020/NĐ-CP,
 * Annex I, has them, body text 13 pt and justified, first lines set in.
 */
export function wordStyles(language: Language): IStylesOptions {
  const heading = (before: number, italics: boolean) => ({
    run: { size: halfPoints(sizes.body), bold: true, italics, color: '000000', font: fontName },
    paragraph: {
      spacing: { before: twips(before), after: twips(2), ...bodyLine },
      indent: { firstLine: twips(indent) },
      keepNext: true,
      keepLines: true,
    },
  });
  return {
    default: {
      document: {
        run: {
          font: { ascii: fontName, hAnsi: fontName, cs: fontName, eastAsia: fontName },
          size: halfPoints(sizes.body),
          language: { value: language === 'vi' ? 'vi-VN' : 'en-GB', eastAsia: 'vi-VN' },
        },
        paragraph: { spacing: { before: 0, after: 0, ...single } },
      },
      title: {
        run: { size: halfPoints(sizes.title), bold: true, font: fontName },
        paragraph: { alignment: centred, spacing: { before: twips(20) }, keepNext: true },
      },
      heading1: heading(12, false),
      heading2: heading(8, false),
      heading3: heading(8, true),
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      ...textStyles(),
      ...officialStyles(),
    ],
  };
}

function textStyles(): readonly IParagraphStyleOptions[] {
  const body = { spacing: { before: twips(paragraphSpace), ...bodyLine } };
  return [
    style(styleIds.body, 'Body Text', {
      paragraph: { ...body, alignment: justified, indent: { firstLine: twips(indent) } },
    }),
    style(styleIds.note, 'Note', {
      run: { size: halfPoints(sizes.note), italics: true },
      paragraph: {
        alignment: justified,
        spacing: { before: twips(paragraphSpace) },
        indent: { firstLine: twips(indent) },
      },
    }),
    style(styleIds.centred, 'Centred', { paragraph: { ...body, alignment: centred } }),
    style(styleIds.list, 'List Text', {
      paragraph: { spacing: { before: twips(3), ...bodyLine }, alignment: justified },
    }),
    style(styleIds.field, 'Field', {
      paragraph: { spacing: { before: twips(3), ...bodyLine } },
    }),
    style(styleIds.caption, 'caption', {
      run: { size: halfPoints(sizes.caption) },
      paragraph: { alignment: centred, spacing: { before: twips(8), after: twips(3) } },
    }),
    style(styleIds.table, 'Table Text', {
      run: { size: halfPoints(sizes.table) },
      paragraph: { spacing: { ...single } },
    }),
    style(styleIds.compactTable, 'Table Text Compact', {
      run: { size: halfPoints(sizes.compactTable) },
      paragraph: { spacing: { ...single } },
    }),
    style(styleIds.chart, 'Chart', {
      paragraph: { alignment: centred, spacing: { before: twips(10) } },
    }),
    // Between tables, which Word would join, and at the end of a page that is left.
    style(styleIds.gap, 'Gap', {
      run: { size: 2 },
      paragraph: { spacing: { line: twips(4), lineRule: 'exact' } },
    }),
  ];
}

function officialStyles(): readonly IParagraphStyleOptions[] {
  return [
    style(styleIds.head, 'Official Head', {
      run: { size: halfPoints(sizes.motto) },
      paragraph: { alignment: centred, keepNext: true },
    }),
    style(styleIds.mark, 'Mark', {
      run: { size: halfPoints(sizes.note), italics: true },
      paragraph: { alignment: centred, spacing: { before: twips(4) }, keepNext: true },
    }),
    style(styleIds.recipients, 'Recipients', { run: { size: halfPoints(sizes.recipients) } }),
    style(styleIds.signature, 'Signature', {
      run: { bold: true },
      paragraph: { alignment: centred, keepNext: true, keepLines: true },
    }),
  ];
}

function style(
  id: string,
  name: string,
  looks: Pick<IParagraphStyleOptions, 'run' | 'paragraph'>,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...looks };
}

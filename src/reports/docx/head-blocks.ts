import { AlignmentType, BorderStyle, type FileChild, HeadingLevel, Paragraph } from 'docx';
import { text as catalogueText } from '../../messages/format.js';
import { dottedBlank, type OfficialHead } from '../document.js';
import { capitals } from '../pages/capitals.js';
import { sizes } from '../pages/measures.js';
import { balancedIndent } from './balanced-indent.js';
import { bareTable, gap } from './bare-table.js';
import { listNames } from './lists.js';
import { styleIds } from './styles.js';
import { halfPoints, twips, type WordSetting } from './word-setting.js';
import { wordLine, wordRuns } from './word-text.js';

/** Always in Vietnamese, whatever the report's language: Decree 30/2020/NĐ-CP, Annex I, II.1. */
const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

/** More room for the motto's column than its letters need, so that another font doesn't break the line. */
const slack = 8;

/** Between the block of the issuing body and the motto, in points. */
const gutter = 10;

/** Of the width, at most, for the motto and a long place with its date. */
const widestRight = 0.65;

/** Everything above the text: who, where, when, which kind of document, about what, to whom. */
export function headBlocks(setting: WordSetting, head: OfficialHead): readonly FileChild[] {
  return [
    letterhead(setting, head),
    ...(head.documentType === null ? [gap(4)] : titleBlocks(setting, head.documentType, head)),
    ...head.marks.map((mark) => new Paragraph({ style: styleIds.mark, children: wordRuns(mark) })),
    ...addresseeBlocks(setting, head.addressees),
    gap(6),
  ];
}

function letterhead(setting: WordSetting, head: OfficialHead): FileChild {
  const { faces, geometry } = setting;
  const place = wordLine(head.placeAndDate);
  const needed = Math.max(
    faces.bold.width(nationalName, sizes.capitals),
    faces.italic.width(place, sizes.motto),
  );
  const right = Math.min(needed + slack, geometry.bodyWidth * widestRight);
  const left = geometry.bodyWidth - right - gutter;
  const issuer = wordLine(capitals(head.issuer ?? dottedBlank));
  const issuerWidth = Math.min(left, faces.bold.width(issuer, sizes.capitals));
  const names = [
    [
      ...(head.superior === null
        ? []
        : [line(capitals(head.superior), { size: sizes.capitals, room: left })]),
      line(issuer, { size: sizes.capitals, bold: true, room: left }),
      rule(left, issuerWidth * 0.4),
    ],
    [
      line(nationalName, { size: sizes.capitals, bold: true }),
      line(motto, { size: sizes.motto, bold: true }),
      rule(right, faces.bold.width(motto, sizes.motto)),
    ],
  ];
  const numbers = [
    [
      line(head.number, { size: sizes.motto }),
      ...(head.documentType === null
        ? [line(head.subject, { size: sizes.letterSubject, before: 6, room: left })]
        : []),
    ],
    [line(head.placeAndDate, { size: sizes.motto, italics: true })],
  ];
  return bareTable(
    [left, gutter, right],
    [names, numbers].map(([own = [], nation = []]) => [own, [], nation]),
  );
}

interface LineLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** Points. */
  readonly before?: number;
  /** In which it is set in lines of like length, in points. */
  readonly room?: number;
}

function line(text: string, { size, bold, italics, before = 0, room }: LineLook): Paragraph {
  return new Paragraph({
    style: styleIds.head,
    ...(room === undefined
      ? {}
      : { indent: balancedIndent(text, room, { size, bold: bold ?? false }) }),
    spacing: { before: twips(before) },
    children: wordRuns(text, {
      size: halfPoints(size),
      ...(bold ? { bold } : {}),
      ...(italics ? { italics } : {}),
    }),
  });
}

/** A line of so many points in the middle of a room, with air below it. */
function rule(room: number, width: number): Paragraph {
  const side = twips(Math.max(0, (room - width) / 2));
  return new Paragraph({
    style: styleIds.head,
    indent: { left: side, right: side },
    spacing: { before: twips(2), after: twips(6), line: twips(3), lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    run: { size: 2 },
  });
}

function titleBlocks(
  { geometry }: WordSetting,
  type: string,
  { subject }: OfficialHead,
): readonly FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: wordRuns(capitals(type)) }),
    new Paragraph({
      style: styleIds.head,
      indent: balancedIndent(subject, geometry.bodyWidth, { size: sizes.title, bold: true }),
      children: wordRuns(subject, { bold: true, size: halfPoints(sizes.title) }),
    }),
    rule(geometry.bodyWidth, geometry.bodyWidth * 0.18),
  ];
}

/** `Kính gửi: X` in one line, or each addressee on a line of its own. */
function addresseeBlocks(
  { language }: WordSetting,
  addressees: readonly string[],
): readonly FileChild[] {
  const [first, ...others] = addressees;
  if (first === undefined) return [];
  const label = catalogueText('document.addressees', language);
  const size = halfPoints(sizes.title);
  const spacing = { before: twips(14) };
  if (others.length === 0) {
    const children = wordRuns(`${label} ${first}`, { size });
    return [new Paragraph({ alignment: AlignmentType.CENTER, spacing, children })];
  }
  const left = twips(70);
  return [
    new Paragraph({
      spacing,
      indent: { left },
      keepNext: true,
      children: wordRuns(label, { size }),
    }),
    ...addressees.map(
      (each, index) =>
        new Paragraph({
          numbering: { reference: listNames.addressees, level: 0 },
          spacing: { before: twips(2) },
          children: wordRuns(ended(each, index === addressees.length - 1), { size }),
        }),
    ),
  ];
}

/** Items of a list end in semicolons, the last in a full stop; one that has a sign already keeps it. */
function ended(text: string, isLast: boolean): string {
  return /[.;,:]\s*$/.test(text) ? text : text + (isLast ? '.' : ';');
}

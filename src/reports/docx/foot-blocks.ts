import { type FileChild, Paragraph } from 'docx';
import { text as catalogueText } from '../../messages/format.js';
import { dottedBlank, type OfficialFoot, type Signature } from '../document.js';
import { capitals } from '../pages/capitals.js';
import { sizes } from '../pages/measures.js';
import { balancedIndent } from './balanced-indent.js';
import { bareTable, gap } from './bare-table.js';
import { styleIds } from './styles.js';
import { halfPoints, twips, type WordSetting } from './word-setting.js';
import { wordRuns } from './word-text.js';

/** Points of room for a signature and a seal. */
const signatureRoom = 64;

/** No more signatures than this stand side by side. */
const signaturesInRow = 3;

/** Where the recipients' column ends and the only signature's begins. */
const recipientsShare = 0.45;

/** Recipients on the left, the signature on the right; several signatures first, side by side, the recipients below them. */
export function footBlocks(setting: WordSetting, foot: OfficialFoot): readonly FileChild[] {
  const width = setting.geometry.bodyWidth;
  const recipients = recipientBlocks(setting, foot.recipients);
  const [only, ...others] = foot.signatures;
  if (only === undefined) return recipients;
  if (others.length === 0) {
    const left = width * recipientsShare;
    return [
      gap(12, { keepNext: true }),
      bareTable([left, width - left], [[recipients, signature(only, width - left)]]),
      gap(2),
    ];
  }
  const blocks: FileChild[] = [];
  for (let index = 0; index < foot.signatures.length; index += signaturesInRow) {
    const row = foot.signatures.slice(index, index + signaturesInRow);
    const widths = row.map(() => width / row.length);
    blocks.push(
      gap(12, { keepNext: true }),
      bareTable(widths, [row.map((each) => signature(each, width / row.length))]),
    );
  }
  return [...blocks, gap(12, { keepNext: true }), ...recipients];
}

function recipientBlocks(
  { language }: WordSetting,
  recipients: readonly string[],
): readonly Paragraph[] {
  if (recipients.length === 0) return [];
  const label = wordRuns(catalogueText('document.recipients', language), {
    bold: true,
    italics: true,
    size: halfPoints(sizes.recipientsLabel),
  });
  return [label, ...recipients.map((each) => wordRuns(dashed(each)))].map(
    (children) => new Paragraph({ style: styleIds.recipients, children }),
  );
}

/** Each recipient's line begins with a dash. */
function dashed(text: string): string {
  return /^\s*[-–—]/.test(text) ? text : `- ${text}`;
}

/** In a column of so many points. */
function signature({ authority, title, name }: Signature, width: number): readonly Paragraph[] {
  const lines = [...(authority === null ? [] : [authority]), title ?? dottedBlank];
  return [
    ...lines.map(
      (each) =>
        new Paragraph({
          style: styleIds.signature,
          indent: balancedIndent(capitals(each), width - 8, { size: sizes.body, bold: true }),
          children: wordRuns(capitals(each)),
        }),
    ),
    new Paragraph({
      style: styleIds.signature,
      spacing: { before: twips(signatureRoom) },
      keepNext: false,
      children: wordRuns(name ?? dottedBlank),
    }),
  ];
}

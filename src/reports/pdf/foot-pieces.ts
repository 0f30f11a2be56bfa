import { text as catalogueText } from '../../messages/format.js';
import { dottedBlank, type OfficialFoot, type Signature } from '../document.js';
import { capitals } from '../pages/capitals.js';
import { sizes } from '../pages/measures.js';
import type { FlowPiece, Setting } from './flow.js';
import { type ColumnText, sideBySide } from './side-by-side.js';

/** Room for a signature and a seal. */
const signatureRoom = 64;

/** No more signatures than this stand side by side. */
const signaturesInRow = 3;

/** Where the recipients' column ends and the only signature's begins. */
const recipientsShare = 0.45;

/** Recipients on the left, the signature on the right; several signatures first, side by side, the recipients below them. */
export function footPieces(setting: Setting, foot: OfficialFoot): readonly FlowPiece[] {
  const { bodyWidth } = setting.geometry;
  const [only, ...others] = foot.signatures;
  const split = bodyWidth * recipientsShare;
  const recipients = recipientTexts(
    setting,
    foot.recipients,
    others.length > 0 ? bodyWidth : split - 10,
  );
  if (!only) return recipients.length === 0 ? [] : sideBySide(setting, recipients, 14, false);
  if (others.length === 0) {
    const column = { signature: only, x: split, width: bodyWidth - split };
    const name = { ...nameText(column), space: signatureRoom };
    return sideBySide(setting, [...recipients, ...titleTexts(column), name], 14, false);
  }
  const rows: (readonly Signature[])[] = [];
  for (let index = 0; index < foot.signatures.length; index += signaturesInRow) {
    rows.push(foot.signatures.slice(index, index + signaturesInRow));
  }
  return [
    ...rows.flatMap((row, index) => {
      const isLast = index === rows.length - 1 && recipients.length === 0;
      const columns = columnsOf(row, bodyWidth);
      return [
        ...sideBySide(setting, columns.flatMap(titleTexts), 14),
        ...sideBySide(setting, columns.map(nameText), signatureRoom, !isLast),
      ];
    }),
    ...(recipients.length === 0 ? [] : sideBySide(setting, recipients, 14, false)),
  ];
}

function recipientTexts(
  setting: Setting,
  recipients: readonly string[],
  width: number,
): readonly ColumnText[] {
  if (recipients.length === 0) return [];
  const column = { x: 0, width, align: 'left' as const };
  const label = catalogueText('document.recipients', setting.language);
  return [
    { ...column, text: label, face: 'boldItalic', size: sizes.recipientsLabel },
    ...recipients.map(
      (text): ColumnText => ({
        ...column,
        text: dashed(text),
        face: 'regular',
        size: sizes.recipients,
      }),
    ),
  ];
}

/** Each recipient's line begins with a dash. */
function dashed(text: string): string {
  return /^\s*[-–—]/.test(text) ? text : `- ${text}`;
}

interface SignatureColumn {
  readonly signature: Signature;
  readonly x: number;
  readonly width: number;
}

/** Signatures over the whole width. */
function columnsOf(
  signatures: readonly Signature[],
  bodyWidth: number,
): readonly SignatureColumn[] {
  const gap = 12;
  const width = (bodyWidth - gap * (signatures.length - 1)) / signatures.length;
  return signatures.map((signature, index) => ({ signature, x: index * (width + gap), width }));
}

function titleTexts({ signature, x, width }: SignatureColumn): readonly ColumnText[] {
  const { authority, title } = signature;
  const lines = [...(authority === null ? [] : [authority]), title ?? dottedBlank];
  return lines.map((line) => ({ x, width, text: capitals(line), face: 'bold', size: sizes.body }));
}

function nameText({ signature, x, width }: SignatureColumn): ColumnText {
  return { x, width, text: signature.name ?? dottedBlank, face: 'bold', size: sizes.body };
}

import { text as catalogueText } from '../../messages/format.js';
import { dottedBlank, type OfficialHead } from '../document.js';
import { capitals } from '../pages/capitals.js';
import { indent, sizes, tightLeading } from '../pages/measures.js';
import type { Canvas } from './canvas.js';
import { type FlowPiece, piece, type Setting } from './flow.js';
import type { ColumnText } from './side-by-side.js';
import { sideBySide } from './side-by-side.js';
import type { Tag } from './tag.js';
import { textPieces } from './text-pieces.js';

/** Always in Vietnamese, whatever the report's language: Decree 30/2020/NĐ-CP, Annex I, II.1. */
const nationalName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const motto = 'Độc lập - Tự do - Hạnh phúc';

/** Between the block of the issuing body and the motto. */
const gutter = 10;

/** Everything above the text: who, where, when, which kind of document, about what, to whom. */
export function headPieces(setting: Setting, head: OfficialHead): readonly FlowPiece[] {
  return [
    ...letterhead(setting, head),
    ...(head.documentType === null ? [] : titlePieces(setting, head.documentType, head.subject)),
    ...head.marks.flatMap((mark, index) =>
      textPieces(setting, mark, {
        face: 'italic',
        size: sizes.note,
        align: 'center',
        space: index === 0 ? 10 : 2,
        keep: true,
        tag: { type: 'P', parent: null },
      }),
    ),
    ...addresseePieces(setting, head.addressees),
    // Air before the text.
    piece(6, () => {}, { keep: true }),
  ];
}

function letterhead(setting: Setting, head: OfficialHead): readonly FlowPiece[] {
  const { typesetter, geometry } = setting;
  const rightWidth = typesetter.width(nationalName, { face: 'bold', size: sizes.capitals }) + 2;
  const leftWidth = geometry.bodyWidth - rightWidth - gutter;
  const left = { x: 0, width: leftWidth };
  const right = { x: leftWidth + gutter, width: rightWidth };
  const issuer = capitals(head.issuer ?? dottedBlank);
  const names: ColumnText[] = [
    ...(head.superior === null
      ? []
      : [
          {
            ...left,
            text: capitals(head.superior),
            face: 'regular' as const,
            size: sizes.capitals,
          },
        ]),
    { ...left, text: issuer, face: 'bold', size: sizes.capitals, lineBelow: 0.4 },
    { ...right, text: nationalName, face: 'bold', size: sizes.capitals },
    { ...right, text: motto, face: 'bold', size: sizes.motto, lineBelow: 1 },
  ];
  const numbers: ColumnText[] = [
    { ...left, text: head.number, face: 'regular', size: sizes.motto },
    ...(head.documentType === null
      ? [
          {
            ...left,
            text: head.subject,
            face: 'regular' as const,
            size: sizes.letterSubject,
            space: 6,
          },
        ]
      : []),
    { ...right, text: head.placeAndDate, face: 'italic', size: sizes.motto },
  ];
  return [...sideBySide(setting, names, 0), ...sideBySide(setting, numbers, 9)];
}

function titlePieces(setting: Setting, type: string, subject: string): readonly FlowPiece[] {
  const title: Tag = { type: 'P', parent: null };
  const about: Tag = { type: 'P', parent: null };
  const style = {
    face: 'bold',
    size: sizes.title,
    align: 'center',
    leading: 1.25,
    keep: true,
  } as const;
  const inset = 12;
  const width = setting.geometry.bodyWidth - 2 * inset;
  return [
    ...textPieces(setting, capitals(type), { ...style, space: 20, tag: title }),
    ...textPieces(setting, subject, { ...style, x: inset, width, tag: about }),
    piece(6, (canvas, top) => rule(canvas, setting, top + 4), { keep: true }),
  ];
}

/** The short line below the subject. */
function rule(canvas: Canvas, { geometry }: Setting, y: number): void {
  const half = geometry.bodyWidth * 0.09;
  const middle = canvas.left + geometry.bodyWidth / 2;
  canvas.artifact();
  canvas.strokes([[middle - half, y, middle + half, y]], 0.7);
}

/** `Kính gửi: X` in one line, or each addressee on a line of its own, the dashes below the colon. */
function addresseePieces(setting: Setting, addressees: readonly string[]): readonly FlowPiece[] {
  const { typesetter } = setting;
  const [first, ...others] = addressees;
  if (first === undefined) return [];
  const label = catalogueText('document.addressees', setting.language);
  const style = { face: 'regular', size: sizes.title, leading: tightLeading, keep: true } as const;
  if (others.length === 0) {
    const tag: Tag = { type: 'P', parent: null };
    return textPieces(setting, `${label} ${first}`, { ...style, align: 'center', space: 16, tag });
  }
  const x = indent * 2.5;
  const labelTag: Tag = { type: 'P', parent: null };
  const list: Tag = { type: 'L', parent: null };
  const colon = typesetter.width(label.slice(0, -1), style);
  const dash = typesetter.width('- ', style);
  return [
    ...textPieces(setting, label, { ...style, align: 'left', x, space: 16, tag: labelTag }),
    ...addressees.flatMap((addressee, index) => {
      const item: Tag = { type: 'LI', parent: list };
      const mark: Tag = { type: 'Lbl', parent: item };
      return textPieces(setting, ended(addressee, index === addressees.length - 1), {
        ...style,
        align: 'left',
        x: x + colon + dash,
        space: 2,
        tag: { type: 'LBody', parent: item },
        onFirstLine(canvas, _, baseline) {
          canvas.tag(mark);
          canvas.text('- ', 'regular', { x: canvas.left + x + colon, baseline, size: style.size });
        },
      });
    }),
  ];
}

/** Items of a list end in semicolons, the last in a full stop; one that has a sign already keeps it. */
function ended(text: string, isLast: boolean): string {
  return /[.;,:]\s*$/.test(text) ? text : text + (isLast ? '.' : ';');
}

import { text } from '../../messages/format.js';
import type { ReportModel } from '../report-model.js';
import type { SheetCell, TableSheet } from './table-sheet.js';
import { titled } from './words.js';

/** The files on which everything rests, with their digests. */
export function inputsSheet(model: ReportModel): TableSheet {
  const { language, inputs, agencies } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return {
    ...titled('inputs', model),
    remarks: [say('book.inputs.remark')],
    columns: [
      { title: say('book.column.no'), width: 6, kind: 'ordinal' },
      { title: say('book.column.path'), width: 66 },
      { title: say('report.agency'), width: 32 },
      { title: say('book.column.bytes'), width: 12, kind: 'number' },
      { title: say('report.endpoints.read'), width: 9, kind: 'number' },
      { title: say('report.endpoints.used'), width: 9, kind: 'number' },
      { title: say('report.endpoints.refused'), width: 9, kind: 'number' },
      { title: say('book.column.sha256'), width: 68 },
    ],
    rows: inputs.map((input, index) => [
      index + 1,
      input.path,
      input.agency === null ? null : (names.get(input.agency) ?? input.agency),
      input.bytes,
      input.rowsRead,
      input.rowsUsed,
      input.rowsRefused,
      input.sha256,
    ]),
    empty: say('book.inputs.empty'),
    frozen: 2,
    tabColour: '7F7F7F',
  };
}

/** What a reader must know: how to read the figures, the packs, their open points, changed thresholds. */
export function notesSheet(model: ReportModel): TableSheet {
  const { language, remarks, packs } = model;
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const rows: (readonly SheetCell[])[] = [
    ...remarks.map((remark): SheetCell[] => [say('book.notes.remark'), null, null, remark]),
    ...packs.flatMap((pack): SheetCell[][] => [
      [
        say(pack.inForce ? 'book.notes.pack' : 'book.notes.pack_not_in_force'),
        pack.id,
        null,
        `${pack.title}, ${pack.version}, ${pack.effective}, sha256 ${pack.digest}`,
      ],
      ...pack.notes.map((note): SheetCell[] => [
        say('book.notes.point'),
        `${pack.id}: ${note.id}`,
        note.certaintyWord,
        note.text,
      ]),
    ]),
  ];
  return {
    ...titled('notes', model),
    remarks: [],
    columns: [
      { title: say('book.column.note_kind'), width: 22 },
      { title: say('book.column.note_id'), width: 30 },
      { title: say('book.column.certainty'), width: 22 },
      { title: say('book.column.content'), width: 110 },
    ],
    rows,
    empty: '-',
    frozen: 1,
    tabColour: '7F7F7F',
  };
}

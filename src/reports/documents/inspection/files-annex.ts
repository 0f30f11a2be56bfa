import { formatNumber } from '../../../messages/format.js';
import type { Block } from '../../document.js';
import { paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportModel } from '../../report-model.js';
import type { FileRegister } from './file-register.js';

/** The files that were examined, with their digests, so that each can be told from a copy that was changed later. */
export function fileBlocks(model: ReportModel, { files }: FileRegister, say: Speaker): Block[] {
  const number = (value: number | null | undefined): string =>
    value === null || value === undefined ? '-' : formatNumber(value, model.language);
  return [
    paragraph(say('inspection.files.how')),
    {
      kind: 'table',
      caption: null,
      columns: [
        { title: say('inspection.files.label'), weight: 1.3, align: 'center' },
        { title: say('inspection.files.path'), weight: 8 },
        { title: say('inspection.files.bytes'), weight: 2, align: 'right' },
        { title: say('inspection.files.read'), weight: 1.6, align: 'right' },
        { title: say('inspection.files.used'), weight: 1.6, align: 'right' },
        { title: say('inspection.files.refused'), weight: 1.6, align: 'right' },
        { title: 'SHA-256', weight: 9 },
      ],
      rows: files.map(({ label, path, sha256, input }) => [
        label,
        path,
        number(input?.bytes),
        number(input?.rowsRead),
        number(input?.rowsUsed),
        number(input?.rowsRefused),
        sha256,
      ]),
      empty: say('inspection.files.none'),
      compact: true,
    },
  ];
}

import { formatNumber } from '../../../messages/format.js';
import type { Block } from '../../document.js';
import { note, type Speaker } from '../../official/official-text.js';
import type { ReportModel } from '../../report-model.js';
import { rateCell, rateText } from './rate-text.js';

/** Every agency, worst first: its figures, what it handed in, what it must do next. */
export function ranking(model: ReportModel, say: Speaker): readonly Block[] {
  const { agencies, targets, language } = model;
  if (agencies.length === 0) return [];
  return [
    note(say('summary.annex_note.ranking')),
    {
      kind: 'table',
      caption: null,
      compact: true,
      columns: [
        { title: say('official.no'), weight: 3, align: 'center' },
        { title: say('summary.column.agency'), weight: 22 },
        ...targets.map(({ shortTitle, threshold }) => ({
          title: `${shortTitle} (${threshold})`,
          weight: 14,
          align: 'center' as const,
        })),
        { title: say('summary.column.effective'), weight: 14, align: 'center' },
        { title: say('summary.column.verdict'), weight: 13, align: 'center' },
        { title: say('summary.column.submission'), weight: 11 },
        { title: say('summary.column.next'), weight: 37 },
      ],
      rows: agencies.map((agency, index) => [
        formatNumber(index + 1, language),
        agency.name,
        ...agency.cells.map(rateCell),
        rateText(agency.effective),
        { text: agency.verdictWord, tone: agency.verdict },
        agency.late ? say('summary.late', { word: agency.submissionWord }) : agency.submissionWord,
        agency.actions.map((action) => action.text).join('; '),
      ]),
      empty: say('official.none'),
    },
  ];
}

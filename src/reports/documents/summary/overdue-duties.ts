import { formatNumber } from '../../../messages/format.js';
import type { Block } from '../../document.js';
import { note, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportFinding, ReportModel } from '../../report-model.js';
import { agencyCount, byAgency } from './by-agency.js';
import { groupBy } from './group-by.js';

/** Whether a finding is about a duty whose date has passed. */
export function isOverdue({ area, daysLate }: ReportFinding): boolean {
  return area === 'obligations' && daysLate > 0;
}

/** The duties that are overdue, the longest first, with whose they are. */
export function overdueDuties(model: ReportModel, say: Speaker): readonly Block[] {
  const { findings, language, asOf } = model;
  const duties = [...groupBy(findings.filter(isOverdue), ({ rule }) => rule).values()].map(
    (own) => ({ own, first: own[0], worst: Math.max(...own.map(({ daysLate }) => daysLate)) }),
  );
  if (duties.length === 0) {
    const whole = model.leftOut === 'none';
    return [paragraph(say(whole ? 'summary.overdue.none' : 'summary.overdue.none_chosen'))];
  }
  const number = (count: number) => formatNumber(count, language);
  return [
    {
      kind: 'table',
      caption: null,
      compact: true,
      columns: [
        { title: say('official.no'), weight: 4, align: 'center' },
        { title: say('summary.column.duty'), weight: 28 },
        { title: say('summary.column.count'), weight: 8, align: 'right' },
        { title: say('summary.column.agencies'), weight: 8, align: 'right' },
        { title: say('summary.column.systems'), weight: 8, align: 'right' },
        { title: say('summary.column.worst'), weight: 9, align: 'right' },
        { title: say('summary.column.where'), weight: 40 },
      ],
      rows: duties
        .sort((a, b) => b.worst - a.worst)
        .map(({ own, first, worst }, index) => [
          number(index + 1),
          `${first.title}. ${say('report.legal_basis', { citations: first.legalBasis })}`,
          number(own.length),
          number(agencyCount(own)),
          number(new Set(own.flatMap(({ system }) => (system ? [system] : []))).size),
          number(worst),
          byAgency(own, model, say),
        ]),
      empty: say('official.none'),
    },
    note(say('summary.overdue.note', { date: asOf })),
  ];
}

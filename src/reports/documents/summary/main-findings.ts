import { formatNumber } from '../../../messages/format.js';
import type { Block, TableCell } from '../../document.js';
import { severities } from '../../model/rows.js';
import { note, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportFinding, ReportModel } from '../../report-model.js';
import { agencyCount } from './by-agency.js';
import { noFindings } from './conclusions.js';
import { groupBy } from './group-by.js';
import { bold } from './kind-tables.js';

/** Rules that a leader reads; the others stand in one row, so that the numbers add up. */
const shownRules = 20;

/** The findings by rule, the worst and most frequent first. */
export function mainFindings(model: ReportModel, say: Speaker): readonly Block[] {
  const { findings, language } = model;
  if (findings.length === 0) return [paragraph(noFindings(model))];
  const number = (count: number) => formatNumber(count, language);
  const rules = [...groupBy(findings, ({ rule }) => rule).values()]
    .map((own) => ({ own, worst: worstOf(own) }))
    .sort((a, b) => rank(a.worst) - rank(b.worst) || b.own.length - a.own.length);
  const shown = rules.slice(0, shownRules);
  const others = rules.slice(shownRules).flatMap(({ own }) => own);
  const counts = (own: readonly ReportFinding[]): string[] => [
    number(own.length),
    number(agencyCount(own)),
    number(own.reduce((sum, { count }) => sum + count, 0)),
  ];
  return [
    {
      kind: 'table',
      caption: null,
      compact: true,
      columns: [
        { title: say('official.no'), weight: 4, align: 'center' },
        { title: say('summary.column.finding'), weight: 40 },
        { title: say('summary.column.area'), weight: 21 },
        { title: say('summary.column.severity'), weight: 14, align: 'center' },
        { title: say('summary.column.count'), weight: 8, align: 'right' },
        { title: say('summary.column.agencies'), weight: 8, align: 'right' },
        { title: say('summary.column.subjects'), weight: 8, align: 'right' },
      ],
      rows: [
        ...shown.map(({ own, worst }, index): TableCell[] => [
          number(index + 1),
          titleOf(worst),
          worst.areaWord,
          { text: worst.severityWord, tone: worst.severity },
          ...counts(own),
        ]),
        ...(others.length === 0
          ? []
          : [
              [
                '',
                say('summary.others', { count: rules.length - shown.length }),
                '',
                '',
                ...counts(others),
              ],
            ]),
        ['', say('report.total'), '', '', ...counts(findings)].map(bold),
      ],
      empty: say('official.none'),
    },
    note(say('summary.findings.note')),
  ];
}

function titleOf({ title, rule }: ReportFinding): string {
  return title === rule ? rule : `${title} (${rule})`;
}

function rank({ severity }: ReportFinding): number {
  return severities.indexOf(severity);
}

function worstOf(own: readonly [ReportFinding, ...ReportFinding[]]): ReportFinding {
  return own.reduce((worst, each) => (rank(each) < rank(worst) ? each : worst));
}

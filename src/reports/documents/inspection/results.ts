import { formatNumber } from '../../../messages/format.js';
import type { Block, TableCell } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportCell, ReportModel } from '../../report-model.js';

/** The agency's figures against the targets, in a table and in words: what is missing, and why figures alone don't decide. */
export function resultBlocks(model: ReportModel, agency: ReportAgency, say: Speaker): Block[] {
  const targets = model.targets.flatMap((target, index) => {
    const cell = agency.cells[index];
    return cell === undefined ? [] : [{ target, cell }];
  });
  const reasons = targets.flatMap(({ target, cell }) =>
    cell.reasons.map((reason) => say('inspection.reason', { target: target.shortTitle, reason })),
  );
  return [
    {
      kind: 'table',
      caption: say('inspection.results.caption', { date: model.asOf }),
      columns: [
        { title: say('inspection.results.target'), weight: 7 },
        { title: say('inspection.results.threshold'), weight: 2, align: 'center' },
        { title: say('inspection.results.count'), weight: 3, align: 'center' },
        { title: say('inspection.results.percent'), weight: 2.6, align: 'center' },
        { title: say('inspection.results.missing'), weight: 2, align: 'center' },
        { title: say('inspection.results.outcome'), weight: 3, align: 'center' },
      ],
      rows: [
        ...targets.map(({ target, cell }) => [
          target.title,
          target.threshold,
          ...figureCells(cell),
          missingText(cell, model),
          { text: cell.outcomeWord, tone: cell.outcome, bold: true },
        ]),
        [say('inspection.results.effective'), '-', ...figureCells(agency.effective), '-', '-'],
      ],
      empty: say('official.none'),
    },
    ...(reasons.length === 0 ? [] : [{ kind: 'list', ordered: false, items: reasons } as const]),
  ];
}

function figureCells({ count, percent }: ReportCell): TableCell[] {
  return [count, percent || '-'];
}

function missingText({ missing, denominator }: ReportCell, { language }: ReportModel): string {
  return denominator === 0 || missing === 0 ? '-' : formatNumber(missing, language);
}

/** The overall verdict in one sentence, with how many targets are met. */
export function verdictText(model: ReportModel, agency: ReportAgency, say: Speaker): string {
  const met = agency.cells.filter(({ outcome }) => outcome === 'met').length;
  const facts = {
    agency: agency.name,
    date: model.asOf,
    met,
    total: agency.cells.length,
  };
  switch (agency.verdict) {
    case 'met':
      return say('inspection.verdict.met', facts);
    case 'not_met':
      return say('inspection.verdict.not_met', facts);
    case 'inconclusive':
      return say('inspection.verdict.inconclusive', facts);
    case 'no_data':
      return agency.submission === 'not_submitted'
        ? say('inspection.verdict.not_submitted', { agency: agency.name, date: model.asOf })
        : say('inspection.verdict.no_data', { agency: agency.name, date: model.asOf });
  }
}

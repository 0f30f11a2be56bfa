import { formatNumber, text } from '../../messages/format.js';
import type { ReportModel, ReportSystem } from '../report-model.js';
import { shareCell } from './rate-cells.js';
import type { SheetCell, SheetColumn, TableSheet } from './table-sheet.js';
import { titled } from './words.js';

/** Every information system: its level, where its approval stands, its requirements in numbers. */
export function systemsSheet(model: ReportModel): TableSheet {
  const { language, agencies } = model;
  const counts = findingCounts(model);
  const metrics = model.targets
    .filter(({ metric }) => metric.startsWith('systems_'))
    .map(({ metric, shortTitle }) => ({ metric, title: shortTitle }));
  const systems = agencies.flatMap((agency) =>
    agency.systems.map((system) => ({ agency: agency.name, system })),
  );
  return {
    ...titled('systems', model),
    remarks: [text('book.systems.remark', language)],
    columns: systemColumns(model, metrics),
    rows: systems.map(({ agency, system }, index) => [
      index + 1,
      agency,
      system.name,
      system.lifecycleWord,
      system.computedText,
      system.declaredLevel,
      system.approvedLevel,
      system.statusWord,
      ...metrics.map((metric) => metricCell(system, metric.metric)),
      system.planStatusWord,
      ...requirementCells(system),
      counts.get(system.id) ?? 0,
      system.criteria.map(({ citation, title }) => citation || title).join('; '),
      couldRise(system, model),
      system.requirements?.selfAssessment ?? null,
      system.requirements?.inspection ?? null,
      system.id,
    ]),
    empty: text('book.systems.empty', language),
    frozen: 3,
    printed: 16 + metrics.length,
    tabColour: '2F5597',
  };
}

function systemColumns(
  { language }: ReportModel,
  metrics: readonly { readonly title: string }[],
): readonly SheetColumn[] {
  const say = (id: Parameters<typeof text>[0]) => text(id, language);
  const level = say('book.column.level');
  const requirements = say('book.column.requirements');
  return [
    { title: say('book.column.no'), width: 5, kind: 'ordinal' },
    { title: say('report.agency'), width: 26 },
    { title: say('report.system.name'), width: 34 },
    { title: say('book.column.lifecycle'), width: 13 },
    { title: say('book.column.level_computed'), width: 13, group: level },
    { title: say('book.column.level_declared'), width: 9, kind: 'ordinal', group: level },
    { title: say('book.column.level_approved'), width: 9, kind: 'ordinal', group: level },
    { title: say('report.system.status'), width: 26 },
    ...metrics.map(({ title }): SheetColumn => ({ title, width: 13 })),
    { title: say('book.column.plan_status'), width: 18 },
    { title: say('book.column.mandatory'), width: 9, kind: 'number', group: requirements },
    { title: say('book.column.met'), width: 8, kind: 'number', group: requirements },
    { title: say('book.column.failing'), width: 9, kind: 'number', group: requirements },
    { title: say('book.column.not_applicable'), width: 9, kind: 'number', group: requirements },
    { title: say('book.column.unknown'), width: 8, kind: 'number', group: requirements },
    { title: say('book.column.met_share'), width: 8, kind: 'percent', group: requirements },
    { title: say('book.column.findings'), width: 9, kind: 'number' },
    { title: say('book.column.criteria'), width: 44 },
    { title: say('book.column.could_rise'), width: 50 },
    { title: say('book.column.self_assessment'), width: 40 },
    { title: say('book.column.inspection'), width: 40 },
    { title: say('book.column.system_id'), width: 30 },
  ];
}

const tones = { pass: 'met', fail: 'not_met', unknown: 'inconclusive' } as const;

function metricCell({ metrics }: ReportSystem, metric: string): SheetCell {
  const found = metrics.find((each) => each.metric === metric);
  return found ? { value: found.outcomeWord, tone: tones[found.outcome] } : null;
}

function requirementCells({ requirements }: ReportSystem): readonly SheetCell[] {
  if (!requirements) return [null, null, null, null, null, null];
  const { mandatory, met, failing, notApplicable, unknown } = requirements;
  const share = shareCell(met, mandatory - notApplicable);
  return [mandatory, met, failing, notApplicable, unknown, share];
}

function couldRise({ couldRise: open }: ReportSystem, { language }: ReportModel): string {
  return open
    .map(
      ({ level, questions }) =>
        `${text('book.column.level', language)} ${formatNumber(level, language)}: ${questions.join(' ')}`,
    )
    .join('\n');
}

function findingCounts({ findings }: ReportModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { system } of findings) {
    if (system !== null) counts.set(system, (counts.get(system) ?? 0) + 1);
  }
  return counts;
}

import type { Block } from '../../document.js';
import { note, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportModel, ReportSystem } from '../../report-model.js';

/** What the draft is, and where the system stands, before the parts of the dossier. */
export function summaryBlocks(
  model: ReportModel,
  agency: ReportAgency,
  system: ReportSystem,
  say: Speaker,
): Block[] {
  const level = (value: number | null): string =>
    value === null ? say('dossier.level.none') : String(value);
  const rows = [
    [say('inspection.systems.computed'), system.computedText],
    [say('inspection.systems.declared'), level(system.declaredLevel)],
    [say('inspection.systems.approved'), level(system.approvedLevel)],
    [say('inspection.systems.status'), system.statusWord],
    [say('inspection.systems.plan'), system.planStatusWord],
    ...model.targets.flatMap((target) => {
      const found = system.metrics.find(({ metric }) => metric === target.metric);
      return found === undefined ? [] : [[target.title, found.outcomeWord]];
    }),
  ];
  return [
    note(say('dossier.intro', { agency: agency.name, date: model.asOf })),
    {
      kind: 'table',
      caption: say('dossier.summary'),
      columns: [
        { title: say('dossier.summary.item'), weight: 6 },
        { title: say('dossier.summary.value'), weight: 5 },
      ],
      rows,
      empty: say('official.none'),
    },
  ];
}

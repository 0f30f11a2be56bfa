import { formatNumber } from '../../../messages/format.js';
import type { TableBlock } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportModel } from '../../report-model.js';

/** The agency's information systems, one row each: its levels, where its approval and its plan stand, requirements met. */
export function systemsTable(
  model: ReportModel,
  { systems }: ReportAgency,
  say: Speaker,
): TableBlock {
  const level = (value: number | null): string => (value === null ? '-' : String(value));
  return {
    kind: 'table',
    caption: say('inspection.systems.caption'),
    columns: [
      { title: say('official.no'), weight: 1.2, align: 'center' },
      { title: say('inspection.systems.name'), weight: 6 },
      { title: say('inspection.systems.computed'), weight: 2.4, align: 'center' },
      { title: say('inspection.systems.declared'), weight: 2, align: 'center' },
      { title: say('inspection.systems.approved'), weight: 2.2, align: 'center' },
      { title: say('inspection.systems.status'), weight: 4.5 },
      { title: say('inspection.systems.plan'), weight: 4 },
      { title: say('inspection.systems.requirements'), weight: 3, align: 'center' },
    ],
    rows: systems.map((system, index) => [
      String(index + 1),
      system.name,
      system.computedText,
      level(system.declaredLevel),
      level(system.approvedLevel),
      system.statusWord,
      system.planStatusWord,
      system.requirements === null
        ? '-'
        : `${formatNumber(system.requirements.met, model.language)}/${formatNumber(
            system.requirements.mandatory - system.requirements.notApplicable,
            model.language,
          )}`,
    ]),
    empty: say('inspection.systems.none'),
    compact: true,
  };
}

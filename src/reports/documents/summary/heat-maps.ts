import type { Block } from '../../document.js';
import { note, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportModel } from '../../report-model.js';

/** Agencies on one upright page, with the key to the columns below them. */
const pageRows = 15;

/** Which requirements the agencies meet: agencies by groups of requirements. Empty when nothing was held against a catalogue. */
export function heatMaps(model: ReportModel, say: Speaker): readonly Block[] {
  const { agencies, requirementGroups: groups } = model;
  const rows = agencies
    .filter(({ systems }) => systems.some(({ requirements }) => requirements !== null))
    .map((agency) => ({
      label: agency.name,
      values: groups.map(({ id }) => shareMet(agency, id)),
    }));
  if (rows.length === 0 || groups.length === 0) return [];
  const pages = Math.ceil(rows.length / pageRows);
  return [
    note(say('summary.annex_note.heat')),
    ...Array.from({ length: pages }, (_, page): Block => {
      const own = rows.slice(page * pageRows, (page + 1) * pageRows);
      return {
        kind: 'chart',
        caption: say('summary.chart.heat', { page: page + 1, pages }),
        alt: say('summary.chart.heat_alt', { count: own.length }),
        chart: {
          kind: 'heat',
          columns: groups.map(({ title }) => title),
          rows: own,
          words: { low: say('official.chart.low'), high: say('official.chart.high') },
        },
      };
    }),
  ];
}

/** Whole percent, rounded down, over all systems of the agency; null when none of the group applies. */
function shareMet({ systems }: ReportAgency, id: string): number | null {
  const own = systems.flatMap(({ requirements }) =>
    (requirements?.groups ?? []).filter((group) => group.id === id),
  );
  const met = own.reduce((sum, group) => sum + group.met, 0);
  const applicable = own.reduce((sum, group) => sum + group.mandatory - group.notApplicable, 0);
  return applicable <= 0 ? null : Math.floor((100 * met) / applicable);
}

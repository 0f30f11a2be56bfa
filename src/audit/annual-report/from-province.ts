import { AppError } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import type { JudgedSystem, Province } from '../read-province.js';
import type { AnnualReportSource, ReportingAgency } from './source.js';

/**
 * A province read and judged, as the annual report needs it. Throws `AppError` (exit 2) when no pack in force on the
 * province's date has a form for it.
 */
export function annualReportSource(
  province: Province,
  judged: ReadonlyMap<string, readonly JudgedSystem[]>,
): AnnualReportSource {
  const { workspace, rules, asOf } = province;
  const pack = rules.packs.find((each) => each.annualReport !== undefined);
  const form = pack?.annualReport;
  if (!pack || !form) {
    throw new AppError({
      message: message('annual_report.no_form', { date: asOf }),
      hints: [message('annual_report.no_form.hint')],
    });
  }
  const kept = new Set(
    (rules.transition?.transition?.cases ?? []).flatMap(({ id, levelKept }) =>
      levelKept ? [id] : [],
    ),
  );
  const { id, version, digest, effective } = pack;
  return {
    title: workspace.title,
    pack: { id, version, digest, effective, form },
    agencies: province.chosen.map(
      ({ agency, inventory, status }): ReportingAgency => ({
        id: agency.id,
        name: agency.name,
        inventory,
        missing: inventory ? null : status === 'not_submitted' ? 'not_submitted' : 'inventory_lost',
        judged: new Map(
          (judged.get(agency.id) ?? []).map(({ system, result }) => [
            system,
            {
              computedLevel: result.classification?.computedLevel ?? null,
              levelKept: result.standing.case !== null && kept.has(result.standing.case),
              approvalBy: result.standing.approvalBy,
              planStatus: result.planStatus,
              requirements: result.requirements,
            },
          ]),
        ),
      }),
    ),
  };
}

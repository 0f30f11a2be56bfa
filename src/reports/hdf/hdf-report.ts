import { createHash } from 'node:crypto';
import type { Report } from '../format.js';
import { agencyOutcomes } from '../outcomes/agency-outcomes.js';
import { areaWord } from '../outcomes/area-word.js';
import { startOfDay } from '../outcomes/instant.js';
import type { AgencyOutcomes } from '../outcomes/rule-outcomes.js';
import type { ReportModel } from '../report-model.js';
import type { HdfControl, HdfProfile, HdfReport } from './hdf.js';
import { type HdfContext, hdfControl } from './hdf-control.js';

/**
 * A report in the Heimdall Data Format: one profile an agency, one control a rule. Heimdall counts controls, so that its
 * share of passed ones says something of an agency; with one profile a rule pack, one machine that fails anywhere would fail
 * the rule for the whole province, and an assessment doesn't say which pack a rule is of.
 */
export function hdfReport(report: Report): HdfReport {
  const model = report.model(report.language);
  const context: HdfContext = {
    language: report.language,
    start: startOfDay(model.asOfDate),
  };
  const profiles = agencyOutcomes(report).map((agency) => profile(agency, model, context));
  const controls = profiles.flatMap((each) => each.controls);
  const total = (status: 'passed' | 'failed' | 'skipped') => ({
    total: controls.filter((control) => statusOf(control) === status).length,
  });
  return {
    platform: { name: 'tuanthu', release: packsText(model), target_id: model.title },
    version: String(report.assessment.schema_version),
    statistics: {
      duration: 0,
      controls: { passed: total('passed'), failed: total('failed'), skipped: total('skipped') },
    },
    profiles,
  };
}

function profile(agency: AgencyOutcomes, model: ReportModel, context: HdfContext): HdfProfile {
  const controls = agency.rules.map((rule) => hdfControl(agency, rule, context));
  const areas = [...new Set(agency.rules.map(({ area }) => area))];
  return {
    name: agency.id,
    title: agency.name,
    version: model.asOfDate,
    summary: [
      agency.name,
      model.title,
      model.asOf,
      ...(model.scope === null ? [] : [model.scope]),
      ...model.remarks,
    ].join('\n'),
    sha256: createHash('sha256').update(JSON.stringify(controls)).digest('hex'),
    status: 'loaded',
    supports: [],
    attributes: model.packs
      .filter(({ inForce }) => inForce)
      .map(({ id, version, title, digest }) => ({
        name: id,
        options: { description: title, value: version, sha256: digest },
      })),
    groups: areas.map((area) => ({
      id: area,
      title: areaWord(area, context.language),
      controls: controls
        .filter((_, index) => agency.rules[index]?.area === area)
        .map(({ id }) => id),
    })),
    controls,
  };
}

/** The statistics have no place for errors: they stand among the failed. */
function statusOf({ impact, results }: HdfControl): 'passed' | 'failed' | 'skipped' {
  if (results.some(({ status }) => status === 'failed' || status === 'error')) return 'failed';
  return impact > 0 && results.some(({ status }) => status === 'passed') ? 'passed' : 'skipped';
}

function packsText({ packs }: ReportModel): string {
  return packs
    .filter(({ inForce }) => inForce)
    .map(({ id, version }) => `${id} ${version}`)
    .join(', ');
}

import { type IsoDate, isoDate } from '../domain/dates.js';
import { type TargetOutcome, worstOutcome } from '../domain/rates.js';
import type { Indicator } from '../intake/indicators.js';
import type { InputFile } from '../intake/read-file.js';
import { targetThreshold } from '../packs/parameters.js';
import type { RulePack, Target } from '../packs/types.js';
import type { Assessment } from './assessment.js';
import type { PlanIdentity, PlanReport, PlanTargetResult, PlanTotals } from './plan-report.js';
import { computedTarget, reportedTarget } from './plan-targets.js';

export interface PlanInput {
  /** Of the workspace whose packs `pack` is one of, on a date on which it is in force. */
  readonly assessment: Assessment;
  /** A pack with targets. */
  readonly pack: RulePack;
  /** The workspace's own thresholds, already checked. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly indicators: readonly Indicator[];
  /** The file that the indicators come from; undefined when there is none. */
  readonly input?: InputFile;
}

/** Every target of a pack: computed ones from the assessment, the others from reported figures. Pure; never throws. */
export function planReport(input: PlanInput): PlanReport {
  const { assessment, pack, parameters, indicators } = input;
  const asOf = isoDate(assessment.as_of);
  const reporter = pack.plan?.head?.carriedOutBy ?? null;
  const result = (target: Target): PlanTargetResult => {
    const { percent } = targetThreshold(target, parameters);
    return target.measuredBy === 'audit'
      ? computedTarget(target, percent, assessment)
      : reportedTarget(target, {
          percent,
          asOf,
          indicator: indicators.find((each) => each.target === target.id),
          reporter: target.reportedBy ?? reporter,
        });
  };
  const all = (pack.targets ?? []).map((target) => ({ area: target.area, result: result(target) }));
  const areas = (pack.plan?.areas ?? []).flatMap(({ id, title }) => {
    const targets = all.filter(({ area }) => area === id).map((each) => each.result);
    return targets.length === 0 ? [] : [{ id, title, totals: totals(targets), targets }];
  });
  const results = areas.flatMap((area) => area.targets);
  return {
    schema_version: 1,
    title: assessment.title,
    as_of: assessment.as_of,
    pack: { id: pack.id, version: pack.version, digest: pack.digest, title: pack.title },
    plan: identity(pack, asOf),
    areas,
    totals: totals(results),
    outcome: worstOutcome(results.map(({ outcome }) => outcome)),
    work_lines: pack.plan?.workLines ?? [],
    notes: pack.notes,
    indicators: input.input ? { path: input.input.path, sha256: input.input.sha256 } : null,
  };
}

function identity({ plan, instruments }: RulePack, asOf: IsoDate): PlanIdentity | null {
  const head = plan?.head;
  const instrument = instruments.find(({ id }) => id === head?.instrument);
  if (!head || !instrument) return null;
  const { effective, issued } = instrument;
  return {
    number: instrument.number,
    title: instrument.title,
    issued: issued ?? null,
    issued_by: head.issuedBy,
    carried_out_by: head.carriedOutBy,
    followed_up_by: head.followedUpBy ?? null,
    period: effective ?? null,
    ended: effective !== undefined && effective.to !== null && effective.to < asOf,
  };
}

function totals(targets: readonly PlanTargetResult[]): PlanTotals {
  const count = (word: TargetOutcome) => targets.filter(({ outcome }) => outcome === word).length;
  return {
    targets: targets.length,
    met: count('met'),
    not_met: count('not_met'),
    inconclusive: count('inconclusive'),
    no_data: count('no_data'),
  };
}

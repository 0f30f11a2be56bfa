import type { TargetOutcome } from '../../../domain/rates.js';
import type { TableBlock } from '../../document.js';
import { say } from '../../model/words.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportCell, ReportModel, ReportTarget } from '../../report-model.js';
import { isOverdue } from './overdue-duties.js';

/**
 * What the figures say, in a sentence or two for each matter: who handed in, the targets, the agencies, the endpoints, the
 * findings. They hold in every case: nobody handed in, no endpoints, a single agency, everything met.
 */
export function conclusions(model: ReportModel, say: Speaker): TableBlock {
  const rows: readonly (readonly [string, string])[] = [
    [say('summary.matter.handed_in'), handedIn(model)],
    [say('summary.matter.targets'), [targetSentences(model), ...verdicts(model)].join(' ')],
    [say('summary.matter.endpoints'), endpoints(model)],
    [say('summary.matter.findings'), findings(model)],
  ];
  return {
    kind: 'table',
    caption: null,
    compact: true,
    columns: [
      { title: say('summary.column.matter'), weight: 16 },
      { title: say('summary.column.conclusion'), weight: 84 },
    ],
    rows: rows.map(([matter, text]) => [{ text: matter, bold: true }, text]),
    empty: '',
  };
}

function handedIn({ language, agencies, province }: ReportModel): string {
  const { total, submitted, partly, not_submitted: none, late } = province.agencies;
  const [only] = agencies;
  const sentences = [
    total === 0
      ? say(language, 'summary.say.no_agencies')
      : total === 1 && only
        ? say(language, `summary.say.one.${only.submission}`, { name: only.name })
        : submitted === total
          ? say(language, 'summary.say.all_submitted', { total })
          : none === total
            ? say(language, 'summary.say.none_submitted', { total })
            : say(language, 'summary.say.submitted', { total, submitted, partly, none }),
    ...(late > 0 ? [say(language, 'summary.say.late', { late })] : []),
  ];
  return sentences.join(' ');
}

const order: readonly TargetOutcome[] = ['not_met', 'inconclusive', 'no_data', 'met'];

/** A sentence for each outcome that some target has, the worst first; each target stands in one. */
function targetSentences(model: ReportModel): string {
  const { language, targets, province } = model;
  if (targets.length === 0) return say(language, 'summary.say.no_targets');
  return order
    .flatMap((outcome) => {
      const own = targets.flatMap((target, index) => {
        const cell = province.cells[index];
        return cell?.outcome === outcome ? [targetText(target, cell, model)] : [];
      });
      const params = { count: own.length, total: targets.length, list: own.join('; ') };
      return own.length === 0 ? [] : [say(language, `summary.say.targets.${outcome}`, params)];
    })
    .join(' ');
}

function targetText(
  { shortTitle }: ReportTarget,
  { missing }: ReportCell,
  { language }: ReportModel,
): string {
  const name = shortTitle.charAt(0).toLocaleLowerCase(language) + shortTitle.slice(1);
  return missing > 0
    ? say(language, 'summary.say.target_missing', { name, missing })
    : say(language, 'summary.say.target', { name });
}

/** Of one agency the targets have said it already. */
function verdicts({ language, province, targets }: ReportModel): string[] {
  const { total, met, not_met, inconclusive, no_data } = province.agencies;
  if (total < 2 || targets.length === 0) return [];
  return [say(language, 'summary.say.verdicts', { met, not_met, inconclusive, no_data })];
}

function endpoints({ language, province }: ReportModel): string {
  const { endpoints: counts, effective } = province;
  if (counts.inScope === 0) return say(language, 'summary.say.no_endpoints');
  return say(language, 'summary.say.endpoints', {
    scope: counts.inScope,
    protected: counts.protected,
    degraded: counts.degraded,
    unprotected: counts.unprotected,
    unknown: counts.unknown,
    percent: effective.percent,
  });
}

function findings(model: ReportModel): string {
  const { language, findings: all } = model;
  if (all.length === 0) return noFindings(model);
  const count = (severity: string) => all.filter((each) => each.severity === severity).length;
  return say(language, `summary.say.findings${chosen(model)}`, {
    count: all.length,
    critical: count('critical'),
    high: count('high'),
    overdue: all.filter(isOverdue).length,
  });
}

/** That there are none; of a report that leaves some out, that none of the chosen ones is there. */
export function noFindings(model: ReportModel): string {
  return say(model.language, `summary.say.no_findings${chosen(model)}`);
}

/** The ending of what is said only about the chosen findings. */
function chosen({ leftOut }: ReportModel): '' | '_chosen' {
  return leftOut === 'none' ? '' : '_chosen';
}

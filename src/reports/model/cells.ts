import type { EndpointCounts, TargetResult } from '../../audit/assessment.js';
import type { Rate, TargetOutcome } from '../../domain/rates.js';
import type { Language } from '../../domain/text.js';
import { formatMessage, text } from '../../messages/format.js';
import type { ReportCell } from '../report-model.js';

/** A target's figures in words, with why its outcome isn't what they alone would say. */
export function targetCell(target: TargetResult, language: Language): ReportCell {
  return {
    ...rateCell(target, target.outcome, language),
    missing: target.missing,
    reasons: [...target.reasons, ...(target.notes ?? [])].map((each) =>
      formatMessage(each, language),
    ),
  };
}

/** The rate that stands beside the targets: protection runs, blocks and is current. It has no threshold of its own. */
export function effectiveCell(
  { effective }: EndpointCounts,
  verdict: TargetOutcome,
  language: Language,
): ReportCell {
  return rateCell(effective, verdict, language);
}

/** Percentages are rounded down, so that 899 of 1000 never reads 90 %. */
function rateCell(rate: Rate, outcome: TargetOutcome, language: Language): ReportCell {
  const { numerator, denominator, unknown } = rate;
  const lower = denominator === 0 ? 0 : Math.floor((100 * numerator) / denominator);
  const upper = denominator === 0 ? 0 : Math.floor((100 * (numerator + unknown)) / denominator);
  return {
    count: denominator === 0 ? '-' : `${numerator}/${denominator}`,
    percent: denominator === 0 ? '' : upper === lower ? `${lower}%` : `${lower}-${upper}%`,
    outcome,
    outcomeWord: text(`audit.outcome.${outcome}`, language),
    numerator,
    denominator,
    unknown,
    missing: 0,
    reasons: [],
  };
}

/**
 * Rates as intervals of whole numbers: of `denominator` subjects, `numerator` satisfy and `unknown` can't be told.
 * The true share lies between numerator/denominator and (numerator+unknown)/denominator. Nothing is rounded before a
 * comparison: 899 of 1000 never meets 90 %.
 */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  readonly unknown: number;
}

export type TargetOutcome = 'met' | 'not_met' | 'inconclusive' | 'no_data';

/**
 * Whether a rate meets a threshold in percent, with integers: `met` when 100·p ≥ t·D, `not_met` when 100·(p+u) < t·D,
 * otherwise `inconclusive`; `no_data` when D = 0. A threshold with decimals (99.5) is compared exactly in tenths.
 */
export function decideTarget(rate: Rate, thresholdPercent: number): TargetOutcome {
  if (rate.denominator === 0) return 'no_data';
  const threshold = Math.round(thresholdPercent * 10) * rate.denominator;
  if (1000 * rate.numerator >= threshold) return 'met';
  if (1000 * (rate.numerator + rate.unknown) < threshold) return 'not_met';
  return 'inconclusive';
}

/** How many subjects must still come to satisfy before the threshold is met; 0 when it is met or there is no data. */
export function missingToTarget(rate: Rate, thresholdPercent: number): number {
  const needed = Math.ceil((Math.round(thresholdPercent * 10) * rate.denominator) / 1000);
  return Math.max(0, needed - rate.numerator);
}

/** Sum of rates over disjoint subjects. The sum of none is 0 of 0: no data. */
export function sumRates(rates: readonly Rate[]): Rate {
  return rates.reduce(
    (sum, rate) => ({
      numerator: sum.numerator + rate.numerator,
      denominator: sum.denominator + rate.denominator,
      unknown: sum.unknown + rate.unknown,
    }),
    { numerator: 0, denominator: 0, unknown: 0 },
  );
}

/** The worst of several outcomes decides; `no_data` beside a decided outcome makes the whole inconclusive. */
export function worstOutcome(outcomes: readonly TargetOutcome[]): TargetOutcome {
  if (outcomes.includes('not_met')) return 'not_met';
  if (outcomes.includes('inconclusive')) return 'inconclusive';
  if (outcomes.every((outcome) => outcome === 'no_data')) return 'no_data';
  return outcomes.includes('no_data') ? 'inconclusive' : 'met';
}

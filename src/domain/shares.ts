import type { Rate, TargetOutcome } from './rates.js';

/** Digits after the comma that count; figures with more are refused where they are read. */
const decimals = 6;

/**
 * Whether a share of figures that may have decimals (money, volume) meets a threshold in percent: the rule of
 * `decideTarget`, exact in millionths, so that 9.999999 of 100 never meets 10 %. `no_data` when the whole is 0.
 */
export function decideShare(rate: Rate, thresholdPercent: number): TargetOutcome {
  const [part, whole, unknown] = [rate.numerator, rate.denominator, rate.unknown].map(scaled);
  if (part === undefined || whole === undefined || unknown === undefined || whole === 0n) {
    return 'no_data';
  }
  const threshold = tenths(thresholdPercent) * whole;
  if (1000n * part >= threshold) return 'met';
  return 1000n * (part + unknown) < threshold ? 'not_met' : 'inconclusive';
}

/** The share in percent, rounded down to tenths: 899 of 1000 is 89.9, and 0.99999 of 1 isn't 100. 0 when the whole is 0. */
export function percentDown(part: number, whole: number): number {
  if (whole === 0) return 0;
  return Number((1000n * scaled(part)) / scaled(whole)) / 10;
}

/**
 * How much the part must still grow before the threshold is met, rounded up to whole things, or to hundredths where
 * decimals are allowed; 0 when it is met.
 */
export function missingShare(rate: Rate, thresholdPercent: number, allowDecimals: boolean): number {
  const short =
    tenths(thresholdPercent) * scaled(rate.denominator) - 1000n * scaled(rate.numerator);
  if (short <= 0n) return 0;
  const step = 1000n * 10n ** BigInt(allowDecimals ? decimals - 2 : decimals);
  const steps = (short + step - 1n) / step;
  return Number(steps) / (allowDecimals ? 100 : 1);
}

function scaled(value: number): bigint {
  return BigInt(value.toFixed(decimals).replace('.', ''));
}

function tenths(percent: number): bigint {
  return BigInt(Math.round(percent * 10));
}

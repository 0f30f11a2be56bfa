import { formatDate, type IsoDate } from '../domain/dates.js';
import { AppError, exitCode } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { rulesInForce } from '../packs/read-packs.js';
import type { Classification, RulePack } from '../packs/types.js';
import { findPacks, usablePacks } from './find-packs.js';

/** A table of security levels and the pack that it is of. */
export interface ClassificationInForce {
  readonly pack: RulePack;
  readonly classification: Classification;
}

/**
 * The table that binds on a date, of the packs named (all bundled ones without a name). Throws `AppError`: exit 4 when none
 * is in force, exit 2 when a pack isn't there or can't be used.
 */
export async function classificationInForce(
  names: readonly string[],
  asOf: IsoDate,
): Promise<ClassificationInForce> {
  const packs = usablePacks(await findPacks(names));
  const pack = rulesInForce(packs, asOf).classification;
  if (pack?.classification) return { pack, classification: pack.classification };
  throw noneInForce(packs, asOf);
}

/** Says when the packs that can classify are in force, so that the person can choose a date or a pack. */
export function noneInForce(packs: readonly RulePack[], asOf: IsoDate): AppError {
  const able = packs.filter((each) => each.classification);
  const hints = able.map(({ id, effective: { from, to } }) =>
    to === null
      ? message('classify.in_force_from', { id, from: formatDate(from) })
      : message('classify.in_force_between', { id, from: formatDate(from), to: formatDate(to) }),
  );
  return new AppError({
    message: message('classify.no_pack', { date: formatDate(asOf) }),
    hints: hints.length > 0 ? hints : [message('classify.no_table')],
    exit: exitCode.inconclusive,
  });
}

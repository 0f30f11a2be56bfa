import type { FleetEngine } from '../engines/engine.js';
import { truthIn } from './row-values.js';

/**
 * Why the sources do or don't state that nothing protects the machine. `none_seen`: a source that sees every product says
 * none; `each_says_no`: every product that is known says off, stopped or not installed; `named_elsewhere`: another source
 * names a product of which nobody says no; `not_all_no`: a product isn't said to be off; `defender_steps_back`: only Microsoft
 * Defender says no, which it does by itself when another product registers; `nothing_said`: no product is spoken of.
 */
export type NoProtectionRule =
  | 'none_seen'
  | 'each_says_no'
  | 'named_elsewhere'
  | 'not_all_no'
  | 'defender_steps_back'
  | 'nothing_said';

export interface NoProtection {
  readonly stated: boolean;
  readonly rule: NoProtectionRule;
}

/** Reads the table `stated` of one endpoint. */
export async function explainNoProtection(engine: FleetEngine, gid: number): Promise<NoProtection> {
  const [row] = await engine.rows({
    sql: `SELECT stated.*, p.* FROM stated LEFT JOIN (SELECT gid, count(*) > 0 AS named, bool_and(states_no) AS all_no
        FROM product_fact GROUP BY gid) p USING (gid) WHERE gid = $gid`,
    params: { gid },
  });
  const stated = truthIn(row, 'no_protection_stated') === true;
  if (stated) return { stated, rule: truthIn(row, 'sees_none') ? 'none_seen' : 'each_says_no' };
  if (truthIn(row, 'named_elsewhere')) return { stated, rule: 'named_elsewhere' };
  if (!truthIn(row, 'named')) return { stated, rule: 'nothing_said' };
  return { stated, rule: truthIn(row, 'all_no') ? 'defender_steps_back' : 'not_all_no' };
}

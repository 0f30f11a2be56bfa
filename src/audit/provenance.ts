import type { FleetResult } from '../fleet/judge-fleet.js';
import type { Workspace } from '../intake/read-workspace.js';
import type { AgencySubmission } from '../intake/submission.js';
import type { RulesInForce } from '../packs/read-packs.js';
import type { RulePack } from '../packs/types.js';
import type { Assessment, AssessmentInput } from './assessment.js';

/** A pack as the assessment names it. */
export function describePack(pack: RulePack, rules: RulesInForce): Assessment['packs'][number] {
  return {
    id: pack.id,
    version: pack.version,
    digest: pack.digest,
    title: pack.title,
    effective: pack.effective,
    in_force: rules.packs.includes(pack),
    notes: pack.notes,
  };
}

/** Every file that the assessment rests on, with its digest and, for exports, what became of its rows. */
export function describeInputs(
  workspace: Workspace,
  chosen: readonly AgencySubmission[],
  fleet: FleetResult,
): AssessmentInput[] {
  const rows = new Map(fleet.files.map((row) => [row['path'], row]));
  return [...workspace.inputs, ...chosen.flatMap((each) => each.inputs)].map((input) => {
    const row = rows.get(input.path);
    const read = row ? Number(row['rows_read']) : null;
    const refused = row ? Number(row['refused']) : null;
    return {
      path: input.path,
      sha256: input.sha256,
      bytes: input.bytes,
      rows_read: read,
      rows_used: read === null || refused === null ? null : read - refused,
      rows_refused: refused,
    };
  });
}

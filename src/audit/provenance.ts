import type { FleetResult } from '../fleet/judge-fleet.js';
import type { InputFile } from '../intake/read-file.js';
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

/** Every file that the assessment rests on, the workspace's `own` first, with its digest and, for exports, what became of its rows. */
export function describeInputs(
  own: readonly InputFile[],
  chosen: readonly AgencySubmission[],
  fleet: FleetResult,
): AssessmentInput[] {
  const rows = rowsOf(fleet);
  const inputs = [
    ...own.map((input) => ({ input, owner: {} })),
    ...chosen.flatMap(({ agency, inputs }) =>
      inputs.map((input) => ({ input, owner: { agency: agency.id } })),
    ),
  ];
  return inputs.map(({ input, owner }) => {
    const { read, refused } = rows.get(input.path) ?? { read: null, refused: null };
    return {
      path: input.path,
      ...owner,
      sha256: input.sha256,
      bytes: input.bytes,
      rows_read: read,
      rows_used: read === null || refused === null ? null : read - refused,
      rows_refused: refused,
    };
  });
}

/** What became of the rows of each export file, those of its sheets and of an archive's files together. */
export function rowsOf(
  fleet: FleetResult,
): ReadonlyMap<string, { readonly read: number; readonly refused: number }> {
  const rows = new Map<string, { read: number; refused: number }>();
  for (const row of fleet.files) {
    const path = String(row['path']);
    const sum = rows.get(path) ?? { read: 0, refused: 0 };
    rows.set(path, {
      read: sum.read + Number(row['rows_read']),
      refused: sum.refused + Number(row['refused']),
    });
  }
  return rows;
}

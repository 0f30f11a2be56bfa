import type { Checklist, RequirementAnswer } from '../../domain/checklists.js';
import type { Level } from '../../domain/rules.js';
import type { Message } from '../../domain/text.js';
import type { Requirement, RequirementCatalogue } from '../../packs/types.js';
import { catalogueDigest, type FormIdentity } from './form.js';

/** One system's sheet of answers before it is drawn: what is asked, and what was answered already. */
export interface ChecklistForm {
  readonly agency: { readonly id: string; readonly name: string };
  readonly system: { readonly id: string; readonly name: string };
  readonly pack: { readonly id: string; readonly version: string };
  readonly level: Level;
  /** Where the level comes from, in words. */
  readonly levelSource: Message;
  readonly kind: Checklist['kind'];
  readonly catalogue: RequirementCatalogue;
  /** Requirements shown apart, on a sheet that isn't read back. */
  readonly annex?: RequirementCatalogue;
  readonly answers: readonly RequirementAnswer[];
  /** Put into the cell for everybody's assessor. */
  readonly assessor?: string;
  /** What to look at again in an answer, beside its row. */
  readonly remark: (requirement: Requirement, answer: RequirementAnswer) => Message | undefined;
}

/** What the sheet says of itself to the program. */
export function identityOf(form: ChecklistForm): FormIdentity {
  return {
    agency: form.agency.id,
    system: form.system.id,
    pack: form.pack.id,
    level: form.level,
    kind: form.kind,
    catalogue: catalogueDigest(form.catalogue),
  };
}

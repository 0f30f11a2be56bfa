import type { Approval, Classification, Requirements, Transition } from '../packs/types.js';

/** The law that a system is judged by; a part is undefined when no pack in force has it. */
export interface SystemLaw {
  readonly classification: Classification | undefined;
  readonly approval: Approval | undefined;
  /** Id of the pack that `approval` is of. */
  readonly approvalPack?: string;
  readonly requirements?: { readonly pack: string; readonly levels: Requirements['levels'] };
  readonly transition?: Transition;
  /** The other packs at hand, by id: an approval may stand under one that is no longer in force. */
  readonly others?: ReadonlyMap<string, OtherLaw>;
}

/** What another pack says of approvals made under it. */
export interface OtherLaw {
  readonly classification: Classification | undefined;
  readonly approval: Approval | undefined;
}

import type { IsoDate } from '../domain/dates.js';
import type { Certainty, Citation, Severity } from '../domain/rules.js';
import type { LocalizedText, Message } from '../domain/text.js';
import type { ObligationActor } from '../packs/obligations.js';
import type { ObligationStatus } from '../systems/obligation-result.js';

/** One thing that is due: an obligation, or the requirements of a system whose interval ends on one day. */
export interface Deadline {
  readonly kind: 'obligation' | 'requirements';
  /** Id of the obligation; of requirements, the pack of their catalogue. */
  readonly id: string;
  readonly title: Message;
  readonly who: ObligationActor;
  readonly agency: { readonly id: string; readonly name: string } | null;
  readonly system: { readonly id: string; readonly name: string } | null;
  readonly event: string | null;
  readonly status: ObligationStatus;
  readonly due: IsoDate | null;
  readonly latest: IsoDate | null;
  readonly at: string | null;
  readonly daysLeft: number | null;
  readonly daysLeftLatest: number | null;
  readonly next: IsoDate | null;
  readonly doneOn: IsoDate | null;
  readonly lastWorkingDay: IsoDate | null;
  readonly period: string | null;
  readonly certainty: Certainty;
  readonly severity: Severity;
  readonly citations: readonly Citation[];
  readonly why: readonly Message[];
  readonly missing: readonly Message[];
  readonly remediation: LocalizedText | Message;
}

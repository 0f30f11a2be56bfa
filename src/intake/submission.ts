import type { Checklist } from '../domain/checklists.js';
import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Agency, RecordPlace } from './agencies.js';
import type { Inventory } from './inventory.js';
import type { BrokenChecklist } from './read-checklists.js';
import type { InputFile } from './read-file.js';

/**
 * `submitted`: an inventory that can be read and endpoint exports. `partly`: something of that is missing, or a file that
 * was handed in can't be used. `not_submitted`: no folder, or nothing in it.
 */
export type SubmissionStatus = 'submitted' | 'partly' | 'not_submitted';

/** What one agency handed in. */
export interface AgencySubmission {
  readonly agency: Agency;
  readonly status: SubmissionStatus;
  /** Handed in after the deadline; false when either date is unknown or nothing was handed in. */
  readonly late: boolean;
  readonly submittedOn: IsoDate | null;
  /** Null when it is missing, can't be read or is another agency's. Errors may stand beside a usable one. */
  readonly inventory: Inventory | null;
  readonly endpointFiles: readonly EndpointFile[];
  /** An endpoint export that was handed in, or promised in the inventory, is not among `endpointFiles`. */
  readonly endpointFilesLost: boolean;
  /** Answers on the catalogues of its systems; what can't be used is left out, with an error. */
  readonly checklists: readonly Checklist[];
  /**
   * Checklists with an error, whose systems must not pass: an answer that can't be read might have been "not met".
   */
  readonly brokenChecklists: readonly BrokenChecklist[];
  readonly diagnostics: readonly Diagnostic[];
  /** Everything that could be opened, in path order. */
  readonly inputs: readonly InputFile[];
}

/** An endpoint export, not empty and not too large; its content hasn't been looked at. `path` relative to the workspace. */
export interface EndpointFile {
  readonly path: string;
  readonly exportedOn?: IsoDate;
}

export interface Submissions {
  /** One for each current agency, in the order of the list. */
  readonly agencies: readonly AgencySubmission[];
  /** Problems that belong to no current agency. */
  readonly diagnostics: readonly Diagnostic[];
  /** Ids that more than one entry bears. All entries stay in their inventories; each agency has an error for its own. */
  readonly duplicateSystems: readonly DuplicateSystem[];
}

export interface DuplicateSystem {
  readonly id: string;
  readonly places: readonly (RecordPlace & { readonly agency: string })[];
}

import type { IsoDate } from '../domain/dates.js';
import type { DutyDone, InformationSystem } from '../domain/systems.js';
import type { RecordPlace } from './agencies.js';

/** What one agency states: its information systems, and what its endpoint exports don't say themselves. */
export interface Inventory {
  /** Id of the agency. */
  readonly agency: string;
  readonly submittedOn?: IsoDate;
  readonly declaredEndpoints?: DeclaredEndpoints;
  readonly endpointReports: readonly EndpointReport[];
  readonly endpointExclusions: readonly EndpointExclusion[];
  readonly uses: readonly SystemUse[];
  /** The parties that the annual report names (Form 08, section 2). */
  readonly organisation?: Organisation;
  /** Duties of the agency as a whole that it has carried out. */
  readonly dutiesDone: readonly DutyDone[];
  /** Retired systems included. */
  readonly systems: readonly InformationSystem[];
  /** Path of the file, relative to the workspace. */
  readonly path: string;
}

/** The number of endpoints in the agency's own register: a second source for the denominator. */
export interface DeclaredEndpoints {
  readonly count: number;
  readonly register: string;
  readonly date?: IsoDate;
}

/** The date of an export that carries none. `file` is relative to the agency's folder, with `/`, in NFC. */
export interface EndpointReport {
  readonly file: string;
  readonly exportedOn: IsoDate;
  readonly at: RecordPlace;
}

/** A machine left out of the count. At least one of `host`, `serial`, `hardwareUuid` is there. */
export interface EndpointExclusion {
  readonly host?: string;
  readonly serial?: string;
  readonly hardwareUuid?: string;
  readonly reason: 'retired' | 'not_capable' | 'vdi_image' | 'personal' | 'other';
  readonly note: string;
  readonly at: RecordPlace;
}

/** A system of another agency that this one only uses: counted once, for its owner. */
export interface SystemUse {
  readonly system: string;
  readonly note?: string;
  readonly at: RecordPlace;
}

/** Who is who for the systems of one agency. */
export interface Organisation {
  readonly owner?: OrganisationParty;
  readonly specialisedUnit?: OrganisationParty;
  readonly operatingUnits?: readonly OperatingUnit[];
}

/** A party as Form 08, section 2 describes it. */
export interface OrganisationParty {
  readonly name: string;
  readonly mandateDocument?: string;
  readonly headName?: string;
  readonly headPosition?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** An operating unit, Decree 331/2026 Art. 36.1. */
export interface OperatingUnit {
  readonly name: string;
  readonly mandateDocument?: string;
  readonly head?: string;
  readonly address?: string;
  readonly contact?: string;
}

import type { IsoDate } from '../domain/dates.js';

export type AgencyKind =
  | 'committee'
  | 'office'
  | 'department'
  | 'inspectorate'
  | 'management_board'
  | 'police'
  | 'district'
  | 'commune'
  | 'ward'
  | 'public_unit';

/** A public body that must hand in, or had to while it existed. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly kind: AgencyKind;
  /** Id of the body that it belongs to. */
  readonly parent?: string;
  /** First day of its existence; absent = always existed. */
  readonly validFrom?: IsoDate;
  /** Last day of its existence; absent = no end known. */
  readonly validTo?: IsoDate;
  /** Id of the body that took over its work. */
  readonly successor?: string;
  readonly note?: string;
  readonly at: RecordPlace;
}

/** Where a record of a document stands: path as in diagnostics, 1-based line, JSON Pointer. */
export interface RecordPlace {
  readonly path: string;
  readonly line: number;
  readonly pointer: string;
}

/** The agencies that exist on a date, both ends of their time included, in the order of the list. */
export function currentAgencies(agencies: readonly Agency[], asOf: IsoDate): readonly Agency[] {
  return agencies.filter(({ validFrom, validTo }) => {
    const begun = validFrom === undefined || validFrom <= asOf;
    return begun && (validTo === undefined || asOf <= validTo);
  });
}

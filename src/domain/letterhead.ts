/** The head and foot of official documents, Decree 30/2020/NĐ-CP, Annex I. What the workspace doesn't say is absent. */
export interface Letterhead {
  readonly superior?: string;
  readonly issuer?: string;
  /** The body's abbreviation in a document's number: `SKHCN`. */
  readonly sign?: string;
  readonly place?: string;
  readonly signer?: {
    /** `KT. GIÁM ĐỐC`. */
    readonly authority?: string;
    readonly title?: string;
    readonly name?: string;
  };
  /** Of documents about everybody: summary, annual report. */
  readonly recipients?: readonly string[];
  /** Of documents about one agency: inspection records, reminders. */
  readonly agency_recipients?: readonly string[];
}

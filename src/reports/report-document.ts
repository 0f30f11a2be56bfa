import type { DocumentModel } from './document.js';
import type { ReportModel } from './report-model.js';

/**
 * A document that can be written from a report. A file in `documents/` exports one as `document`; its id is the file's name.
 * Pure: the same report and subject give the same document; it judges nothing, and says only what the report holds.
 */
export interface ReportDocument {
  readonly id: string;
  /** What one document is about: everything that was audited, one agency, one information system. */
  readonly per: 'province' | 'agency' | 'system';
  /**
   * Ids of the agencies or systems that a document is to be written about, in the report's order; may be empty. Of a document
   * about the province: empty, it is built once with a null subject.
   */
  readonly subjects: (model: ReportModel) => readonly string[];
  /** `subject` is an id that the report has; another one is a bug and throws. */
  readonly build: (model: ReportModel, subject: string | null) => DocumentModel;
}

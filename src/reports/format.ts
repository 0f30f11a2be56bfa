import type { Assessment } from '../audit/assessment.js';
import type { Language } from '../domain/text.js';
import type { DocumentModel } from './document.js';
import type { ReportModel } from './report-model.js';

/** Typefaces that printed formats embed, as TrueType files. */
export interface ReportFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
}

/** What a format needs besides the report and can't compute; read only by the formats that ask. */
export interface ReportAssets {
  /** Tinos, the metric twin of Times New Roman. */
  readonly fonts: () => Promise<ReportFonts>;
  /** The web application as one HTML page without data. Throws `AppError` when the program was built without it. */
  readonly webPage: () => Promise<string>;
}

/** An assessment, restricted to what is to be reported, and its model in any language. */
export interface Report {
  readonly assessment: Assessment;
  /** The language asked for; a format that holds both languages ignores it. */
  readonly language: Language;
  /** Worked out once for each language. */
  readonly model: (language: Language) => ReportModel;
}

interface FormatFacts {
  /** The name of its file in `formats/`, and what `--output` calls it. */
  readonly id: string;
  /** Of the files that it writes, with the dot. */
  readonly extension: string;
  readonly mediaType: string;
}

/** A format of data: the whole report in one file. */
export interface DataFormat extends FormatFacts {
  readonly kind: 'data';
  readonly render: (report: Report, assets: ReportAssets) => Promise<string | Uint8Array>;
}

/** A format of pages: one file for each document. */
export interface DocumentFormat extends FormatFacts {
  readonly kind: 'document';
  readonly render: (document: DocumentModel, assets: ReportAssets) => Promise<string | Uint8Array>;
}

/**
 * A way to write reports down. `render` is pure: the same report gives the same bytes; it judges nothing, and throws only
 * for a bug. A file in `formats/` exports one as `format`.
 */
export type ReportFormat = DataFormat | DocumentFormat;

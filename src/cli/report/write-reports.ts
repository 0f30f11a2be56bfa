import { extname, join } from 'node:path';
import type { Assessment } from '../../audit/assessment.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { checkFree, isFolder, writeNew } from '../../platform/write-new.js';
import type { Report, ReportAssets, ReportFormat } from '../../reports/format.js';
import { reportModel } from '../../reports/model.js';
import type { ReportDocument } from '../../reports/report-document.js';
import { leftOut, type ReportScope, restrict, scopeText } from '../../reports/restrict.js';
import type { Progress } from '../progress.js';
import { reportAssets } from './assets.js';
import { checkScope } from './check-scope.js';
import { isFolderPath, type Output } from './outputs.js';
import { loadDocument } from './registries.js';

/** What is to be written where. */
export interface ReportRequest {
  readonly assessment: Assessment;
  readonly scope: ReportScope;
  readonly outputs: readonly Output[];
  /** Id of the document that formats of pages write; undefined: the inspection of one agency, otherwise the summary. */
  readonly document: string | undefined;
  readonly language: Language;
  readonly force: boolean;
  readonly progress: Progress;
}

/** One file that was written, or would be. */
export interface WrittenReport {
  readonly format: string;
  /** Id of the document; null for a format of data. */
  readonly document: string | null;
  /** The agency or system that it is about; null for all. */
  readonly subject: string | null;
  readonly path: string;
  readonly bytes: number;
}

export interface ReportsWritten {
  readonly written: readonly WrittenReport[];
  /** What goes to standard output; undefined when nothing does. */
  readonly stdout: string | Uint8Array | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

interface Piece {
  readonly format: ReportFormat;
  readonly document: string | null;
  readonly subject: string | null;
  readonly path: string;
  readonly render: () => Promise<string | Uint8Array>;
}

/**
 * Writes reports of an assessment, one file for each data format and for each subject of a document. All places are looked at
 * first, so that nothing is written when one is taken; each file is written whole or not at all. Throws `AppError` (exit 2).
 */
export async function writeReports(request: ReportRequest): Promise<ReportsWritten> {
  const { assessment, scope, outputs, language, force, progress } = request;
  if (outputs.length === 0 && request.document !== undefined)
    throw unusedDocument(request.document);
  if (outputs.length === 0) return { written: [], stdout: undefined, diagnostics: [] };
  checkScope(assessment, scope);
  const report = openReport(assessment, scope, language);
  const assets = reportAssets();
  const id =
    request.document ?? (report.assessment.agencies.length === 1 ? 'inspection' : 'summary');
  const needsDocument = outputs.some(({ format }) => format.kind === 'document');
  if (!needsDocument && request.document !== undefined) {
    throw unusedDocument(request.document);
  }
  const document = needsDocument ? await loadDocument(id) : undefined;
  const pieces: Piece[] = [];
  for (const output of outputs) {
    if (output.format.kind === 'data') pieces.push(await dataPiece(output, report, assets));
    else if (document) {
      pieces.push(...(await documentPieces(output, document, report, scope, assets)));
    }
  }
  for (const { path } of pieces) if (path !== '-') await checkFree(path, { force });
  const written: WrittenReport[] = [];
  let stdout: string | Uint8Array | undefined;
  progress.start(message('report.progress'));
  for (const [done, { format, document: about, subject, path, render }] of pieces.entries()) {
    progress.update(done, pieces.length);
    const content = await render();
    if (path === '-') stdout = content;
    else await writeNew(path, content, { force });
    written.push({
      format: format.id,
      document: about,
      subject,
      path,
      bytes: Buffer.byteLength(content),
    });
  }
  progress.stop();
  return {
    written,
    stdout,
    diagnostics: document && pieces.length === 0 ? [nothingToWrite(id)] : [],
  };
}

/** The report on an assessment as far as `scope` goes. */
export function openReport(assessment: Assessment, scope: ReportScope, language: Language): Report {
  const restricted = restrict(assessment, scope);
  const models = new Map<Language, ReturnType<typeof reportModel>>();
  return {
    assessment: restricted,
    language,
    model(wanted) {
      const model =
        models.get(wanted) ??
        reportModel(restricted, wanted, {
          text: scopeText(scope, assessment, wanted),
          leftOut: leftOut(scope),
        });
      models.set(wanted, model);
      return model;
    },
  };
}

async function dataPiece(
  { format, path }: Output,
  report: Report,
  assets: ReportAssets,
): Promise<Piece> {
  if (format.kind !== 'data') throw new TypeError(`${format.id} writes documents`);
  const named =
    path !== '-' && (await isFolder(path)) ? join(path, `report${format.extension}`) : path;
  return {
    format,
    document: null,
    subject: null,
    path: named,
    render: () => format.render(report, assets),
  };
}

async function documentPieces(
  { format, path }: Output,
  document: ReportDocument,
  report: Report,
  { systems }: ReportScope,
  assets: ReportAssets,
): Promise<Piece[]> {
  if (format.kind !== 'document') throw new TypeError(`${format.id} writes data`);
  const model = report.model(report.language);
  const subjects: readonly (string | null)[] =
    document.per === 'province'
      ? [null]
      : document
          .subjects(model)
          .filter(
            (id) => document.per !== 'system' || systems.length === 0 || systems.includes(id),
          );
  const intoFolder =
    path !== '-' && (isFolderPath(path) || (await isFolder(path)) || extname(path) === '');
  if (subjects.length > 1 && !intoFolder) {
    throw new AppError({
      message: message('report.needs_folder', { count: subjects.length, path }),
      hints: [message('report.needs_folder.hint')],
    });
  }
  return subjects.map((subject) => {
    const name = subject === null ? document.id : `${document.id}-${subject}`;
    return {
      format,
      document: document.id,
      subject,
      path: intoFolder ? join(path, `${name}${format.extension}`) : path,
      render: () => format.render(document.build(model, subject), assets),
    };
  });
}

function unusedDocument(id: string): AppError {
  return new AppError({
    message: message('report.document_unused', { id }),
    hints: [message('report.bad_output.hint')],
  });
}

function nothingToWrite(id: string): Diagnostic {
  return {
    code: 'report.no_subject',
    severity: 'warning',
    message: message('report.no_subject', { document: id }),
  };
}

import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { isTerminal } from '../platform/environment.js';
import { formatOfFile } from './format-of-file.js';

export type AnnualReportFormat = 'table' | 'md' | 'xlsx' | 'pdf' | 'docx' | 'json';

/** Formats that a terminal can't show. */
const binary: ReadonlySet<AnnualReportFormat> = new Set(['xlsx', 'pdf', 'docx']);

const byExtension: Readonly<Record<string, AnnualReportFormat>> = {
  '.txt': 'table',
  '.md': 'md',
  '.xlsx': 'xlsx',
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.json': 'json',
};

/**
 * The format asked for, else that of the file's name, else the table. Throws `AppError` (exit 2) when the file's name is of
 * another or no known format, or pages or a spreadsheet would go to a terminal; `json`: nothing but JSON goes there.
 */
export function formatOf(
  flag: string | undefined,
  out: string | undefined,
  json: boolean,
): AnnualReportFormat {
  const format = formatOfFile(byExtension, flag as AnnualReportFormat | undefined, out) ?? 'table';
  if (binary.has(format) && out === undefined && !json && isTerminal('stdout')) {
    throw new AppError({
      message: message('annual_report.binary'),
      hints: [message('annual_report.binary.hint')],
    });
  }
  return format;
}

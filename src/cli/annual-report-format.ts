import { extname } from 'node:path';
import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';
import { isTerminal } from '../platform/environment.js';

export type AnnualReportFormat = 'table' | 'md' | 'xlsx' | 'json';

const byExtension: Readonly<Record<string, AnnualReportFormat>> = {
  '.md': 'md',
  '.xlsx': 'xlsx',
  '.json': 'json',
};

/**
 * The format asked for, else that of the file's name, else the table. Throws `AppError` (exit 2) when a spreadsheet would
 * go to a terminal; `json`: nothing but JSON goes there.
 */
export function formatOf(
  flag: string | undefined,
  out: string | undefined,
  json: boolean,
): AnnualReportFormat {
  const named = out === undefined ? undefined : byExtension[extname(out).toLowerCase()];
  const format = (flag as AnnualReportFormat | undefined) ?? named ?? 'table';
  if (format === 'xlsx' && out === undefined && !json && isTerminal('stdout')) {
    throw new AppError({
      message: message('annual_report.binary'),
      hints: [message('annual_report.binary.hint')],
    });
  }
  return format;
}

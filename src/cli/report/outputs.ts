import { extname } from 'node:path';
import { AppError } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { isTerminal } from '../../platform/environment.js';
import type { ReportFormat } from '../../reports/format.js';
import { loadFormat } from './registries.js';

/** Where a report is to go. */
export interface Output {
  readonly format: ReportFormat;
  /** A file or folder as the person typed it; `-` is standard output. */
  readonly path: string;
}

/**
 * Reads `FORMAT:PATH` texts. Throws `AppError` (exit 2) for one that isn't of that form, an unknown format, a file whose
 * ending is of another format, the same path twice, or standard output together with anything else that goes there.
 */
export async function parseOutputs(
  texts: readonly string[],
  { json }: { readonly json: boolean },
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  for (const each of texts) {
    const [, id = '', path = ''] = /^([a-z0-9-]+):(.+)$/s.exec(each) ?? [];
    if (id === '') {
      throw new AppError({
        message: message('report.bad_output', { found: each }),
        hints: [message('report.bad_output.hint')],
      });
    }
    const format = await loadFormat(id);
    if (outputs.some((other) => other.path === path)) {
      throw new AppError({ message: message('report.same_output', { path }) });
    }
    const ending = extname(path).toLowerCase();
    if (path !== '-' && ending !== '' && !isFolderPath(path) && ending !== format.extension) {
      throw new AppError({
        message: message('report.output_ending', { path, format: id }),
        hints: [message('cli.out_ending.hint', { endings: format.extension })],
      });
    }
    if (path === '-' && !isText(format) && isTerminal('stdout')) {
      throw new AppError({
        message: message('report.binary', { format: id }),
        hints: [message('report.bad_output.hint')],
      });
    }
    outputs.push({ format, path });
  }
  if (json && outputs.some(({ path }) => path === '-')) {
    throw new AppError({ message: message('report.stdout_json') });
  }
  return outputs;
}

/** Whether a terminal can show a format. */
function isText({ mediaType }: ReportFormat): boolean {
  return /^text\/|json|xml$/.test(mediaType);
}

/** Whether a path names a folder by its form: it ends with a slash. */
export function isFolderPath(path: string): boolean {
  return /[/\\]$/.test(path);
}

import { extname } from 'node:path';
import { AppError, type Diagnostic } from '../domain/diagnostic.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { writeNew } from '../platform/write-new.js';

/** Files that SARIF is written to, by their ending; one without an ending is taken as it is. */
const endings = ['.sarif', '.json', ''];

interface Options {
  /** `sarif:PATH` texts; `-` is standard output. */
  readonly output?: readonly string[] | undefined;
  readonly force?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly language: Language;
  readonly version: string;
}

/** Where `--output` of a checking command goes. */
export interface DiagnosticsOutput {
  /**
   * Writes what was found wherever it was asked for. Gives the text for standard output when it was asked for there.
   * `complete`: something was looked at. Throws `AppError` (exit 2) for a file that is there already or can't be written.
   */
  write(
    diagnostics: readonly Diagnostic[],
    run: { readonly complete: boolean },
  ): Promise<string | undefined>;
}

/**
 * Reads the `--output` flags of a command that checks files, before it begins. Throws `AppError` (exit 2) for another form
 * than `sarif:PATH`, another ending, the same path twice, and standard output together with `--json`.
 */
export function openDiagnosticsOutput(options: Options): DiagnosticsOutput {
  const paths = (options.output ?? []).map(pathOf);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) {
    throw new AppError({ message: message('report.same_output', { path: twice }) });
  }
  if (options.json && paths.includes('-')) {
    throw new AppError({ message: message('report.stdout_json') });
  }
  return {
    async write(diagnostics, { complete }) {
      if (paths.length === 0) return undefined;
      const { diagnosticsSarif } = await import('../reports/diagnostics-sarif.js');
      const { language, version, force } = options;
      const sarif = diagnosticsSarif(diagnostics, { language, version, complete });
      for (const path of paths)
        if (path !== '-') await writeNew(path, sarif, { force: force === true });
      return paths.includes('-') ? sarif : undefined;
    },
  };
}

function pathOf(found: string): string {
  const path = /^sarif:(.+)$/s.exec(found)?.[1];
  if (path === undefined) {
    throw new AppError({
      message: message('report.bad_output', { found }),
      hints: [message('diagnostics.bad_output.hint')],
    });
  }
  if (!endings.includes(extname(path).toLowerCase())) {
    throw new AppError({
      message: message('report.output_ending', { path, format: 'sarif' }),
      hints: [message('cli.out_ending.hint', { endings: endings.filter(Boolean).join(', ') })],
    });
  }
  return path;
}

import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { type ExitCode, exitCode } from '../../domain/diagnostic.js';
import type { TargetOutcome } from '../../domain/rates.js';
import { message } from '../../messages/catalogue.js';
import { today } from '../../platform/clock.js';
import { terminalWidth } from '../../platform/environment.js';
import { openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { writeNew } from '../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { bundled } from '../bundled.js';
import { existingFolder } from '../existing-folder.js';
import { combineExits } from '../exit.js';
import { dateFlag } from '../flags.js';
import { formatOfFile } from '../format-of-file.js';
import { helpText } from '../help-text.js';
import { plainStyles, show, stylesFor } from '../print.js';

/** As for `audit`: reading the files is most of the work. */
const databaseThreads = 2;

/** Columns of a table that goes into a file. */
const fileWidth = 80;

const endings: Readonly<Record<string, 'table' | 'md'>> = { '.txt': 'table', '.md': 'md' };

export default class Plan extends BaseCommand<typeof Plan> {
  static override summary = helpText('plan.summary');
  static override description = helpText('plan.description');
  static override examples = [helpText('plan.examples')];
  static override args = {
    workspace: string({ default: '.', description: helpText('plan.arg.workspace') }),
  };
  static override flags = {
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
    pack: stringFlag({ description: helpText('plan.flag.pack') }),
    format: stringFlag({
      options: ['table', 'md'],
      description: helpText('plan.flag.format'),
    }),
    out: stringFlag({ description: helpText('plan.flag.out') }),
    force: boolean({ description: helpText('common.flag.force') }),
    'no-fail': boolean({ description: helpText('common.flag.no-fail') }),
  };

  protected async execute(invocation: Invocation<typeof Plan>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const format = formatOfFile(endings, flags.format as 'table' | 'md' | undefined, flags.out);
    const { planWorkspace } = await import('../../audit/plan-workspace.js');
    const { loadSchemas } = await import('../../documents/schemas.js');
    const { openDuckDb } = await import('../../fleet/engines/duckdb.js');
    const { publishedJson } = await import('../../reports/published-json.js');
    const { planMarkdown } = await import('../plan-markdown.js');
    const { planTable } = await import('../plan-table.js');
    const temporary = await temporaryFolder();
    let step = '';
    try {
      const { report, diagnostics } = await planWorkspace({
        workspace: await existingFolder(args.workspace),
        bundled,
        schemas: await loadSchemas(bundled, 'schemas'),
        asOf: flags['as-of'] ?? today(),
        ...(flags.pack !== undefined && { pack: flags.pack }),
        openEngine: () => openDuckDb({ threads: databaseThreads, temporaryFolder: temporary.path }),
        scratch: openScratch(temporary.path),
        onProgress: (label, done, total) => {
          if (label.key !== step) progress.start(label);
          step = label.key;
          progress.update(done, total);
        },
      });
      const { out } = flags;
      const page = (width: number, styles = stylesFor('stdout')) =>
        format === 'md'
          ? planMarkdown(report, language)
          : planTable(report, language, width, styles);
      if (out !== undefined) {
        const text = page(fileWidth, plainStyles);
        await writeNew(out, text.endsWith('\n') ? text : `${text}\n`, {
          force: flags.force === true,
        });
      }
      return {
        result: flags.json ? publishedJson(report) : undefined,
        text: () =>
          out === undefined
            ? page(terminalWidth())
            : show(message('cli.written', { path: out }), language),
        exit: combineExits([exitOf(report.outcome)], flags['no-fail']),
        diagnostics,
      };
    } finally {
      await temporary.remove();
    }
  }
}

/** 3 when any target is not met; 4 when one can't be told or has no figures. */
function exitOf(outcome: TargetOutcome): ExitCode {
  if (outcome === 'met') return exitCode.ok;
  return outcome === 'not_met' ? exitCode.notMet : exitCode.inconclusive;
}

import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { type Diagnostic, type ExitCode, exitCode } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { today } from '../../platform/clock.js';
import { terminalWidth } from '../../platform/environment.js';
import type { SystemResult } from '../../systems/judge-system.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { diagnosticJson } from '../diagnostics.js';
import { combineExits } from '../exit.js';
import { dateFlag } from '../flags.js';
import { helpText } from '../help-text.js';
import { stylesFor } from '../print.js';

export default class Classify extends BaseCommand<typeof Classify> {
  static override summary = helpText('classify.summary');
  static override description = helpText('classify.description');
  static override examples = [helpText('classify.examples')];
  static override args = {
    path: string({ description: helpText('classify.arg.path'), required: true }),
  };
  static override flags = {
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
    pack: stringFlag({ description: helpText('classify.flag.pack') }),
    'no-fail': boolean({ description: helpText('common.flag.no-fail') }),
  };

  protected async execute(invocation: Invocation<typeof Classify>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { classifySystems } = await import('../classify-systems.js');
    const { classificationText, systemJson } = await import('../classification-text.js');
    const asOf = flags['as-of'] ?? today();
    progress.start(message('classify.progress'));
    const found = await classifySystems({
      path: args.path,
      asOf,
      pack: flags.pack,
      onProgress: progress.update,
    });
    const { results, missing } = found;
    const diagnostics: readonly Diagnostic[] = [
      ...found.diagnostics,
      ...(missing.length > 0 ? [missingRemark(missing)] : []),
    ];
    return {
      result: {
        as_of: asOf,
        packs: found.packs.map(({ id, version, digest }) => ({ id, version, digest })),
        systems: results.map((each) => systemJson(each, found.classification)),
        diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
      },
      text: () =>
        classificationText(found, language, Math.min(terminalWidth(), 100), stylesFor('stdout')),
      exit: combineExits(
        [
          diagnostics.some((each) => each.severity === 'error') ? exitCode.usage : exitCode.ok,
          missing.length > 0 || results.length === 0 ? exitCode.inconclusive : exitCode.ok,
          ...results.map(exitOf),
        ],
        flags['no-fail'],
      ),
      diagnostics,
    };
  }
}

/** A level that could still rise is a result; no level at all is none. */
function exitOf({ classification }: SystemResult): ExitCode {
  return typeof classification?.computedLevel === 'number' ? exitCode.ok : exitCode.inconclusive;
}

function missingRemark(agencies: readonly string[]): Diagnostic {
  return {
    code: 'classify.no_inventories',
    severity: 'warning',
    message: message('classify.no_inventories', {
      count: agencies.length,
      agencies: agencies.join(', '),
    }),
  };
}

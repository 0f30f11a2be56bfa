import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { AppError, type Diagnostic, type ExitCode, exitCode } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import { today } from '../../platform/clock.js';
import { terminalWidth } from '../../platform/environment.js';
import type { SystemResult } from '../../systems/judge-system.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { diagnosticJson } from '../diagnostics.js';
import { combineExits } from '../exit.js';
import { dateFlag } from '../flags.js';
import { argumentLabel, helpText, typedCommand } from '../help-text.js';
import { stylesFor } from '../print.js';
import { maxTextWidth } from '../text-width.js';

export default class Classify extends BaseCommand<typeof Classify> {
  static override summary = helpText('classify.summary');
  static override description = helpText('classify.description');
  static override examples = [helpText('classify.examples')];
  static override args = {
    path: string({ description: helpText('classify.arg.path'), required: false }),
  };
  static override flags = {
    ask: boolean({ description: helpText('classify.flag.ask') }),
    system: stringFlag({ description: helpText('classify.flag.system'), dependsOn: ['ask'] }),
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
    pack: stringFlag({ description: helpText('classify.flag.pack') }),
    'no-fail': boolean({ description: helpText('common.flag.no-fail') }),
  };

  protected async execute(invocation: Invocation<typeof Classify>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    if (flags.ask) return ask(invocation);
    if (args.path === undefined) throw noPath();
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

/** The level of one system, by questions and answers. */
async function ask({ args, flags, language }: Invocation<typeof Classify>): Promise<Outcome> {
  const { wizardOutcome } = await import('../wizard/wizard-outcome.js');
  return wizardOutcome({
    path: args.path ?? '.',
    system: flags.system,
    pack: flags.pack,
    asOf: flags['as-of'] ?? today(),
    language,
    width: Math.min(terminalWidth(), maxTextWidth),
    noFail: flags['no-fail'],
  });
}

/** Only `--ask` does without a path: what else would be classified must be said. */
function noPath(): AppError {
  const argument = argumentLabel('classify', 'path');
  const key = 'help.classify.arg.path';
  const meaning = { vi: text(key, 'vi'), en: text(key, 'en') };
  return new AppError({
    message: message('cli.missing_argument', { argument }),
    hints: [
      message('cli.argument_meaning', { argument, meaning }),
      message('cli.see_help', { command: `${typedCommand('classify')} --help` }),
    ],
  });
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

import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { type Diagnostic, exitCode } from '../../../domain/diagnostic.js';
import type { Message } from '../../../domain/text.js';
import { message } from '../../../messages/catalogue.js';
import type { PackReading } from '../../../packs/read-pack.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { diagnosticJson } from '../../diagnostics.js';
import { openDiagnosticsOutput } from '../../diagnostics-output.js';
import { helpText } from '../../help-text.js';
import { show } from '../../print.js';

export default class PacksLint extends BaseCommand<typeof PacksLint> {
  static override summary = helpText('packs.lint.summary');
  static override description = helpText('packs.lint.description');
  static override examples = [helpText('packs.lint.examples')];
  static override args = {
    folder: string({ description: helpText('packs.lint.arg.folder'), multiple: true }),
  };

  static override flags = {
    output: stringFlag({
      char: 'o',
      multiple: true,
      description: helpText('packs.lint.flag.output'),
    }),
    force: boolean({ description: helpText('common.flag.force') }),
  };

  protected async execute(invocation: Invocation<typeof PacksLint>): Promise<Outcome> {
    const { args, flags, language } = invocation;
    const output = openDiagnosticsOutput({ ...flags, language, version: this.config.version });
    const { findPacks } = await import('../../find-packs.js');
    const readings = await findPacks(args.folder ?? [], { catalogues: true });
    const diagnostics = readings.flatMap((reading) => reading.diagnostics);
    const text = await output.write(diagnostics, { complete: readings.length > 0 });
    return {
      result: {
        packs: readings.map((reading) => ({
          id: reading.id,
          digest: reading.pack?.digest ?? null,
          errors: count(reading, 'error'),
          warnings: count(reading, 'warning'),
        })),
        diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
      },
      text: () => text ?? readings.map((reading) => show(summary(reading), language)).join('\n'),
      exit: readings.every(({ pack }) => pack) ? exitCode.ok : exitCode.usage,
      diagnostics,
    };
  }
}

function count({ diagnostics }: PackReading, severity: Diagnostic['severity']): number {
  return diagnostics.filter((each) => each.severity === severity).length;
}

function summary(reading: PackReading): Message {
  const { id, pack } = reading;
  const warnings = count(reading, 'warning');
  if (!pack) return message('pack.lint_errors', { id, errors: count(reading, 'error'), warnings });
  return warnings > 0
    ? message('pack.lint_warnings', { id, warnings })
    : message('pack.lint_ok', { id });
}

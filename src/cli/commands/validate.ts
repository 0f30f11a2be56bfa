import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { type Diagnostic, exitCode } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage } from '../../messages/format.js';
import { today } from '../../platform/clock.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { type CheckedFile, checkPath } from '../check-path.js';
import { diagnosticJson } from '../diagnostics.js';
import { openDiagnosticsOutput } from '../diagnostics-output.js';
import { dateFlag } from '../flags.js';
import { helpText } from '../help-text.js';
import { openRulebook } from '../rulebook.js';

export default class Validate extends BaseCommand<typeof Validate> {
  static override summary = helpText('validate.summary');
  static override description = helpText('validate.description');
  static override examples = [helpText('validate.examples')];
  static override args = {
    path: string({ description: helpText('validate.arg.path'), required: true, multiple: true }),
  };
  static override flags = {
    'as-of': dateFlag({ description: helpText('validate.flag.as-of') }),
    output: stringFlag({
      char: 'o',
      multiple: true,
      description: helpText('validate.flag.output'),
    }),
    force: boolean({ description: helpText('common.flag.force') }),
  };

  protected async execute(invocation: Invocation<typeof Validate>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const output = openDiagnosticsOutput({ ...flags, language, version: this.config.version });
    progress.start(message('validate.progress'));
    const rules = await openRulebook(flags['as-of'] ?? today(), progress.update);
    const files = new Map<string, CheckedFile>();
    const diagnostics = new Map<string, Diagnostic>();
    for (const path of args.path) {
      const check = await checkPath(path, rules);
      // Paths may overlap: a file named beside its workspace is counted once.
      for (const file of check.files) {
        const before = files.get(file.path);
        files.set(file.path, { ...file, ok: file.ok && before?.ok !== false });
      }
      for (const each of check.diagnostics) diagnostics.set(JSON.stringify(each), each);
    }
    const found = [...diagnostics.values()];
    const count = (severity: Diagnostic['severity']): number =>
      found.filter((each) => each.severity === severity).length;
    const [errors, warnings] = [count('error'), count('warning')];
    const checked = [...files.values()];
    const summary = message('validate.summary', { files: checked.length, errors, warnings });
    const text = await output.write(found, { complete: checked.length > 0 });
    return {
      result: {
        files: checked,
        diagnostics: found.map((each) => diagnosticJson(each, language)),
        errors,
        warnings,
      },
      text: () => text ?? formatMessage(summary, language),
      exit: errors > 0 || checked.length === 0 ? exitCode.usage : exitCode.ok,
      diagnostics: found,
    };
  }
}

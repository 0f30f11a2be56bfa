import { string } from '@oclif/core/args';
import { string as stringFlag } from '@oclif/core/flags';
import { exitCode } from '../../domain/diagnostic.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { helpText } from '../help-text.js';
import { outputFlags, scopeFlags, scopeOf } from '../report/report-flags.js';

export default class ReportCommand extends BaseCommand<typeof ReportCommand> {
  static override summary = helpText('report.summary');
  static override description = helpText('report.description');
  static override examples = [helpText('report.examples')];
  static override args = {
    assessment: string({ required: true, description: helpText('report.arg.assessment') }),
  };
  static override flags = {
    ...outputFlags,
    output: stringFlag({
      char: 'o',
      multiple: true,
      required: true,
      description: helpText('common.flag.output'),
    }),
    ...scopeFlags,
  };

  protected async execute(invocation: Invocation<typeof ReportCommand>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { parseOutputs } = await import('../report/outputs.js');
    const { openAssessment } = await import('../report/open-assessment.js');
    const { writeReports } = await import('../report/write-reports.js');
    const { writtenText } = await import('../report/written-text.js');
    const outputs = await parseOutputs(flags.output, { json: flags.json === true });
    const { written, stdout, diagnostics } = await writeReports({
      assessment: await openAssessment(args.assessment),
      scope: scopeOf(flags),
      outputs,
      document: flags.document,
      language,
      force: flags.force === true,
      progress,
    });
    return {
      result: flags.json ? { written } : undefined,
      text: () => stdout ?? writtenText(written, language),
      exit: exitCode.ok,
      diagnostics,
    };
  }
}

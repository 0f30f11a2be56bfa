import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { AppError, exitCode } from '../../../domain/diagnostic.js';
import { message } from '../../../messages/catalogue.js';
import { today } from '../../../platform/clock.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { dateFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';

/** Wider lines are hard to follow from one end to the other. */
const maxWidth = 120;

export default class ChecklistShow extends BaseCommand<typeof ChecklistShow> {
  static override summary = helpText('checklist.show.summary');
  static override description = helpText('checklist.show.description');
  static override examples = [helpText('checklist.show.examples')];
  static override args = {
    workspace: string({ description: helpText('checklist.show.arg.workspace'), required: true }),
  };
  static override flags = {
    system: stringFlag({ description: helpText('checklist.show.flag.system'), required: true }),
    all: boolean({ description: helpText('checklist.show.flag.all') }),
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
  };

  protected async execute(invocation: Invocation<typeof ChecklistShow>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { answersJson, answersTable } = await import('../../checklist/answers-table.js');
    const { findAnswers } = await import('../../checklist/find-answers.js');
    progress.start(message('audit.progress.hand_ins'));
    const { judged, signals, diagnostics } = await findAnswers({
      workspace: args.workspace,
      system: flags.system,
      asOf: flags['as-of'] ?? today(),
    });
    const { requirements } = judged.result;
    if (!requirements) {
      throw new AppError({
        message: message('checklist_show.no_catalogue', { system: flags.system }),
        hints: [message('checklist_show.no_catalogue.hint')],
        exit: exitCode.inconclusive,
      });
    }
    const shown = { judged, requirements, signals, all: flags.all === true };
    const width = Math.min(terminalWidth(), maxWidth);
    return {
      result: answersJson(shown),
      text: () => answersTable(shown, language, width, stylesFor('stdout')),
      exit: exitCode.ok,
      diagnostics,
    };
  }
}

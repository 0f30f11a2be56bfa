import { string } from '@oclif/core/args';
import { string as stringFlag } from '@oclif/core/flags';
import { exitCode } from '../../../domain/diagnostic.js';
import { today } from '../../../platform/clock.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { dateFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';
import { maxTextWidth } from '../../text-width.js';

export default class EndpointsExplain extends BaseCommand<typeof EndpointsExplain> {
  static override summary = helpText('endpoints.explain.summary');
  static override description = helpText('endpoints.explain.description');
  static override examples = [helpText('endpoints.explain.examples')];
  static override args = {
    id: string({ description: helpText('endpoints.explain.arg.id'), required: true }),
    workspace: string({ default: '.', description: helpText('endpoints.explain.arg.workspace') }),
  };
  static override flags = {
    agency: stringFlag({ description: helpText('endpoints.explain.flag.agency') }),
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
  };

  protected async execute(invocation: Invocation<typeof EndpointsExplain>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { explainWorkspaceEndpoint } = await import('../../../audit/explain-endpoint.js');
    const { judgingOf } = await import('../../endpoints/judging.js');
    const { explanationJson } = await import('../../endpoints/explanation-json.js');
    const { explanationText } = await import('../../endpoints/explanation-text.js');
    const explained = await judgingOf(
      { workspace: args.workspace, asOf: flags['as-of'] ?? today(), progress },
      (options) =>
        explainWorkspaceEndpoint({
          ...options,
          asked: { text: args.id, agency: flags.agency },
        }),
    );
    const width = Math.min(terminalWidth(), maxTextWidth);
    return {
      result: explanationJson(explained, language),
      text: () => explanationText(explained, { language, width, styles: stylesFor('stdout') }),
      exit: exitCode.ok,
      diagnostics: explained.diagnostics,
    };
  }
}

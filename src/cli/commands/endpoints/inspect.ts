import { string } from '@oclif/core/args';
import { type ExitCode, exitCode } from '../../../domain/diagnostic.js';
import { message } from '../../../messages/catalogue.js';
import { today } from '../../../platform/clock.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { dateFlag, workspaceFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';
import type { InspectedFile } from '../../sources/inspect-files.js';
import { maxTextWidth } from '../../text-width.js';

export default class EndpointsInspect extends BaseCommand<typeof EndpointsInspect> {
  static override summary = helpText('endpoints.inspect.summary');
  static override description = helpText('endpoints.inspect.description');
  static override examples = [helpText('endpoints.inspect.examples')];
  static override args = {
    file: string({
      description: helpText('endpoints.inspect.arg.file'),
      required: true,
      multiple: true,
    }),
  };
  static override flags = {
    workspace: workspaceFlag,
    'as-of': dateFlag({ description: helpText('endpoints.inspect.flag.as-of') }),
  };

  protected async execute(invocation: Invocation<typeof EndpointsInspect>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { sourcesIn } = await import('../../sources/find-sources.js');
    const { inspectFiles } = await import('../../sources/inspect-files.js');
    const { inspectionJson } = await import('../../sources/inspection-json.js');
    const { inspectionText } = await import('../../sources/inspection-text.js');
    const asOf = flags['as-of'] ?? today();
    progress.start(message('inspect.progress'));
    const { sources, diagnostics } = await sourcesIn(flags.workspace);
    const files = await inspectFiles(args.file, sources, asOf);
    const width = Math.min(terminalWidth(), maxTextWidth);
    return {
      result: { as_of: asOf, files: files.map((each) => inspectionJson(each, language)) },
      text: () =>
        files
          .map((each) => inspectionText(each, language, width, stylesFor('stdout')))
          .join('\n\n'),
      exit: exitOf(files),
      diagnostics,
    };
  }
}

/** A file that an audit couldn't use is a fault of the input: 2. Rows left out of a file that is used are only told. */
function exitOf(files: readonly InspectedFile[]): ExitCode {
  return files.every(({ report }) => report) ? exitCode.ok : exitCode.usage;
}

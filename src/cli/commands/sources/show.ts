import { string } from '@oclif/core/args';
import { exitCode } from '../../../domain/diagnostic.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { workspaceFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';
import { maxTextWidth } from '../../text-width.js';

export default class SourcesShow extends BaseCommand<typeof SourcesShow> {
  static override summary = helpText('sources.show.summary');
  static override description = helpText('sources.show.description');
  static override examples = [helpText('sources.show.examples')];
  static override args = {
    source: string({ description: helpText('sources.show.arg.source'), required: true }),
  };

  static override flags = {
    workspace: workspaceFlag,
  };

  protected async execute({
    args,
    flags,
    language,
  }: Invocation<typeof SourcesShow>): Promise<Outcome> {
    const { sourcesIn, sourceOf } = await import('../../sources/find-sources.js');
    const { sourceJson, sourceText } = await import('../../sources/source-text.js');
    const { sources, cases, diagnostics } = await sourcesIn(flags.workspace);
    const source = sourceOf(sources, args.source);
    const count = cases.find((file) => file.source === source.id)?.cases.length ?? 0;
    const width = Math.min(terminalWidth(), maxTextWidth);
    return {
      result: sourceJson(source, count, language),
      text: () => sourceText(source, count, language, width, stylesFor('stdout')),
      exit: exitCode.ok,
      diagnostics,
    };
  }
}

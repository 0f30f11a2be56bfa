import { exitCode } from '../../../domain/diagnostic.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { workspaceFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';
import { maxTextWidth } from '../../text-width.js';

export default class SourcesList extends BaseCommand<typeof SourcesList> {
  static override summary = helpText('sources.list.summary');
  static override description = helpText('sources.list.description');
  static override examples = [helpText('sources.list.examples')];

  static override flags = {
    workspace: workspaceFlag,
  };

  protected async execute({ flags, language }: Invocation<typeof SourcesList>): Promise<Outcome> {
    const { sourcesIn } = await import('../../sources/find-sources.js');
    const { sourceJson, sourceList } = await import('../../sources/source-text.js');
    const { sources, cases, diagnostics } = await sourcesIn(flags.workspace);
    const counts = new Map(cases.map((file) => [file.source, file.cases.length]));
    const width = Math.min(terminalWidth(), maxTextWidth);
    return {
      result: {
        sources: sources.map((each) => sourceJson(each, counts.get(each.id) ?? 0, language)),
      },
      text: () => sourceList(sources, counts, language, width, stylesFor('stdout')),
      exit: exitCode.ok,
      diagnostics,
    };
  }
}

import { boolean, string as stringFlag } from '@oclif/core/flags';
import { AppError, exitCode } from '../../../domain/diagnostic.js';
import { draftRoles } from '../../../fleet/draft/draft-source.js';
import { message } from '../../../messages/catalogue.js';
import { text } from '../../../messages/format.js';
import { terminalWidth } from '../../../platform/environment.js';
import { writeNew } from '../../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { helpText } from '../../help-text.js';
import { maxTextWidth } from '../../text-width.js';

export default class EndpointsMap extends BaseCommand<typeof EndpointsMap> {
  static override summary = helpText('endpoints.map.summary');
  static override description = helpText('endpoints.map.description');
  static override examples = [helpText('endpoints.map.examples')];
  static override flags = {
    init: stringFlag({ description: helpText('endpoints.map.flag.init'), required: true }),
    id: stringFlag({ description: helpText('endpoints.map.flag.id') }),
    role: stringFlag({ description: helpText('endpoints.map.flag.role'), options: draftRoles }),
    product: stringFlag({ description: helpText('endpoints.map.flag.product') }),
    out: stringFlag({ description: helpText('endpoints.map.flag.out'), exclusive: ['workspace'] }),
    workspace: stringFlag({ description: helpText('endpoints.map.flag.workspace') }),
    force: boolean({ description: helpText('common.flag.force') }),
  };

  protected async execute(invocation: Invocation<typeof EndpointsMap>): Promise<Outcome> {
    const { flags, language, progress } = invocation;
    const { canAsk, Interrupted, openPrompts } = await import('../../../platform/prompts.js');
    const { sourcesIn } = await import('../../sources/find-sources.js');
    const { askMapping } = await import('../../sources/ask-mapping.js');
    const { draftMapping } = await import('../../sources/draft-mapping.js');
    const { draftJson, draftReport } = await import('../../sources/draft-report.js');
    const { mappingPath } = await import('../../sources/see-columns.js');
    const { sources, own } = await sourcesIn(flags.workspace);
    const prompts =
      flags.json || !canAsk()
        ? undefined
        : openPrompts(language, text('endpoints_map.leaving', language));
    if (!prompts) progress.start(message('endpoints_map.progress'));
    try {
      const drafted = await draftMapping({
        file: flags.init,
        id: flags.id,
        out: flags.out,
        role: draftRoles.find((role) => role === flags.role),
        product: flags.product,
        language,
        sources,
        own,
        ask: prompts && ((...asked) => askMapping(...asked, language, prompts)),
      });
      const { workspace } = flags;
      const width = Math.min(terminalWidth(), maxTextWidth);
      const path =
        flags.out ?? (workspace === undefined ? null : mappingPath(workspace, drafted.draft.id));
      if (path !== null) await writeNew(path, drafted.text, { force: flags.force === true });
      return {
        result: draftJson(drafted, path),
        text: () =>
          path === null
            ? drafted.text
            : draftReport(drafted, { path, workspace, file: flags.init }, language, width),
        exit: exitCode.ok,
        diagnostics: drafted.diagnostics,
      };
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      throw new AppError({
        message: message('endpoints_map.leaving'),
        exit: exitCode.interrupted,
      });
    } finally {
      prompts?.close();
    }
  }
}

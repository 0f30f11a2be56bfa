import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { exitCode } from '../../../domain/diagnostic.js';
import { message } from '../../../messages/catalogue.js';
import { today } from '../../../platform/clock.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { dateFlag, workspaceFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { show } from '../../print.js';

export default class EndpointsImport extends BaseCommand<typeof EndpointsImport> {
  static override summary = helpText('endpoints.import.summary');
  static override description = helpText('endpoints.import.description');
  static override examples = [helpText('endpoints.import.examples')];
  static override args = {
    file: string({
      description: helpText('endpoints.import.arg.file'),
      required: true,
      multiple: true,
    }),
  };
  static override flags = {
    out: stringFlag({ description: helpText('endpoints.import.flag.out'), required: true }),
    agency: stringFlag({ description: helpText('endpoints.import.flag.agency') }),
    workspace: workspaceFlag,
    'exported-on': dateFlag({ description: helpText('endpoints.import.flag.exported-on') }),
    'as-of': dateFlag({ description: helpText('endpoints.import.flag.as-of') }),
    force: boolean({ description: helpText('common.flag.force') }),
  };

  protected async execute(invocation: Invocation<typeof EndpointsImport>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { sourcesIn } = await import('../../sources/find-sources.js');
    const { importFiles } = await import('../../sources/import-files.js');
    progress.start(message('inspect.progress'));
    const { sources, diagnostics } = await sourcesIn(flags.workspace);
    const imported = await importFiles(args.file, sources, {
      out: flags.out,
      force: flags.force === true,
      asOf: flags['as-of'] ?? today(),
      agency: flags.agency,
      exportedOn: flags['exported-on'],
    });
    const { out, written, reports } = imported;
    return {
      result: { path: out, records: written, files: reports },
      text: () =>
        [
          ...reports.map(({ path, part, source, read, refused }) =>
            message('endpoints_import.file', {
              path: part === null ? path : `${path} › ${part}`,
              source,
              read,
              refused,
            }),
          ),
          message('endpoints_import.done', { path: out, count: written }),
        ]
          .map((line) => show(line, language))
          .join('\n'),
      exit: exitCode.ok,
      diagnostics: [...diagnostics, ...imported.diagnostics],
    };
  }
}

import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { AppError, exitCode } from '../../../domain/diagnostic.js';
import { message } from '../../../messages/catalogue.js';
import { today } from '../../../platform/clock.js';
import { replaceFile } from '../../../platform/replace-file.js';
import { writeNew } from '../../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { diagnosticJson } from '../../diagnostics.js';
import { dateFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';

export default class ChecklistImport extends BaseCommand<typeof ChecklistImport> {
  static override summary = helpText('checklist.import.summary');
  static override description = helpText('checklist.import.description');
  static override examples = [helpText('checklist.import.examples')];
  static override args = {
    spreadsheet: string({
      description: helpText('checklist.import.arg.spreadsheet'),
      required: true,
      multiple: true,
    }),
  };
  static override flags = {
    workspace: stringFlag({
      description: helpText('checklist.import.flag.workspace'),
      default: '.',
    }),
    'dry-run': boolean({ description: helpText('checklist.import.flag.dry-run') }),
    force: boolean({ description: helpText('checklist.import.flag.force') }),
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
  };

  protected async execute(invocation: Invocation<typeof ChecklistImport>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { importChecklists } = await import('../../checklist/import-checklists.js');
    const { importJson, importText } = await import('../../checklist/import-text.js');
    const dryRun = flags['dry-run'] === true;
    progress.start(message('checklist_import.progress'));
    const { checklists, diagnostics } = await importChecklists({
      spreadsheets: args.spreadsheet,
      workspace: flags.workspace,
      asOf: flags['as-of'] ?? today(),
      force: flags.force === true,
      onProgress: progress.update,
    });
    if (diagnostics.some(({ severity }) => severity === 'error')) {
      throw new AppError({
        message: message('checklist_import.nothing_written'),
        hints: [message('checklist_import.nothing_written.hint')],
        diagnostics,
      });
    }
    for (const { path, text, before } of checklists) {
      if (text === undefined || dryRun) continue;
      if (before) await replaceFile(path, before, text);
      else await writeNew(path, text);
    }
    return {
      result: {
        workspace: flags.workspace,
        dry_run: dryRun,
        checklists: checklists.map((each) => importJson(each, dryRun)),
        diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
      },
      text: () => importText(checklists, dryRun, language),
      exit: exitCode.ok,
      diagnostics,
    };
  }
}

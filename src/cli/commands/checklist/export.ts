import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { exitCode } from '../../../domain/diagnostic.js';
import type { Level } from '../../../domain/rules.js';
import { message } from '../../../messages/catalogue.js';
import { today } from '../../../platform/clock.js';
import { writeNew } from '../../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { diagnosticJson } from '../../diagnostics.js';
import { dateFlag, wholeNumberFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';

export default class ChecklistExport extends BaseCommand<typeof ChecklistExport> {
  static override summary = helpText('checklist.export.summary');
  static override description = helpText('checklist.export.description');
  static override examples = [helpText('checklist.export.examples')];
  static override args = {
    path: string({ description: helpText('checklist.export.arg.path'), required: true }),
  };
  static override flags = {
    system: stringFlag({
      description: helpText('checklist.export.flag.system'),
      multiple: true,
      default: [],
    }),
    level: wholeNumberFlag({
      description: helpText('checklist.export.flag.level'),
      min: 1,
      max: 5,
    }),
    pack: stringFlag({ description: helpText('checklist.export.flag.pack') }),
    format: stringFlag({
      description: helpText('checklist.export.flag.format'),
      options: ['xlsx', 'csv'],
      default: 'xlsx',
    }),
    kind: stringFlag({
      description: helpText('checklist.export.flag.kind'),
      options: ['self_assessment', 'inspection'],
      default: 'self_assessment',
    }),
    annex: boolean({ description: helpText('checklist.export.flag.annex') }),
    out: stringFlag({ description: helpText('checklist.export.flag.out') }),
    force: boolean({ description: helpText('common.flag.force') }),
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
  };

  protected async execute(invocation: Invocation<typeof ChecklistExport>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { exportChecklists, exportText } = await import('../../checklist/export-checklists.js');
    progress.start(message('checklist_export.progress'));
    const { files, diagnostics } = await exportChecklists({
      path: args.path,
      asOf: flags['as-of'] ?? today(),
      systems: flags.system,
      level: flags.level as Level | undefined,
      pack: flags.pack,
      kind: flags.kind === 'inspection' ? 'inspection' : 'self_assessment',
      format: flags.format === 'csv' ? 'csv' : 'xlsx',
      annex: flags.annex === true,
      out: flags.out,
      language,
      onProgress: progress.update,
    });
    for (const { path, data } of files) await writeNew(path, data, { force: flags.force === true });
    return {
      result: {
        files: files.map(({ path, agency, forms }) => ({
          path,
          agency,
          systems: forms.map(({ system, level, kind, pack, answers, catalogue }) => ({
            system: system.id,
            pack: pack.id,
            level,
            kind,
            requirements: catalogue.groups.reduce((sum, each) => sum + each.requirements.length, 0),
            answered: answers.length,
          })),
        })),
        diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
      },
      text: () => exportText(files, language),
      exit: diagnostics.some(({ severity }) => severity === 'error') ? exitCode.usage : exitCode.ok,
      diagnostics,
    };
  }
}

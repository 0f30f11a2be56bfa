import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { exitCode } from '../../../domain/diagnostic.js';
import { message } from '../../../messages/catalogue.js';
import { today } from '../../../platform/clock.js';
import { terminalWidth } from '../../../platform/environment.js';
import { writeNew } from '../../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import type { ReconciliationFormat } from '../../endpoints/reconciliation-file.js';
import { dateFlag } from '../../flags.js';
import { formatOfFile } from '../../format-of-file.js';
import { helpText } from '../../help-text.js';
import { show, stylesFor } from '../../print.js';
import { maxTextWidth } from '../../text-width.js';

const endings: Readonly<Record<string, ReconciliationFormat>> = { '.csv': 'csv', '.xlsx': 'xlsx' };

export default class EndpointsReconcile extends BaseCommand<typeof EndpointsReconcile> {
  static override summary = helpText('endpoints.reconcile.summary');
  static override description = helpText('endpoints.reconcile.description');
  static override examples = [helpText('endpoints.reconcile.examples')];
  static override args = {
    workspace: string({ default: '.', description: helpText('endpoints.reconcile.arg.workspace') }),
  };
  static override flags = {
    agency: stringFlag({
      multiple: true,
      description: helpText('endpoints.reconcile.flag.agency'),
    }),
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
    out: stringFlag({ description: helpText('endpoints.reconcile.flag.out') }),
    force: boolean({ description: helpText('common.flag.force') }),
  };

  protected async execute(invocation: Invocation<typeof EndpointsReconcile>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { out } = flags;
    const format = formatOfFile(endings, undefined, out) ?? 'csv';
    const { reconcileWorkspace } = await import('../../../audit/reconcile-endpoints.js');
    const { judgingOf } = await import('../../endpoints/judging.js');
    const { reconciliationFile } = await import('../../endpoints/reconciliation-file.js');
    const { reconciliationJson } = await import('../../endpoints/reconciliation-json.js');
    const { reconciliationText } = await import('../../endpoints/reconciliation-text.js');
    const found = await judgingOf(
      { workspace: args.workspace, asOf: flags['as-of'] ?? today(), progress },
      (options) => reconcileWorkspace({ ...options, only: flags.agency ?? [] }),
    );
    if (out !== undefined) {
      await writeNew(out, await reconciliationFile(found, format, language), {
        force: flags.force === true,
      });
    }
    const width = Math.min(terminalWidth(), maxTextWidth);
    return {
      result: flags.json ? reconciliationJson(found, language) : undefined,
      text: () =>
        out === undefined
          ? reconciliationText(found, { language, width, styles: stylesFor('stdout') })
          : show(message('cli.written', { path: out }), language),
      exit: exitCode.ok,
      diagnostics: found.diagnostics,
    };
  }
}

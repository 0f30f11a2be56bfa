import { join } from 'node:path';
import { string } from '@oclif/core/flags';
import { collectMachine } from '../../collect/collect-machine.js';
import { readKnownProducts } from '../../collect/known-products.js';
import { reportFileName, reportLines } from '../../collect/report-file.js';
import { AppError, exitCode } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { now } from '../../platform/clock.js';
import { terminalWidth } from '../../platform/environment.js';
import { isFolder } from '../../platform/is-folder.js';
import { thisMachine } from '../../platform/machine.js';
import { randomHex } from '../../platform/random.js';
import { writeNew } from '../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { bundled } from '../bundled.js';
import { reportJson } from '../collect/report-json.js';
import { reportText } from '../collect/report-text.js';
import { helpText } from '../help-text.js';
import { show, stylesFor } from '../print.js';
import { maxTextWidth } from '../text-width.js';

export default class Collect extends BaseCommand<typeof Collect> {
  static override summary = helpText('collect.summary');
  static override description = helpText('collect.description');
  static override examples = [helpText('collect.examples')];
  static override flags = {
    out: string({ description: helpText('collect.flag.out') }),
  };

  protected async execute(invocation: Invocation<typeof Collect>): Promise<Outcome> {
    const { flags, language, progress } = invocation;
    const { out } = flags;
    // A share that isn't there must not become a local folder where nobody looks.
    if (out !== undefined && !(await isFolder(out))) throw noFolder(out);
    progress.start(message('collect.progress'));
    const products = await readKnownProducts(bundled, 'rules/catalogues/endpoint-products.yaml');
    const moment = now();
    const report = await collectMachine(thisMachine(), products, moment);
    const { host } = report.records[0];
    let path: string | undefined;
    if (out !== undefined) {
      path = join(out, reportFileName(host, moment, randomHex(4)));
      await writeNew(path, reportLines(report.records));
    }
    const written = path;
    return {
      result: reportJson(report, written, language),
      text: () =>
        written === undefined
          ? reportText(
              report,
              language,
              Math.min(terminalWidth(), maxTextWidth),
              stylesFor('stdout'),
            )
          : show(message('collect.written', { host, path: written }), language),
      exit: exitCode.ok,
    };
  }
}

function noFolder(path: string): AppError {
  return new AppError({
    message: message('collect.no_folder', { path }),
    hints: [message('collect.no_folder.hint')],
  });
}

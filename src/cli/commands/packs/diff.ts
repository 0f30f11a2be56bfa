import { string } from '@oclif/core/args';
import { exitCode } from '../../../domain/diagnostic.js';
import { terminalWidth } from '../../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { wholeNumberFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';

export default class PacksDiff extends BaseCommand<typeof PacksDiff> {
  static override summary = helpText('packs.diff.summary');
  static override description = helpText('packs.diff.description');
  static override examples = [helpText('packs.diff.examples')];
  static override args = {
    from: string({ description: helpText('packs.diff.arg.from'), required: true }),
    to: string({ description: helpText('packs.diff.arg.to'), required: true }),
  };
  static override flags = {
    level: wholeNumberFlag({ min: 1, max: 5, description: helpText('packs.diff.flag.level') }),
  };

  protected async execute(invocation: Invocation<typeof PacksDiff>): Promise<Outcome> {
    const { args, flags, language } = invocation;
    const { findPacks, usablePacks } = await import('../../find-packs.js');
    const { diffPacks } = await import('../../../packs/diff-packs.js');
    const { packDiffJson } = await import('../../pack-diff/diff-json.js');
    const { packDiffText } = await import('../../pack-diff/diff-text.js');
    const readings = await findPacks([args.from, args.to], { catalogues: true });
    const [from, to] = usablePacks(readings);
    if (!from || !to) throw new Error('packs without errors are there');
    const { level } = flags;
    const whole = diffPacks(from, to);
    const diff = {
      ...whole,
      requirements: whole.requirements.filter(
        (each) => level === undefined || each.level === level,
      ),
    };
    return {
      result: flags.json ? packDiffJson(diff) : undefined,
      text: () =>
        packDiffText(
          diff,
          { from, to },
          {
            language,
            width: terminalWidth(),
            styles: stylesFor('stdout'),
            whole: level !== undefined,
          },
        ),
      exit: exitCode.ok,
      diagnostics: readings.flatMap((reading) => reading.diagnostics),
    };
  }
}

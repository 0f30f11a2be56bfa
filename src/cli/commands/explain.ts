import { string } from '@oclif/core/args';
import { AppError, exitCode } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { terminalWidth } from '../../platform/environment.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { helpText } from '../help-text.js';
import { stylesFor } from '../print.js';
import { suggest } from '../suggest.js';

export default class Explain extends BaseCommand<typeof Explain> {
  static override summary = helpText('explain.summary');
  static override description = helpText('explain.description');
  static override examples = [helpText('explain.examples')];
  static override args = {
    id: string({ description: helpText('explain.arg.id'), required: true }),
  };

  protected async execute({ args, language }: Invocation<typeof Explain>): Promise<Outcome> {
    const { explainableIds, findExplanations } = await import('../explanations.js');
    const { explanationJson, explanationText } = await import('../explanation-text.js');
    const { bundledPacks } = await import('../find-packs.js');
    const { looksLikeClause } = await import('../../packs/find-requirements.js');
    const quick = looksLikeClause(args.id) ? [] : findExplanations(args.id, await bundledPacks());
    // Catalogues take longer to read than all the rest: only for a clause, and before giving up.
    const packs = quick.length > 0 ? [] : await bundledPacks({ catalogues: true });
    const found = quick.length > 0 ? quick : findExplanations(args.id, packs);
    if (found.length === 0) throw unknownId(args.id, explainableIds(packs));
    const width = Math.min(terminalWidth(), 100);
    return {
      result: { id: args.id, entries: found.map((each) => explanationJson(each, language)) },
      text: () =>
        found
          .map((each) => explanationText(each, language, width, stylesFor('stdout')))
          .join('\n\n'),
      exit: exitCode.ok,
    };
  }
}

function unknownId(id: string, known: readonly string[]): AppError {
  const near = suggest(id, known);
  return new AppError({
    message: message('explain.unknown', { id }),
    hints: [
      ...(near === undefined ? [] : [message('cli.did_you_mean', { name: near })]),
      message('explain.unknown.hint'),
    ],
  });
}

import { string } from '@oclif/core/args';
import type { CaseResult } from '../../../audit/run-cases.js';
import { type ExitCode, exitCode } from '../../../domain/diagnostic.js';
import type { Language } from '../../../domain/text.js';
import { message } from '../../../messages/catalogue.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { caseResultsJson, caseResultsText } from '../../case-results.js';
import { diagnosticJson } from '../../diagnostics.js';
import { helpText } from '../../help-text.js';
import { type Styles, show, stylesFor } from '../../print.js';

/** A pack and what its cases gave; `readable` false: the pack itself has errors and none could run. */
interface TestedPack {
  readonly id: string;
  readonly readable: boolean;
  readonly results: readonly CaseResult[];
}

export default class PacksTest extends BaseCommand<typeof PacksTest> {
  static override summary = helpText('packs.test.summary');
  static override description = helpText('packs.test.description');
  static override examples = [helpText('packs.test.examples')];
  static override args = {
    pack: string({ description: helpText('packs.test.arg.pack'), multiple: true }),
  };

  protected async execute({ args, language }: Invocation<typeof PacksTest>): Promise<Outcome> {
    const { findPacks } = await import('../../find-packs.js');
    const { runCases } = await import('../../../audit/run-cases.js');
    const readings = await findPacks(args.pack ?? []);
    const diagnostics = readings.flatMap((reading) => reading.diagnostics);
    const tested = readings.map((reading) => ({
      id: reading.id,
      readable: reading.pack !== undefined,
      results: runCases(reading),
    }));
    return {
      result: {
        packs: tested.map(({ id, readable, results }) => ({
          id,
          readable,
          ...caseResultsJson(results, language),
        })),
        diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
      },
      text: () => tested.map((each) => packText(each, language, stylesFor('stdout'))).join('\n'),
      exit: exitOf(tested),
      diagnostics,
    };
  }
}

/** A failing case is a fault of the pack, which is our input: 2. No case at all has shown nothing: 4. */
function exitOf(tested: readonly TestedPack[]): ExitCode {
  if (tested.some(({ readable }) => !readable)) return exitCode.usage;
  const results = tested.flatMap((each) => each.results);
  if (results.some(({ ok }) => !ok)) return exitCode.usage;
  return results.length === 0 ? exitCode.inconclusive : exitCode.ok;
}

function packText(
  { id, readable, results }: TestedPack,
  language: Language,
  styles: Styles,
): string {
  return readable
    ? caseResultsText(id, results, language, styles)
    : styles.bad(show(message('pack.test_unreadable', { id }), language));
}

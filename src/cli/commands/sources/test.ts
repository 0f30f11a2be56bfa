import { string } from '@oclif/core/args';
import { type ExitCode, exitCode } from '../../../domain/diagnostic.js';
import type { SourceCaseResult } from '../../../fleet/run-source-cases.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { caseResultsJson, caseResultsText } from '../../case-results.js';
import { diagnosticJson } from '../../diagnostics.js';
import { workspaceFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';
import { stylesFor } from '../../print.js';

export default class SourcesTest extends BaseCommand<typeof SourcesTest> {
  static override summary = helpText('sources.test.summary');
  static override description = helpText('sources.test.description');
  static override examples = [helpText('sources.test.examples')];
  static override args = {
    source: string({ description: helpText('sources.test.arg.source'), multiple: true }),
  };

  static override flags = {
    workspace: workspaceFlag,
  };

  protected async execute({
    args,
    flags,
    language,
  }: Invocation<typeof SourcesTest>): Promise<Outcome> {
    const { sourcesIn, sourceOf } = await import('../../sources/find-sources.js');
    const { testSources } = await import('../../sources/test-sources.js');
    const { sources, cases, diagnostics } = await sourcesIn(flags.workspace);
    const asked = (args.source ?? []).map((id) => sourceOf(sources, id).id);
    const ids = asked.length > 0 ? asked : sources.map(({ id }) => id);
    const results = await testSources(
      sources,
      cases.filter(({ source }) => ids.includes(source)),
    );
    const tested = ids.map((id) => ({
      id,
      results: results.filter(({ source }) => source === id),
    }));
    return {
      result: {
        sources: tested.map(({ id, results: own }) => ({
          id,
          ...caseResultsJson(own, language),
        })),
        diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
      },
      text: () =>
        tested
          .map(({ id, results: own }) => caseResultsText(id, own, language, stylesFor('stdout')))
          .join('\n'),
      exit: exitOf(results, diagnostics.length > 0),
      diagnostics,
    };
  }
}

/** A failing case is a fault of the source, which is our input: 2. No case at all has shown nothing: 4. */
function exitOf(results: readonly SourceCaseResult[], broken: boolean): ExitCode {
  if (broken || results.some(({ ok }) => !ok)) return exitCode.usage;
  return results.length === 0 ? exitCode.inconclusive : exitCode.ok;
}

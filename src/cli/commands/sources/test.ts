import { string } from '@oclif/core/args';
import { type ExitCode, exitCode } from '../../../domain/diagnostic.js';
import type { Language } from '../../../domain/text.js';
import type { SourceCaseResult } from '../../../fleet/run-source-cases.js';
import { message } from '../../../messages/catalogue.js';
import { formatMessage, localized } from '../../../messages/format.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { diagnosticJson } from '../../diagnostics.js';
import { helpText } from '../../help-text.js';
import { type Styles, safe, show, stylesFor } from '../../print.js';

export default class SourcesTest extends BaseCommand<typeof SourcesTest> {
  static override summary = helpText('sources.test.summary');
  static override description = helpText('sources.test.description');
  static override examples = [helpText('sources.test.examples')];
  static override args = {
    source: string({ description: helpText('sources.test.arg.source'), multiple: true }),
  };

  protected async execute({ args, language }: Invocation<typeof SourcesTest>): Promise<Outcome> {
    const { bundledSources, sourceOf } = await import('../../sources/find-sources.js');
    const { testSources } = await import('../../sources/test-sources.js');
    const { sources, cases, diagnostics } = await bundledSources();
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
          passed: own.filter(({ ok }) => ok).length,
          failed: own.filter(({ ok }) => !ok).length,
          cases: own.map((each) => caseJson(each, language)),
        })),
        diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
      },
      text: () =>
        tested
          .map(({ id, results: own }) => sourceCasesText(id, own, language, stylesFor('stdout')))
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

function caseJson(each: SourceCaseResult, language: Language) {
  return {
    id: each.id,
    name: localized(each.name, language),
    ok: each.ok,
    differences: each.differences.map((difference) => formatMessage(difference, language)),
    file: each.file,
    line: each.line,
  };
}

function sourceCasesText(
  id: string,
  results: readonly SourceCaseResult[],
  language: Language,
  styles: Styles,
): string {
  const failed = results.filter(({ ok }) => !ok);
  const heads = failed.map((each) =>
    [
      `${styles.bad('x')} ${safe(each.id)}  ${safe(localized(each.name, language))}  ${styles.faint(`${safe(each.file)}:${each.line}`)}`,
      ...each.differences.map((difference) => `    ${show(difference, language)}`),
    ].join('\n'),
  );
  const counts = { id, passed: results.length - failed.length, total: results.length };
  const summary = message(results.length === 0 ? 'pack.test_none' : 'pack.test_summary', counts);
  return [...heads, show(summary, language)].join('\n');
}

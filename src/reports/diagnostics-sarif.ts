import { createHash } from 'node:crypto';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';

import type { Diagnostic, DiagnosticSeverity } from '../domain/diagnostic.js';
import type { Language, Message } from '../domain/text.js';
import { formatMessage, languages } from '../messages/format.js';
import { visibleText } from './outcomes/interchange-json.js';
import { pathUri } from './outcomes/path-uri.js';

/** What a SARIF log says of the run besides what was found. */
export interface SarifRun {
  readonly language: Language;
  /** Of this program; empty when it isn't known. */
  readonly version: string;
  /** Whether anything was looked at: a log without remarks on nothing is not a good sign. */
  readonly complete: boolean;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  DiagnosticSeverity,
  Result.level
>;

/**
 * Diagnostics as a SARIF 2.1.0 log (OASIS), in their order, for editors and code hosts. Texts are in the language asked
 * for; both languages stand in each result's properties and in the rules' help. The same diagnostics give the same text,
 * which ends with a line break.
 */
export function diagnosticsSarif(diagnostics: readonly Diagnostic[], run: SarifRun): string {
  const rules = rulesOf(diagnostics, run.language);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'tuanthu',
            language: run.language,
            ...(run.version === '' ? {} : { version: run.version }),
            rules,
          },
        },
        language: run.language,
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: run.complete }],
        results: diagnostics.map((each) => result(each, indexes.get(each.code) ?? 0, run.language)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(diagnostic: Diagnostic, ruleIndex: number, language: Language): Result {
  const { code, severity, message, hint, pointer, file } = diagnostic;
  const said = (each: Language): string =>
    visibleText(
      [message, hint].flatMap((part) => (part ? [formatMessage(part, each)] : [])).join('\n'),
    );
  const place = location(diagnostic);
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: said(language) },
    ...(place ? { locations: [place] } : {}),
    partialFingerprints: {
      'tuanthu/v1': createHash('sha256')
        .update(JSON.stringify([code, file, pointer, said('vi')]))
        .digest('hex'),
    },
    properties: Object.fromEntries(languages.map((each) => [each, said(each)])),
  };
}

function location({ file, line, column, pointer }: Diagnostic): Location | undefined {
  if (file === undefined && pointer === undefined) return undefined;
  return {
    ...(file === undefined
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: pathUri(file) },
            ...(line !== undefined && line > 0
              ? {
                  region: {
                    startLine: line,
                    ...(column !== undefined && column > 0 ? { startColumn: column } : {}),
                  },
                }
              : {}),
          },
        }),
    ...(pointer ? { logicalLocations: [{ fullyQualifiedName: pointer }] } : {}),
  };
}

/** One rule for each code, in order of first appearance; its texts are the catalogue's, with open places. */
function rulesOf(diagnostics: readonly Diagnostic[], language: Language): ReportingDescriptor[] {
  const found = new Map<string, ReportingDescriptor>();
  for (const { code, severity, message, hint } of diagnostics) {
    if (found.has(code)) continue;
    const said = (each: Language): string =>
      [message, hint].flatMap((part) => (part ? [opened(part, each)] : [])).join('\n');
    found.set(code, {
      id: code,
      name: code.replace(/(?:^|[._-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: opened(message, language) },
      fullDescription: { text: said(language) },
      help: { text: languages.map(said).join('\n\n') },
      defaultConfiguration: { level: levels[severity] },
    });
  }
  return [...found.values()];
}

/** A message's text with an ellipsis for what differs from case to case. */
function opened({ key, params }: Message, language: Language): string {
  const blanks = Object.fromEntries(Object.keys(params).map((name) => [name, '…']));
  return formatMessage({ key, params: blanks }, language);
}

import type { ParsedDocument } from '../documents/document.js';
import { readDocument, type Schemas, suggestion } from '../documents/schemas.js';
import type { IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { RulePack, Target } from '../packs/types.js';
import { figureProblems } from './check-figures.js';
import type {
  Indicator,
  ReportedFigure,
  WrittenFigure,
  WrittenIndicator,
  WrittenIndicators,
} from './indicators.js';
import { hasError, placeText, remarkAt } from './problem.js';
import { type InputFile, readDocumentFile } from './read-file.js';
import type { WorkspaceSettings } from './read-workspace.js';

export interface IndicatorsOptions {
  readonly schemas: Schemas;
  /** The packs whose targets may be reported. */
  readonly packs: readonly Pick<RulePack, 'id' | 'targets'>[];
  readonly asOf: IsoDate;
}

export interface IndicatorsReading {
  /** Figures dated after as-of are among them. Absent when there is an error. */
  readonly indicators?: readonly Indicator[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The reading of a workspace's file; `input` is absent when there is no such file. */
export interface IndicatorsFileReading extends IndicatorsReading {
  readonly input?: InputFile;
}

/**
 * The figures of a workspace. No file: nothing is reported yet, which is no fault unless `tuanthu.yaml` names the file.
 */
export async function readIndicatorsFile(
  files: Files,
  { indicatorsPath, indicatorsNamed }: WorkspaceSettings,
  options: IndicatorsOptions,
): Promise<IndicatorsFileReading> {
  const file = await readDocumentFile(files, indicatorsPath);
  if (!('problem' in file)) {
    return { ...readIndicators(file.bytes, indicatorsPath, options), input: file.input };
  }
  const isAbsent = file.problem.code === 'file.missing' && !indicatorsNamed;
  return isAbsent ? { indicators: [], diagnostics: [] } : { diagnostics: [file.problem] };
}

/** Reads `indicators.yaml` from bytes. What is wrong with it becomes diagnostics. */
export function readIndicators(
  bytes: Uint8Array,
  path: string,
  { schemas, packs, asOf }: IndicatorsOptions,
): IndicatorsReading {
  const document = readDocument(bytes, path, schemas, 'indicators');
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const written = document.value as WrittenIndicators;
  const withTargets = packs.filter(({ targets }) => targets !== undefined);
  const ids = withTargets.map(({ id }) => id);
  const { plan } = written;
  const chosen = plan === undefined ? withTargets : withTargets.filter(({ id }) => id === plan);
  const targets = chosen.flatMap((pack) => pack.targets ?? []);
  const diagnostics = [
    ...document.diagnostics,
    ...(plan === undefined || ids.includes(plan) ? [] : [unknownPlan(document, plan, ids)]),
    // Under a plan that isn't known every target would be unknown too.
    ...(chosen.length === 0 && plan !== undefined
      ? []
      : written.indicators.flatMap((each, i) =>
          entryProblems(document, each, `/indicators/${i}`, targets, asOf),
        )),
    ...repeated(document, written.indicators, '/indicators', 'target', 'indicators.duplicate'),
  ];
  if (hasError(diagnostics)) return { diagnostics };
  return {
    indicators: written.indicators.map((each, i) => indicator(document, each, `/indicators/${i}`)),
    diagnostics,
  };
}

/** `own` first, then what holds for all rows of the entry. */
function indicator(document: ParsedDocument, each: WrittenIndicator, pointer: string): Indicator {
  const figure = (
    own: Partial<WrittenFigure>,
    sector: string | null,
    at: string,
  ): ReportedFigure => {
    const { numerator = 0, denominator = 0, note = each.note } = own;
    return {
      sector,
      numerator,
      denominator,
      source: own.source ?? each.source,
      reportedBy: own.reported_by ?? each.reported_by,
      date: own.date ?? each.date,
      ...(note !== undefined && { note }),
      at: { path: document.path, line: document.locate(at).line, pointer: at },
    };
  };
  return {
    target: each.target,
    ...(each.unit !== undefined && { unit: each.unit }),
    figures: each.rows
      ? each.rows.map((row, i) => figure(row, row.sector, `${pointer}/rows/${i}`))
      : [figure(each, null, pointer)],
  };
}

function unknownPlan(document: ParsedDocument, plan: string, known: readonly string[]): Diagnostic {
  const found = message('indicators.unknown_plan', { plan });
  return remarkAt(document, '/plan', 'error', found, nearOrAll(plan, known));
}

function nearOrAll(name: string, known: readonly string[]): Message {
  if (known.length === 0) return message('indicators.no_targets');
  return suggestion(name, known) ?? message('indicators.known', { names: known.join(', ') });
}

function entryProblems(
  document: ParsedDocument,
  each: WrittenIndicator,
  pointer: string,
  targets: readonly Target[],
  asOf: IsoDate,
): Diagnostic[] {
  const { target: id } = each;
  const target = targets.find((known) => known.id === id);
  if (!target) {
    const reported = targets.filter(({ measuredBy }) => measuredBy === 'reported');
    const hint = nearOrAll(
      id,
      reported.map((known) => known.id),
    );
    const found = message('indicators.unknown_target', { id });
    return [remarkAt(document, `${pointer}/target`, 'error', found, hint)];
  }
  if (target.measuredBy === 'audit') {
    const found = message('indicators.computed_target', { id, metric: target.metric });
    const hint = message('indicators.computed_target.hint');
    return [remarkAt(document, `${pointer}/target`, 'error', found, hint)];
  }
  return [
    ...figureProblems(document, each, pointer, target, asOf),
    ...repeated(
      document,
      each.rows ?? [],
      `${pointer}/rows`,
      'sector',
      'indicators.duplicate_sector',
    ),
  ];
}

/** Entries that say a name again; the message names the first place, the diagnostic stands at the second. */
function repeated<Key extends string>(
  document: ParsedDocument,
  entries: readonly Readonly<Record<Key, string>>[],
  pointer: string,
  key: Key,
  wrong: 'indicators.duplicate' | 'indicators.duplicate_sector',
): Diagnostic[] {
  const firsts = new Map<string, string>();
  return entries.flatMap((entry, i) => {
    const name = entry[key];
    const place = `${pointer}/${i}/${key}`;
    const first = firsts.get(name);
    if (first === undefined) {
      firsts.set(name, place);
      return [];
    }
    const found = message(wrong, { name, other: placeText(document, first) });
    return [remarkAt(document, place, 'error', found, message('indicators.duplicate.hint'))];
  });
}

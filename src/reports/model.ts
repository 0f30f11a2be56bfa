import type { Assessment } from '../audit/assessment.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { formatNumber, text } from '../messages/format.js';
import { reportFindings } from './model/findings.js';
import { reportLetterhead } from './model/letterhead.js';
import { reportAgencies, reportGroup } from './model/rows.js';
import { openTitles } from './model/titles.js';
import { certaintyWord, dateText, say, wordOf } from './model/words.js';
import type { LeftOut, ReportModel, ReportPack, ReportTarget } from './report-model.js';

/** What a report was restricted to, in words; null when it wasn't. */
export interface Restriction {
  readonly text: string | null;
  readonly leftOut: LeftOut;
}

/**
 * An assessment in one language, as every format shows it. Pure; never throws. `restriction` says what `restrict` left.
 */
export function reportModel(
  assessment: Assessment,
  language: Language,
  restriction: Restriction = { text: null, leftOut: 'none' },
): ReportModel {
  const titles = openTitles(assessment, language);
  const agencies = reportAgencies(assessment, titles, language);
  const { province } = assessment;
  const inForce = assessment.packs.filter((pack) => pack.in_force);
  const openPoints = inForce
    .flatMap((pack) => pack.notes)
    .filter((note) => note.certainty !== 'text').length;
  const notInForce = assessment.packs.filter((pack) => !pack.in_force).map(({ id }) => id);
  const shown = new Set(
    assessment.agencies.flatMap(({ systems }) =>
      systems.flatMap(({ requirements }) => requirements?.groups.map(({ group }) => group) ?? []),
    ),
  );
  const known = (assessment.vocabulary?.groups ?? []).map(({ id }) => id);
  const groupIds = [...new Set([...known.filter((id) => shown.has(id)), ...shown])];
  return {
    language,
    title: assessment.title,
    asOf: dateText(assessment.as_of),
    asOfDate: assessment.as_of,
    scope: restriction.text,
    leftOut: restriction.leftOut,
    letterhead: reportLetterhead(assessment.letterhead),
    collectionDue: dateText(assessment.collection_due),
    targets: province.targets.map(
      ({ id, metric, threshold }): ReportTarget => ({
        id,
        metric,
        title: titles.target(id) ?? wordOf('report.metric', metric, language),
        shortTitle: wordOf('report.metric_short', metric, language),
        threshold: `${formatNumber(threshold, language)}%`,
        thresholdPercent: threshold,
      }),
    ),
    agencies,
    kinds: assessment.kinds.map((kind) =>
      reportGroup(
        kind,
        { key: `report.kind.${kind.id}`, params: {} },
        agencies.filter((agency) => agency.kind === kind.id),
        language,
      ),
    ),
    province: reportGroup(
      province,
      message(assessment.only_agencies ? 'report.total' : 'report.province'),
      agencies,
      language,
    ),
    findings: reportFindings(assessment, titles, language),
    requirementGroups: groupIds.map((id) => ({ id, title: titles.group(id) })),
    packs: assessment.packs.map((pack) => reportPack(pack, language)),
    notInForce,
    openPoints,
    changedParameters: assessment.changed_parameters.map(({ id, default: usual, value }) => ({
      id,
      usual: valueWord(usual, language),
      value: valueWord(value, language),
    })),
    inputs: assessment.inputs.map((input) => ({
      path: input.path,
      agency: input.agency ?? null,
      sha256: input.sha256,
      bytes: input.bytes,
      rowsRead: input.rows_read,
      rowsUsed: input.rows_used,
      rowsRefused: input.rows_refused,
    })),
    remarks: [
      text('report.remark.official_text', language),
      text('report.remark.intervals', language),
      text('report.remark.installed', language),
      ...(openPoints > 0 ? [say(language, 'report.remark.open', { count: openPoints })] : []),
      ...(notInForce.length > 0
        ? [say(language, 'report.not_in_force', { packs: notInForce.join(', ') })]
        : []),
      ...assessment.changed_parameters.map(({ id, default: usual, value }) =>
        say(language, 'report.remark.changed', {
          id,
          usual: valueWord(usual, language),
          value: valueWord(value, language),
        }),
      ),
    ],
  };
}

function reportPack(pack: Assessment['packs'][number], language: Language): ReportPack {
  const { from, to } = pack.effective;
  return {
    id: pack.id,
    version: pack.version,
    title: pack.title[language],
    digest: pack.digest,
    effective:
      to === null
        ? say(language, 'report.effective_from', { from: dateText(from) })
        : say(language, 'report.effective_span', { from: dateText(from), to: dateText(to) }),
    inForce: pack.in_force,
    notes: pack.notes.map((note) => ({
      id: note.id,
      certainty: note.certainty,
      certaintyWord: certaintyWord(note.certainty, language),
      text: note.text[language],
    })),
  };
}

function valueWord(value: number | boolean | string, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language);
  if (typeof value === 'string') return value;
  return text(value ? 'condition.yes' : 'condition.no', language);
}

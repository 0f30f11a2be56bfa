import { levels } from '../domain/rules.js';
import type { Language, Message } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { formatMessage, text } from '../messages/format.js';
import type { Classification } from '../packs/types.js';
import type { SystemResult } from '../systems/judge-system.js';
import type { OpenCriterion, SystemClassification } from '../systems/system-classification.js';
import type { ClassifiedSystems } from './classify-systems.js';
import { severityWord } from './pack-contents.js';
import { certaintyWord, citationText } from './pack-words.js';
import { type Styles, safe, show } from './print.js';
import { paragraph } from './table.js';

/** A system for `--json`: ids as in the pack. */
export function systemJson(result: SystemResult, { criteria }: Classification) {
  const { system, classification: found } = result;
  return {
    id: system.id,
    name: system.name,
    agency: system.agency,
    lifecycle: system.lifecycle,
    status: result.status,
    level_status: found?.status ?? 'not_judged',
    computed_level: found?.computedLevel ?? null,
    certainty: found?.certainty ?? null,
    final: found?.final ?? false,
    level_by_criteria: found?.levelByCriteria ?? null,
    level_by_harm: found?.levelByHarm ?? null,
    raised_by: found?.raisedBy ?? null,
    matched: criteria
      .map(({ id }) => id)
      .filter((id) => found?.matched.some((each) => each.id === id)),
    open: (found?.open ?? []).map(({ id, level, component, facts }) => ({
      criterion: id,
      level,
      component,
      facts,
    })),
    gates: (found?.gates ?? [])
      .filter((gate) => gate.outcome !== 'pass')
      .map(({ id, outcome, facts }) => ({ id, outcome, facts })),
    advisories: found?.advisories ?? [],
    flags: found?.flags ?? [],
    declared_level: result.declaredLevel,
    approved_level: result.approvedLevel,
    standing: {
      case: result.standing.case,
      approval_by: result.standing.approvalBy,
      level_then: result.standing.levelThen,
    },
    components: (found?.components ?? []).map(({ id, name, status, computedLevel }) => ({
      id,
      name,
      level_status: status,
      computed_level: computedLevel,
    })),
  };
}

/** What the texts are made with. */
interface Page {
  readonly language: Language;
  readonly width: number;
  readonly styles: Styles;
  readonly table: Classification;
  /** Id of the pack whose approval rules are in force. */
  readonly approvalPack: string | undefined;
}

/** All systems for a terminal: a block for each under its agency, then how many have which level. */
export function classificationText(
  { results, agencyNames, classification: table, packs }: ClassifiedSystems,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const approvalPack = packs.find(({ approval }) => approval)?.id;
  const page = { language, width, styles, table, approvalPack };
  const blocks = results.map((result, i) => {
    const { agency } = result.system;
    const isFirst = results[i - 1]?.system.agency !== agency;
    const heading = styles.heading(safe(agencyNames.get(agency) ?? agency));
    return [...(isFirst ? [heading] : []), systemText(result, page)].join('\n');
  });
  return [...blocks, summary(results, page), sources(packs, page)].join('\n\n');
}

function systemText(result: SystemResult, page: Page): string {
  const { system, classification: found } = result;
  const { styles, width } = page;
  return [
    paragraph(`${system.id}: ${system.name}`, width, '    ', '').replace(safe(system.id), () =>
      styles.strong(safe(system.id)),
    ),
    indented(levelMessage(found), page),
    indented(
      message('classify.declared_approved', {
        declared: orNone(result.declaredLevel),
        approved: orNone(result.approvedLevel),
        status: message(`system.status.${result.status}`),
      }),
      page,
    ),
    ...standing(result, page),
    ...(found ? reasons(found, page) : []),
  ].join('\n');
}

/** Said only where the approval stands under another law than the one whose criteria gave the level above. */
function standing({ standing: { approvalBy, levelThen, ...rest } }: SystemResult, page: Page) {
  const { case: id } = rest;
  if (id === null || page.approvalPack === undefined || approvalBy === page.approvalPack) return [];
  const level = orNone(levelThen);
  return [
    indented(message('classify.standing', { case: id, pack: approvalBy ?? '-', level }), page),
  ];
}

function levelMessage(found: SystemClassification | null): Message {
  if (!found) return message('system.rule.level_error');
  if (found.computedLevel === null) {
    return message('classify.no_level', { status: message(`system.level_status.${found.status}`) });
  }
  return message('classify.level', {
    level: found.computedLevel,
    certainty: certaintyWord(found.certainty ?? 'text'),
  });
}

function reasons(found: SystemClassification, page: Page): readonly string[] {
  const { table } = page;
  const failed = found.gates.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id);
  return [
    ...section('classify.why', [...matched(found, page), ...raised(found, page)], page),
    ...section(
      'classify.gates',
      table.gates
        .filter(({ id }) => failed.includes(id))
        .map(({ id, citation, message: said }) =>
          message('classify.gate', { id, text: said, citation }),
        ),
      page,
    ),
    ...couldRise(found, page),
    ...section(
      'classify.gates_open',
      questions(
        found.gates.filter((gate) => gate.outcome === 'open').flatMap((gate) => gate.facts),
        page,
      ),
      page,
    ),
    ...section(
      'classify.advisories',
      table.advisories
        .filter(({ id }) => found.advisories.includes(id))
        .map(({ id, severity, message: said }) =>
          message('classify.advisory', { id, severity: severityWord(severity), text: said }),
        ),
      page,
    ),
    ...section(
      'classify.flags',
      table.flags
        .filter(({ id }) => found.flags.includes(id))
        .map(({ title, effect, citation }) =>
          message('classify.flag', { title, effect, citation }),
        ),
      page,
    ),
    ...section(
      'classify.problems',
      found.problems.map((problem) => problem.message),
      page,
    ),
    ...section(
      'classify.components',
      found.components.map(({ id, name, computedLevel, status }) =>
        message('classify.component', {
          id,
          name,
          level: computedLevel ?? message(`system.level_status.${status}`),
        }),
      ),
      page,
    ),
  ];
}

/** The criteria that are true, highest level first; each once, with the components whose facts meet it. */
function matched({ matched: all }: SystemClassification, { table, language }: Page): Message[] {
  const ids = new Set([...all].sort((a, b) => b.level - a.level).map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const criterion = table.criteria.find((each) => each.id === id);
    if (!criterion) return [];
    const { level, title, citation: text, certainty } = criterion;
    const said = { id, level, title, citation: citationText({ text, certainty }, language) };
    const parts = all.flatMap((each) => (each.id === id ? (each.component ?? []) : []));
    return parts.length === 0
      ? message('classify.criterion', said)
      : message('classify.criterion_of', { ...said, components: parts.join(', ') });
  });
}

function raised({ raisedBy }: SystemClassification, { table, language }: Page): readonly Message[] {
  return table.adjustments
    .filter(({ id }) => id === raisedBy)
    .map(({ id, explanation, citation, certainty }) =>
      message('classify.raised', {
        id,
        text: explanation,
        citation: citationText({ text: citation, certainty }, language),
      }),
    );
}

/** For each level that could still come out, highest first: the questions that are to be answered. */
function couldRise({ open }: SystemClassification, page: Page): readonly string[] {
  return [...levels].reverse().flatMap((level) => {
    const of: readonly OpenCriterion[] = open.filter((criterion) => criterion.level === level);
    if (of.length === 0) return [];
    const ids = [...new Set(of.map((criterion) => criterion.id))].join(', ');
    const facts = of.flatMap((criterion) => criterion.facts);
    return [
      indented(message('classify.could_rise', { level, criteria: ids }), page),
      ...questions(facts, page).map((each) => bullet(each, page)),
    ];
  });
}

function questions(facts: readonly string[], { table }: Page): readonly Message[] {
  return table.facts
    .filter(({ id }) => facts.includes(id))
    .map(({ id, question }) => message('explain.fact_line', { id, question }));
}

function section(key: MessageKey, lines: readonly Message[], page: Page): readonly string[] {
  if (lines.length === 0) return [];
  return [`  ${text(key, page.language)}`, ...lines.map((line) => bullet(line, page))];
}

function indented(said: Message, { language, width }: Page): string {
  return paragraph(formatMessage(said, language), width, '  ');
}

function bullet(said: Message, { language, width }: Page): string {
  return paragraph(formatMessage(said, language), width, '    ', '  - ');
}

function orNone(level: number | null): Message | number {
  return level ?? message('classify.none');
}

function summary(results: readonly SystemResult[], { language, width, styles }: Page): string {
  const counts = levels.flatMap((level) => {
    const count = results.filter((each) => each.classification?.computedLevel === level).length;
    return count > 0 ? [show(message('classify.count', { level, count }), language)] : [];
  });
  const none = results.filter((each) => typeof each.classification?.computedLevel !== 'number');
  if (none.length > 0) {
    counts.push(show(message('classify.count_none', { count: none.length }), language));
  }
  const open = results.filter(({ classification }) => (classification?.open.length ?? 0) > 0);
  const rise = show(message('classify.count_open', { count: open.length }), language);
  const total = show(message('classify.total', { count: results.length }), language);
  const parts = [total, ...counts, ...(open.length > 0 ? [rise] : [])];
  return styles.heading(paragraph(parts.join('; '), width, ''));
}

function sources(packs: ClassifiedSystems['packs'], { language, width }: Page): string {
  const named = packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  const count = packs.flatMap((pack) => pack.notes).length;
  return paragraph(
    formatMessage(message('classify.sources', { packs: named, count }), language),
    width,
    '',
  );
}

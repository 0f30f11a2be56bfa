import { writeXml, type XmlElement } from '../../documents/write-xml.js';
import type { Language } from '../../domain/text.js';
import type { Report } from '../format.js';
import { say } from '../model/words.js';
import { oneLine, visibleText } from '../outcomes/interchange-json.js';
import { targetText } from '../outcomes/target-text.js';
import type { ReportAgency, ReportGroup, ReportModel } from '../report-model.js';

type Facts = readonly (readonly [string, string | number])[];

/** One test of a suite. `error`: it can't be told; a gate must not take that for a pass. */
interface Case {
  readonly name: string;
  readonly problem?: {
    readonly kind: 'failure' | 'error';
    readonly type: string;
    readonly message: string;
    readonly body: string;
  };
  /** Among the suite's properties: those of tests are not in every reader's schema. */
  readonly facts: Facts;
}

/**
 * A report as JUnit XML, for gates: one suite an agency, one test a target and one for what was handed in; the whole as a
 * suite of its own when there are several agencies. A target that isn't met fails; one that can't be told is an error, never
 * skipped. Findings aren't in it but for their number: the format knows passed and failed tests only.
 */
export function junit(report: Report): string {
  const { language } = report;
  const model = report.model(language);
  const suites = [
    ...(model.agencies.length === 1
      ? []
      : [suite(model.province, targetCases(model.province, model), model)]),
    ...model.agencies.map((agency) =>
      suite(agency, [handIn(agency, language), ...targetCases(agency, model)], model),
    ),
  ];
  const tested = suites.some(({ counts }) => counts.tests > 0);
  if (!tested) suites.push(suite(model.province, [nothingTold(language)], model));
  return writeXml({
    name: 'testsuites',
    attributes: {
      name: oneLine(model.title),
      ...totals(suites.map(({ counts }) => counts)),
      time: 0,
    },
    children: suites.map(({ element }) => element),
  });
}

function suite(
  { id, name, verdict, findingCounts, systemCount }: ReportAgency | ReportGroup,
  cases: readonly Case[],
  { asOfDate }: ReportModel,
) {
  const counts = {
    tests: cases.length,
    failures: cases.filter(({ problem }) => problem?.kind === 'failure').length,
    errors: cases.filter(({ problem }) => problem?.kind === 'error').length,
  };
  const [critical = 0, high = 0, medium = 0, low = 0, info = 0] = findingCounts;
  const element: XmlElement = {
    name: 'testsuite',
    attributes: {
      name: oneLine(name) || id,
      id,
      ...counts,
      skipped: 0,
      time: 0,
      timestamp: `${asOfDate}T00:00:00`,
      hostname: id,
    },
    children: [
      properties([
        ['verdict', verdict],
        ['systems', systemCount],
        ...Object.entries({ critical, high, medium, low, info }).map(
          ([severity, count]) => [`findings.${severity}`, count] as const,
        ),
        ...cases.flatMap(({ facts }) => facts),
      ]),
      ...cases.map((each) => testCase(id, each)),
    ],
  };
  return { counts, element };
}

function totals(all: readonly { tests: number; failures: number; errors: number }[]) {
  const sum = (key: 'tests' | 'failures' | 'errors'): number =>
    all.reduce((total, each) => total + each[key], 0);
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') };
}

function testCase(classname: string, { name, problem }: Case): XmlElement {
  return {
    name: 'testcase',
    attributes: { name: oneLine(name), classname, time: 0 },
    children: [
      ...(problem
        ? [
            {
              name: problem.kind,
              attributes: { message: oneLine(problem.message), type: problem.type },
              children: [visibleText(problem.body)],
            },
          ]
        : []),
    ],
  };
}

function properties(facts: Facts): XmlElement {
  return {
    name: 'properties',
    children: facts.map(([name, value]) => ({ name: 'property', attributes: { name, value } })),
  };
}

/** A gate that looked at nothing must not be green. */
function nothingTold(language: Language): Case {
  const text = say(language, 'report.tool.nothing');
  return {
    name: text,
    facts: [],
    problem: { kind: 'error', type: 'no_data', message: text, body: text },
  };
}

function handIn(
  { submission, submissionWord, late, submittedOn, actions }: ReportAgency,
  language: Language,
): Case {
  return {
    name: say(language, 'report.area.hand_in'),
    facts: [
      ['submission', submission],
      ['late', String(late)],
      ['submitted-on', submittedOn],
    ],
    ...(submission === 'submitted'
      ? {}
      : {
          problem: {
            kind: 'failure',
            type: submission,
            message: submissionWord,
            body: todo(actions, submissionWord),
          },
        }),
  };
}

function targetCases(
  row: ReportAgency | ReportGroup,
  { targets, language }: ReportModel,
): readonly Case[] {
  return row.cells.flatMap((cell, index) => {
    const target = targets[index];
    if (!target) return [];
    const said = targetText(cell, language);
    const actions = 'submission' in row ? row.actions : [];
    return [
      {
        name: `${target.title} (≥ ${target.threshold})`,
        facts: [
          [`${target.id}.metric`, target.metric],
          [`${target.id}.outcome`, cell.outcome],
          [`${target.id}.numerator`, cell.numerator],
          [`${target.id}.denominator`, cell.denominator],
          [`${target.id}.unknown`, cell.unknown],
          [`${target.id}.threshold`, target.thresholdPercent],
          [`${target.id}.missing`, cell.missing],
        ] as const,
        ...(cell.outcome === 'met'
          ? {}
          : {
              problem: {
                kind: cell.outcome === 'not_met' ? ('failure' as const) : ('error' as const),
                type: cell.outcome,
                message: said,
                body: todo(actions, said),
              },
            }),
      },
    ];
  });
}

function todo(actions: ReportAgency['actions'], otherwise: string): string {
  return actions.length > 0 ? actions.map(({ text }) => text).join('\n') : otherwise;
}

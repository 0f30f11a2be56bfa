import type { WebReport } from '../../reports/web/web-report.js';
import { addressText } from '../routes/route.js';

type Model = WebReport['model'];
export type Agency = Model['agencies'][number];
export type System = Agency['systems'][number];
export type Finding = Model['findings'][number];
export type Cell = Agency['effective'];
export type Citation = Finding['citations'][number];

/** A place of law or of a standard, with everything that rests on it. */
export interface Article {
  readonly text: string;
  /** How sure; null = simply the text of the law. Different rules may cite one place with different certainty. */
  readonly certainties: readonly string[];
  readonly findings: readonly Finding[];
  readonly agencies: number;
}

/** The report's parts by what one follows to them, as an address names it. Lists keep the report's order. */
export interface ReportIndex {
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly systems: ReadonlyMap<string, System>;
  /** Every agency's, in the order of agencies. */
  readonly allSystems: readonly System[];
  readonly findings: ReadonlyMap<string, Finding>;
  readonly byAgency: ReadonlyMap<string, readonly Finding[]>;
  readonly bySystem: ReadonlyMap<string, readonly Finding[]>;
  /** By the citation's text; most cited first. */
  readonly articles: ReadonlyMap<string, Article>;
}

/** Sorts the report's parts for following links; linear in the number of findings. */
export function reportIndex(model: Model): ReportIndex {
  const systems = model.agencies.flatMap((agency) => agency.systems);
  return {
    agencies: new Map(model.agencies.map((agency) => [agency.id, agency])),
    systems: new Map(systems.map((system) => [systemKey(system.agency, system.id), system])),
    allSystems: systems,
    findings: new Map(model.findings.map((finding) => [addressText(finding.id), finding])),
    byAgency: groupBy(model.findings, (finding) => finding.agency?.id ?? ''),
    bySystem: groupBy(model.findings, (finding) =>
      finding.system === null ? '' : systemKey(finding.agency?.id ?? '', finding.system),
    ),
    articles: articlesOf(model.findings),
  };
}

/** Names a system among those of all agencies; also its part of an address. */
export function systemKey(agency: string, system: string): string {
  return `${agency}/${system}`;
}

/** Rows under each key, in the order of first appearance. */
export function groupBy<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function articlesOf(findings: readonly Finding[]): ReadonlyMap<string, Article> {
  const found = new Map<string, { findings: Set<Finding>; certainties: Set<string> }>();
  for (const finding of findings) {
    for (const { text, certaintyWord } of finding.citations) {
      const article = found.get(text) ?? { findings: new Set(), certainties: new Set() };
      found.set(text, article);
      article.findings.add(finding);
      if (certaintyWord !== null) article.certainties.add(certaintyWord);
    }
  }
  const articles = [...found].map(([text, article]) => ({
    text,
    certainties: [...article.certainties],
    findings: [...article.findings],
    agencies: new Set([...article.findings].map((finding) => finding.agency?.id)).size,
  }));
  articles.sort((a, b) => b.findings.length - a.findings.length);
  return new Map(articles.map((article) => [addressText(article.text), article]));
}

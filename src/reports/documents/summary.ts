import type { Annex, Block, DocumentModel } from '../document.js';
import { officialFoot } from '../official/official-foot.js';
import { officialHead } from '../official/official-head.js';
import { remarkBlocks, ruleNotes } from '../official/official-notes.js';
import { heading, paragraph, roman, type Speaker, speaker } from '../official/official-text.js';
import type { ReportDocument } from '../report-document.js';
import type { ReportModel } from '../report-model.js';
import { agencyChart } from './summary/agency-chart.js';
import { conclusions } from './summary/conclusions.js';
import { coverageChart } from './summary/coverage-chart.js';
import { endpointBlocks } from './summary/endpoint-blocks.js';
import { figures } from './summary/figures.js';
import { findingCounts } from './summary/finding-counts.js';
import { heatMaps } from './summary/heat-maps.js';
import { kindTables } from './summary/kind-tables.js';
import { mainFindings } from './summary/main-findings.js';
import { overdueDuties } from './summary/overdue-duties.js';
import { packTable } from './summary/pack-table.js';
import { ranking } from './summary/ranking.js';
import { recommendations } from './summary/recommendations.js';

/**
 * The province for its leaders: one page of figures, charts and conclusions that is read standing, then what it rests on.
 * Every agency stands in the ranking; every table of counts adds up.
 */
export const document: ReportDocument = {
  id: 'summary',
  per: 'province',
  subjects: () => [],
  build: (model) => summary(model),
};

function summary(model: ReportModel): DocumentModel {
  const say = speaker(model.language);
  const annexes = numbered(
    [
      {
        id: 'ranking',
        title: say('summary.annex.ranking'),
        landscape: true,
        body: ranking(model, say),
      },
      {
        id: 'heat',
        title: say('summary.annex.heat'),
        landscape: false,
        body: heatMaps(model, say),
      },
      {
        id: 'findings',
        title: say('summary.annex.findings'),
        landscape: false,
        body: findingCounts(model, say),
      },
      {
        id: 'rules',
        title: say('summary.annex.rules'),
        landscape: false,
        body: ruleNotes(model, say),
      },
    ],
    say,
  );
  const labelOf = (id: string) => annexes.find((annex) => annex.id === id)?.label ?? '';
  const labels = { ranking: labelOf('ranking'), findings: labelOf('findings') };
  return {
    id: 'summary',
    language: model.language,
    title: say('summary.title', { title: model.title }),
    date: model.asOfDate,
    head: officialHead(model, {
      documentType: say('summary.type'),
      abbreviation: say('summary.type_sign'),
      subject: say('summary.subject'),
      marks: [
        say('summary.province', { title: model.title, date: model.asOf }),
        ...(model.scope === null ? [] : [say('summary.scope', { scope: model.scope })]),
      ],
    }),
    body: [
      figures(model, say),
      ...coverageChart(model, say),
      ...agencyChart(model, say),
      conclusions(model, say),
      ...sections(model, labels, say),
    ],
    foot: officialFoot(model),
    annexes: annexes.map(({ id: _, ...annex }) => annex),
  };
}

/** What follows the first page. */
function sections(
  model: ReportModel,
  labels: { readonly ranking: string; readonly findings: string },
  say: Speaker,
): Block[] {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [
      say('summary.section.kinds'),
      [paragraph(say('summary.see', labels)), ...kindTables(model, say)],
    ],
    [say('summary.section.endpoints'), endpointBlocks(model, say)],
    [say('summary.section.overdue'), overdueDuties(model, say)],
    [say('summary.section.findings'), mainFindings(model, say)],
    [say('summary.section.recommendations'), recommendations(model, labels.ranking, say)],
    [say('summary.section.must_know'), [...remarkBlocks(model), packTable(model, say)]],
  ];
  const section = (number: number, title: string) =>
    heading(1, say('official.section', { number: roman(number), title }));
  return [
    { kind: 'page_break' },
    ...parts.flatMap(([title, body], index) => [section(index + 1, title), ...body]),
  ];
}

/** The annexes that say something, numbered in order. */
function numbered(
  annexes: readonly (Omit<Annex, 'label'> & { readonly id: string })[],
  say: Speaker,
): readonly (Annex & { readonly id: string })[] {
  return annexes
    .filter(({ body }) => body.length > 0)
    .map((annex, index) => ({
      ...annex,
      label: say('official.annex', { number: roman(index + 1) }),
    }));
}

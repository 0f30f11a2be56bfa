import type { Block, TableBlock } from '../../document.js';
import { heading, paragraph } from '../../official/official-text.js';
import type { ReportFinding, ReportModel, ReportSystem } from '../../report-model.js';
import { type FindingWords, severityCell } from './finding-table.js';

/** Requirements that aren't met, one table a system in the order of the catalogue; what all rows cite is said once. */
export function requirementBlocks(
  model: ReportModel,
  systems: readonly ReportSystem[],
  findings: readonly ReportFinding[],
  words: FindingWords,
): Block[] {
  const ids = [...new Set(findings.map(({ system }) => system))];
  return ids.flatMap((id, index) => {
    const members = catalogueOrder(
      model,
      findings.filter(({ system }) => system === id),
    );
    const system = systems.find((each) => each.id === id);
    const name = system?.name ?? members[0]?.subject.name ?? '';
    return systemBlocks(index + 1, name, system, members, words);
  });
}

function systemBlocks(
  number: number,
  name: string,
  system: ReportSystem | undefined,
  findings: readonly ReportFinding[],
  { say, register }: FindingWords,
): Block[] {
  const shared = sharedCitations(findings);
  const said = register.sharedNotes(findings);
  const table: TableBlock = {
    kind: 'table',
    caption: null,
    columns: [
      { title: say('official.no'), weight: 1.1, align: 'center' },
      { title: say('inspection.requirement'), weight: 6.5 },
      { title: say('inspection.requirement.statement'), weight: 6.5 },
      { title: say('inspection.field.observed'), weight: 3 },
      { title: say('inspection.field.severity'), weight: 2.2, align: 'center' },
      { title: say('inspection.field.remediation'), weight: 5 },
      { title: say('inspection.field.evidence'), weight: said.size === 0 ? 5 : 3 },
      { title: say('inspection.field.due'), weight: 2.5, align: 'center' },
      { title: say('inspection.field.id'), weight: 3.6 },
    ],
    rows: findings.map((finding, index) => [
      String(index + 1),
      [finding.title, ...ownCitations(finding, shared)].join('. '),
      finding.expected,
      finding.observed,
      severityCell(finding),
      finding.remediation,
      register.evidence(finding, said),
      finding.due,
      finding.id,
    ]),
    empty: say('official.none'),
    compact: true,
  };
  const level = system?.requirements?.level;
  const title = say('inspection.rule_heading', { number, title: name });
  return [
    heading(
      2,
      say('inspection.system_heading', {
        title,
        level: level === undefined ? '-' : String(level),
        count: findings.length,
      }),
    ),
    ...(shared.length === 0
      ? []
      : [paragraph(say('inspection.shared_basis', { citations: shared.join('; ') }))]),
    ...(said.size === 0
      ? []
      : [
          paragraph(
            say('inspection.shared_evidence', {
              notes: [...said].map(([label, notes]) => `${label}: ${notes}`).join('; '),
            }),
          ),
        ]),
    table,
  ];
}

function citationTexts({ citations }: ReportFinding): string[] {
  return citations.map(({ text, certaintyWord }) =>
    certaintyWord === null ? text : `${text} (${certaintyWord})`,
  );
}

/** Citations that every finding has; of a single finding none, so that its row tells all. */
function sharedCitations(findings: readonly ReportFinding[]): readonly string[] {
  const [first, ...others] = findings;
  if (first === undefined || others.length === 0) return [];
  return citationTexts(first).filter((text) =>
    others.every((finding) => citationTexts(finding).includes(text)),
  );
}

function ownCitations(finding: ReportFinding, shared: readonly string[]): string[] {
  const own = citationTexts(finding).filter((text) => !shared.includes(text));
  return own.length === 0 ? [] : [own.join('; ')];
}

/** By group in the catalogue's order, then by clause: 6.2 before 6.10. */
function catalogueOrder(model: ReportModel, findings: readonly ReportFinding[]): ReportFinding[] {
  const places = new Map(model.requirementGroups.map(({ id }, index) => [id, index]));
  const place = ({ requirementGroup }: ReportFinding): number =>
    places.get(requirementGroup ?? '') ?? places.size;
  return [...findings].sort(
    (a, b) => place(a) - place(b) || a.rule.localeCompare(b.rule, 'vi', { numeric: true }),
  );
}

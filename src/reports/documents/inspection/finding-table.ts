import type { TableBlock, TableCell, TableColumn } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportFinding } from '../../report-model.js';
import type { FileRegister } from './file-register.js';
import type { CommonField, RuleGroup } from './rule-group.js';

/** What a table of findings needs besides them. */
export interface FindingWords {
  readonly say: Speaker;
  readonly register: FileRegister;
  /** Id of the agency or system that the whole document is about, which need not be named each time. */
  readonly about?: string;
  /** The report leaves findings out. */
  readonly chosen?: boolean;
}

/** The findings of a group one row each, with a column for whatever they don't share. */
export function findingTable(group: RuleGroup, words: FindingWords): TableBlock {
  const columns = findingColumns(group, words);
  return {
    kind: 'table',
    caption: null,
    columns: columns.map(({ column }) => column),
    rows: group.findings.map((finding, index) => columns.map(({ cell }) => cell(finding, index))),
    empty: words.say('official.none'),
    compact: true,
  };
}

interface FindingColumn {
  readonly column: TableColumn;
  readonly cell: (finding: ReportFinding, index: number) => TableCell;
}

function findingColumns(group: RuleGroup, { say, register }: FindingWords): FindingColumn[] {
  const { common, findings } = group;
  const said = register.sharedNotes(findings);
  const long = (['expected', 'observed', 'legalBasis', 'remediation'] as const).filter(
    (field) => common[field] === null,
  );
  const noted = findings.some(({ evidence }) =>
    evidence.some(({ note }) => note !== '' && ![...said.values()].includes(note)),
  );
  const varying = (field: CommonField, column: TableColumn): FindingColumn[] =>
    common[field] === null ? [{ column, cell: (finding) => finding[field] || '-' }] : [];
  return [
    {
      column: { title: say('official.no'), weight: 1.2, align: 'center' },
      cell: (_, index) => String(index + 1),
    },
    {
      column: { title: say('inspection.field.subject'), weight: 5 },
      cell: ({ subject }) => subject.name,
    },
    ...varying('expected', { title: say('inspection.field.expected'), weight: 6 }),
    ...varying('observed', { title: say('inspection.field.observed'), weight: 7 }),
    ...varying('outcomeWord', {
      title: say('inspection.field.outcome'),
      weight: 2.6,
      align: 'center',
    }),
    ...(common.severityWord === null
      ? [
          {
            column: { title: say('inspection.field.severity'), weight: 2.6, align: 'center' },
            cell: severityCell,
          } satisfies FindingColumn,
        ]
      : []),
    ...varying('legalBasis', { title: say('inspection.field.legal_basis'), weight: 6 }),
    ...varying('remediation', { title: say('inspection.field.remediation'), weight: 5 }),
    ...varying('due', { title: say('inspection.field.due'), weight: 2.8, align: 'center' }),
    ...(findings.some(({ evidence }) => evidence.length > 0)
      ? [
          {
            column: { title: say('inspection.field.evidence'), weight: noted ? 8 : 2.6 },
            cell: (finding) => register.evidence(finding, said) || '-',
          } satisfies FindingColumn,
        ]
      : []),
    {
      column: {
        title: say('inspection.field.id'),
        weight: long.length + (noted ? 1 : 0) > 1 ? 4.5 : 7,
      },
      cell: ({ id }) => id,
    },
  ];
}

/** A finding's severity as a cell in its colour. */
export function severityCell({ severity, severityWord }: ReportFinding): TableCell {
  return { text: severityWord, tone: severity };
}

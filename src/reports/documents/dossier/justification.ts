import type { Block, TableBlock } from '../../document.js';
import { heading, note, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportProfile, ReportSystem } from '../../report-model.js';
import { partState } from './part-state.js';

/** Part 3: the facts, the level that follows from them and on what grounds, what could still raise it, first risks. */
export function justificationBlocks(system: ReportSystem, say: Speaker): Block[] {
  const { profile } = system;
  const raising = new Set(system.couldRise.flatMap(({ questions }) => questions));
  return [
    ...partState(system, 'level_justification', say),
    heading(2, say('dossier.level')),
    paragraph(levelSentence(system, say)),
    criteriaTable(system, say),
    ...riseBlocks(system, say),
    heading(2, say('dossier.facts')),
    ...(profile === null
      ? [paragraph(say('dossier.facts.unknown'))]
      : factTables(profile, raising, say)),
    heading(2, say('dossier.risks')),
    {
      kind: 'fields',
      items: [
        { label: say('dossier.risks.main'), value: null },
        { label: say('dossier.risks.impact'), value: null },
        { label: say('dossier.risks.report'), value: null },
      ],
    },
    ...(highLevel(system)
      ? [
          paragraph(say('dossier.high')),
          {
            kind: 'fields',
            items: [
              { label: say('dossier.high.risk'), value: null },
              { label: say('dossier.high.connected'), value: null },
              { label: say('dossier.high.threats'), value: null },
              { label: say('dossier.high.harm'), value: null },
              { label: say('dossier.high.continuity'), value: null },
            ],
          } satisfies Block,
        ]
      : []),
  ];
}

/** The level to be proposed is 4 or 5, by whichever of the levels is highest. */
export function highLevel({ computedLevel, declaredLevel, approvedLevel }: ReportSystem): boolean {
  return Math.max(computedLevel ?? 0, declaredLevel ?? 0, approvedLevel ?? 0) >= 4;
}

function levelSentence(system: ReportSystem, say: Speaker): string {
  const { computedLevel, computedText, declaredLevel } = system;
  if (computedLevel === null) return say('dossier.level.undetermined', { reason: computedText });
  const computed = say('dossier.level.computed', { level: computedText });
  if (declaredLevel === null) return computed;
  const declared =
    declaredLevel < computedLevel
      ? say('dossier.level.declared_lower', { level: declaredLevel })
      : say('dossier.level.declared', { level: declaredLevel });
  return `${computed} ${declared}`;
}

function criteriaTable({ criteria }: ReportSystem, say: Speaker): TableBlock {
  return {
    kind: 'table',
    caption: say('dossier.criteria'),
    columns: [
      { title: say('inspection.requirements.level'), weight: 1.6, align: 'center' },
      { title: say('dossier.criteria.title'), weight: 9 },
      { title: say('inspection.field.legal_basis'), weight: 6 },
    ],
    rows: [...criteria]
      .sort((a, b) => (b.level ?? 0) - (a.level ?? 0))
      .map(({ level, title, citation, certaintyWord }) => [
        level === null ? '-' : String(level),
        title,
        certaintyWord === null ? citation : `${citation} (${certaintyWord})`,
      ]),
    empty: say('dossier.criteria.none'),
  };
}

function riseBlocks({ couldRise }: ReportSystem, say: Speaker): Block[] {
  if (couldRise.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: say('dossier.rise'),
      columns: [
        { title: say('dossier.rise.level'), weight: 2.2, align: 'center' },
        { title: say('dossier.criteria.title'), weight: 7 },
        { title: say('dossier.rise.questions'), weight: 8 },
      ],
      rows: couldRise.map(({ level, criterion, questions }) => [
        String(level),
        criterion,
        questions.join(' '),
      ]),
      empty: say('official.none'),
    },
    note(say('dossier.rise.how')),
  ];
}

function factTables({ facts }: ReportProfile, raising: ReadonlySet<string>, say: Speaker): Block[] {
  const answered = facts.filter(({ answer }) => answer !== null);
  const open = facts.filter(({ answer }) => answer === null);
  const columns = [
    { title: say('official.no'), weight: 1, align: 'center' as const },
    { title: say('dossier.facts.question'), weight: 8 },
    { title: say('dossier.facts.answer'), weight: 5 },
    { title: say('inspection.field.legal_basis'), weight: 4 },
  ];
  return [
    {
      kind: 'table',
      caption: say('dossier.facts.answered'),
      columns,
      rows: answered.map(({ question, answer, citation }, index) => [
        String(index + 1),
        question,
        answer,
        citation ?? '',
      ]),
      empty: say('dossier.facts.none'),
      compact: true,
    },
    ...(open.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: say('dossier.facts.open'),
            columns,
            rows: open.map(({ question, citation }, index) => [
              String(index + 1),
              raising.has(question)
                ? { text: say('dossier.facts.raises', { question }), bold: true }
                : question,
              null,
              citation ?? '',
            ]),
            empty: say('official.none'),
            compact: true,
          } satisfies TableBlock,
          note(say('dossier.facts.open_how')),
        ]),
  ];
}

import type { Block } from '../../document.js';
import { heading, note, paragraph, type Speaker } from '../../official/official-text.js';
import { requirementCells, requirementColumns } from '../../official/requirement-columns.js';
import type { ReportModel, ReportSystem } from '../../report-model.js';
import { shareMet } from '../inspection/charts.js';
import { partState } from './part-state.js';

/**
 * Part 4: the security plan with its seven contents (Decree 331/2026/NĐ-CP Art. 29 cl. 2), its regulation, and how far the
 * requirements of the level are met, by group.
 */
export function planBlocks(model: ReportModel, system: ReportSystem, say: Speaker): Block[] {
  const { profile } = system;
  return [
    ...partState(system, 'security_plan', say),
    {
      kind: 'fields',
      items: [
        { label: say('dossier.plan.status'), value: profile?.plan ?? system.planStatusWord },
        { label: say('dossier.plan.regulation'), value: profile?.regulation ?? null },
        { label: say('dossier.plan.approval'), value: profile?.approval ?? null },
      ],
    },
    paragraph(say('dossier.plan.contents')),
    {
      kind: 'fields',
      items: (
        [
          'dossier.plan.build',
          'dossier.plan.operation',
          'dossier.plan.assessment',
          'dossier.plan.risk',
          'dossier.plan.monitoring',
          'dossier.plan.recovery',
          'dossier.plan.end',
        ] as const
      ).map((key) => ({ label: say(key), value: null })),
    },
    heading(2, say('dossier.requirements')),
    ...requirementBlocks(model, system, say),
  ];
}

function requirementBlocks(
  model: ReportModel,
  { requirements }: ReportSystem,
  say: Speaker,
): Block[] {
  if (requirements === null) return [paragraph(say('dossier.requirements.none'))];
  const { groups } = requirements;
  const checklist = requirements.selfAssessment ?? requirements.inspection;
  return [
    paragraph(
      say('dossier.requirements.sum', {
        level: requirements.level,
        mandatory: requirements.mandatory,
        met: requirements.met,
        failing: requirements.failing,
        not_applicable: requirements.notApplicable,
        unknown: requirements.unknown,
      }),
    ),
    ...(checklist === null ? [note(say('dossier.requirements.unanswered'))] : []),
    {
      kind: 'table',
      caption: say('dossier.requirements.table'),
      columns: [
        { title: say('dossier.requirements.group'), weight: 7 },
        ...requirementColumns(say),
        { title: say('dossier.requirements.share'), weight: 2, align: 'right' },
      ],
      rows: groups.map((group) => [
        group.title,
        ...requirementCells(group, model.language),
        percent(shareMet(group)),
      ]),
      empty: say('official.none'),
      compact: true,
    },
  ];
}

function percent(share: number | null): string {
  return share === null ? '-' : `${share}%`;
}

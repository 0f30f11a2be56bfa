import type { Block, DocumentModel } from '../document.js';
import { officialHead } from '../official/official-head.js';
import { remarkBlocks, ruleNotes } from '../official/official-notes.js';
import { heading, roman, speaker } from '../official/official-text.js';
import type { ReportDocument } from '../report-document.js';
import type { ReportAgency, ReportModel, ReportSystem } from '../report-model.js';
import { designBlocks } from './dossier/design.js';
import { gapBlocks } from './dossier/gaps.js';
import { justificationBlocks } from './dossier/justification.js';
import { opinionBlocks } from './dossier/opinion.js';
import { overviewBlocks } from './dossier/overview.js';
import { planBlocks } from './dossier/plan.js';
import { summaryBlocks } from './dossier/summary.js';
import { fileRegister } from './inspection/file-register.js';
import { fileBlocks } from './inspection/files-annex.js';
import { findingParts } from './inspection/parts.js';
import { requirementBlocks } from './inspection/requirements-annex.js';

/** Decree 331/2026/NĐ-CP, whose order of parts the draft follows, binds from this day. */
const inForceFrom = '2026-08-19';

/**
 * A working draft of a system's level dossier, in the order of its parts (Decree 331/2026/NĐ-CP Art. 21, 22): what is known
 * is filled in, what isn't is left blank, then what remains to be done. It never stands for the dossier itself.
 */
export const document: ReportDocument = {
  id: 'dossier',
  per: 'system',
  subjects: ({ agencies }) => [
    ...new Set(
      agencies
        .flatMap(({ systems }) => systems)
        .filter(({ lifecycle }) => lifecycle !== 'retired')
        .map(({ id }) => id),
    ),
  ],
  build(model, subject) {
    for (const agency of model.agencies) {
      const system = agency.systems.find(({ id }) => id === subject);
      if (system !== undefined) return draft(model, agency, system);
    }
    throw new Error(`no system ${subject} in the report`);
  },
};

function draft(model: ReportModel, agency: ReportAgency, system: ReportSystem): DocumentModel {
  const say = speaker(model.language);
  const findings = model.findings.filter(
    (finding) => finding.system === system.id && finding.agency?.id === agency.id,
  );
  const parts = findingParts(findings);
  const checklists = [system.requirements?.selfAssessment, system.requirements?.inspection];
  const register = fileRegister(model, findings, ({ path }) => checklists.includes(path));
  const words = { say, register, about: system.id, chosen: model.leftOut === 'findings' };
  const annexes = [
    ...(parts.requirements.length === 0
      ? []
      : [
          {
            title: say('inspection.annex.requirements'),
            landscape: true,
            body: requirementBlocks(model, [system], parts.requirements, words),
          },
        ]),
    {
      title: say('inspection.annex.files'),
      landscape: true,
      body: fileBlocks(model, register, say),
    },
    { title: say('inspection.annex.rules'), landscape: false, body: ruleNotes(model, say) },
  ].map((annex, index) => ({
    ...annex,
    label: say('official.annex', { number: roman(index + 1) }),
  }));
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    [say('dossier.section.overview'), overviewBlocks(agency, system, say)],
    [say('dossier.section.design'), designBlocks(system, say)],
    [say('dossier.section.justification'), justificationBlocks(system, say)],
    [say('dossier.section.plan'), planBlocks(model, system, say)],
    [say('dossier.section.opinion'), opinionBlocks(system, say)],
    [say('dossier.section.gaps'), gapBlocks(system, parts, annexes[0]?.label ?? '', words)],
  ];
  return {
    id: 'dossier',
    language: model.language,
    title: say('dossier.title', { system: system.name }),
    date: model.asOfDate,
    head: officialHead(model, {
      documentType: say('dossier.type'),
      abbreviation: null,
      subject: say('dossier.subject', { system: system.name }),
      marks: [
        say('dossier.draft'),
        say('official.as_of', { date: model.asOf }),
        ...(model.asOfDate < inForceFrom ? [say('dossier.not_in_force')] : []),
      ],
      issuedBy: {
        superior: system.profile?.owner ?? null,
        issuer: system.profile?.operatingUnit ?? agency.name,
      },
    }),
    body: [
      ...summaryBlocks(model, agency, system, say),
      ...sections.flatMap(([title, body], index) => [
        heading(1, say('official.section', { number: roman(index + 1), title })),
        ...body,
      ]),
      ...remarkBlocks(model),
    ],
    foot: {
      recipients: [],
      signatures: [{ authority: null, title: say('dossier.sign'), name: null }],
    },
    annexes,
  };
}

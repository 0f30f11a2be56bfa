import type { Annex, Block, DocumentModel } from '../document.js';
import { officialFoot } from '../official/official-foot.js';
import { officialHead } from '../official/official-head.js';
import { remarkBlocks, ruleNotes } from '../official/official-notes.js';
import { heading, roman, type Speaker, speaker } from '../official/official-text.js';
import type { ReportDocument } from '../report-document.js';
import type { ReportAgency, ReportModel } from '../report-model.js';
import { chartBlocks } from './inspection/charts.js';
import { conclusionBlocks } from './inspection/conclusions.js';
import { endpointBlocks } from './inspection/endpoints-annex.js';
import { fileRegister } from './inspection/file-register.js';
import { fileBlocks } from './inspection/files-annex.js';
import { findingBlocks } from './inspection/finding-blocks.js';
import { openingBlocks } from './inspection/opening.js';
import { findingParts } from './inspection/parts.js';
import { requirementBlocks } from './inspection/requirements-annex.js';
import { resultBlocks } from './inspection/results.js';
import { scopeBlocks } from './inspection/scope.js';
import { systemsTable } from './inspection/systems-table.js';

/**
 * The record of an agency's inspection, for both sides to sign: what was examined, the figures against the targets, every
 * finding of the agency once with its grounds, evidence and remedy, and what is asked of the agency.
 */
export const document: ReportDocument = {
  id: 'inspection',
  per: 'agency',
  subjects: ({ agencies }) => agencies.map(({ id }) => id),
  build(model, subject) {
    const agency = model.agencies.find(({ id }) => id === subject);
    if (agency === undefined) throw new Error(`no agency ${subject} in the report`);
    return inspectionRecord(model, agency);
  },
};

function inspectionRecord(model: ReportModel, agency: ReportAgency): DocumentModel {
  const say = speaker(model.language);
  const findings = model.findings.filter((finding) => finding.agency?.id === agency.id);
  const parts = findingParts(findings);
  const register = fileRegister(
    model,
    findings,
    (input) => input.agency === null || input.agency === agency.id,
  );
  const words = { say, register, about: agency.id };
  const annexes = numbered(
    [
      parts.requirements.length > 0 && {
        id: 'requirements',
        title: say('inspection.annex.requirements'),
        landscape: true,
        body: requirementBlocks(model, agency.systems, parts.requirements, words),
      },
      parts.endpoints.length > 0 && {
        id: 'endpoints',
        title: say('inspection.annex.endpoints'),
        landscape: false,
        body: endpointBlocks(parts.endpoints, words),
      },
      {
        id: 'files',
        title: say('inspection.annex.files'),
        landscape: true,
        body: fileBlocks(model, register, say),
      },
      {
        id: 'rules',
        title: say('inspection.annex.rules'),
        landscape: false,
        body: ruleNotes(model, say),
      },
    ],
    say,
  );
  const labelOf = (id: string): string | null =>
    annexes.find((annex) => annex.id === id)?.label ?? null;
  const section = (number: number, title: string): Block =>
    heading(1, say('official.section', { number: roman(number), title }));
  return {
    id: 'inspection',
    language: model.language,
    title: say('inspection.title', { agency: agency.name }),
    date: model.asOfDate,
    head: officialHead(model, {
      documentType: say('inspection.type'),
      abbreviation: say('inspection.type_sign'),
      subject: say('inspection.subject', { agency: agency.name }),
      marks: [say('official.as_of', { date: model.asOf })],
    }),
    body: [
      ...openingBlocks(model, agency, findings, say),
      section(1, say('inspection.section.scope')),
      ...scopeBlocks(model, agency, register, say),
      section(2, say('inspection.section.results')),
      ...resultBlocks(model, agency, say),
      ...chartBlocks(model, agency, say),
      ...(agency.systems.length === 0 ? [] : [systemsTable(model, agency, say)]),
      section(3, say('inspection.section.findings')),
      ...findingBlocks(
        model,
        agency,
        parts,
        { requirements: labelOf('requirements'), endpoints: labelOf('endpoints') },
        words,
      ),
      ...conclusionBlocks(model, agency, findings, 4, say),
      ...remarkBlocks(model),
    ],
    foot: officialFoot(model, {
      about: 'agency',
      recipients: [agency.name],
      beside: [{ authority: null, title: say('inspection.sign.agency'), name: null }],
      signature: { authority: null, title: say('inspection.sign.inspectors'), name: null },
    }),
    annexes: annexes.map(({ id: _, ...annex }) => annex),
  };
}

/** The annexes that there are, numbered in order. */
function numbered(
  annexes: readonly (false | (Omit<Annex, 'label'> & { readonly id: string }))[],
  say: Speaker,
): readonly (Annex & { readonly id: string })[] {
  return annexes
    .filter((annex) => annex !== false)
    .map((annex, index) => ({
      ...annex,
      label: say('official.annex', { number: roman(index + 1) }),
    }));
}

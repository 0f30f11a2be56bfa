import type { Block } from '../../document.js';
import { heading, note, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportFinding, ReportModel } from '../../report-model.js';
import { citedInstruments } from './cited-instruments.js';

/** On what grounds, when, where and by whom the inspection was made; what the report doesn't know is left blank. */
export function openingBlocks(
  model: ReportModel,
  agency: ReportAgency,
  findings: readonly ReportFinding[],
  say: Speaker,
): Block[] {
  const instruments = citedInstruments(
    findings.flatMap(({ citations }) => citations),
    say,
  );
  const bases = [
    ...instruments.map((instrument) => say('inspection.basis', { instrument })),
    say('inspection.basis_decision'),
  ];
  return [
    ...bases.map((text) => paragraph([{ text, italic: true }])),
    paragraph(say('inspection.met')),
    heading(2, say('inspection.party.inspectors')),
    partyFields(model.letterhead.issuer, say),
    heading(2, say('inspection.party.agency')),
    partyFields(agency.name, say),
    paragraph(say('inspection.together')),
    ...(model.leftOut === 'none' || model.scope === null
      ? []
      : [note(say('inspection.scope', { scope: model.scope }))]),
  ];
}

function partyFields(body: string | null, say: Speaker): Block {
  return {
    kind: 'fields',
    items: [
      { label: say('inspection.party.body'), value: body },
      { label: say('inspection.party.person'), value: null },
      { label: say('inspection.party.position'), value: null },
      { label: say('inspection.party.person'), value: null },
      { label: say('inspection.party.position'), value: null },
    ],
  };
}

import type { AnnualReport, ReportParty } from '../../audit/annual-report/report.js';
import type { Language } from '../../domain/text.js';
import { text } from '../../messages/format.js';
import type { Block, FieldsBlock } from '../document.js';
import { heading, note, speaker } from '../official/official-text.js';
import { dots } from './form-table.js';

/** Section 2 in the form's lines: each owner, part A, then part B for each specialised unit. */
export function partyBlocks({ parties }: AnnualReport, language: Language): readonly Block[] {
  const say = speaker(language);
  if (parties.length === 0) return [note(text('annual_report.no_rows', language))];
  return parties.flatMap((owner, index): Block[] => [
    ...(parties.length === 1
      ? []
      : [
          heading(
            2,
            say('annual_report.paper.owner', {
              no: index + 1,
              name: owner.name ?? text('annual_report.owner_unknown', language),
            }),
          ),
        ]),
    ...owner.parts.flatMap((part): Block[] => [
      heading(3, part.title[language]),
      fields(part, language),
    ]),
  ]);
}

/** What isn't said is a dotted blank, of two parts only the one that is missing. */
function fields({ fields: own }: ReportParty, language: Language): FieldsBlock {
  const say = speaker(language);
  return {
    kind: 'fields',
    items: own.map(({ label, parts }, index) => ({
      label: say('annual_report.paper.item', { no: index + 1, label }),
      value: parts.every((part) => part === null)
        ? null
        : parts.map((part) => part ?? dots).join(', '),
    })),
  };
}

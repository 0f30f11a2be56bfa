import { type Effective, formatDate } from '../domain/dates.js';
import type { Certainty } from '../domain/rules.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { RulePack } from '../packs/types.js';
import { show } from './print.js';

/** The parts that a pack may have, in the order in which people are told. */
const parts = ['classification', 'approval', 'endpointChecks', 'targets'] as const;

/** A part of a pack as `--json` names it. */
export type PackPart = 'classification' | 'approval' | 'endpoint_checks' | 'targets';

/** What a pack has. */
export function packParts(pack: RulePack): readonly PackPart[] {
  return parts
    .filter((part) => pack[part] !== undefined)
    .map((part) => (part === 'endpointChecks' ? 'endpoint_checks' : part));
}

/** "from … to …", one text for each; the end is left out when none is known. */
export function periodTexts({ from, to }: Effective, language: Language): readonly string[] {
  return [
    show(message('pack.from', { date: formatDate(from) }), language),
    ...(to === null ? [] : [show(message('pack.to', { date: formatDate(to) }), language)]),
  ];
}

/** How sure something is, in words. */
export function certaintyWord(certainty: Certainty): Message {
  return certainty === 'text'
    ? message('pack.certainty.text')
    : message(`report.certainty.${certainty}`);
}

/** How much a citation says of its certainty: `always`, or only what is `doubtful`, that is anything but the wording. */
export type CertaintyShown = 'always' | 'doubtful';

/** A citation with its certainty in brackets; without brackets where the pack doesn't say. */
export function citationText(
  { text, certainty }: { readonly text: string; readonly certainty: Certainty | null },
  language: Language,
  shown: CertaintyShown = 'doubtful',
): string {
  const isSilent = certainty === null || (certainty === 'text' && shown === 'doubtful');
  const cited = isSilent
    ? message('pack.place', { text })
    : message('pack.citation', { text, certainty: certaintyWord(certainty) });
  return show(cited, language);
}

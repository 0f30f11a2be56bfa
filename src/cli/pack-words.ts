import { type Effective, formatDate } from '../domain/dates.js';
import type { Certainty } from '../domain/rules.js';
import type { Language, Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { RequirementCatalogue, RulePack } from '../packs/types.js';
import { show } from './print.js';

/** The parts that a pack may have, in the order in which people are told. */
const parts = [
  'classification',
  'approval',
  'transition',
  'requirements',
  'obligations',
  'endpointChecks',
  'targets',
] as const;

/** A part of a pack as `--json` names it. */
export type PackPart =
  | 'classification'
  | 'approval'
  | 'transition'
  | 'requirements'
  | 'obligations'
  | 'endpoint_checks'
  | 'targets';

/** What a pack has. */
export function packParts(pack: RulePack): readonly PackPart[] {
  return parts
    .filter((part) => pack[part] !== undefined)
    .map((part) => (part === 'endpointChecks' ? 'endpoint_checks' : part));
}

/** What a pack has of a kind that is counted: requirements of all levels, those of annexes, obligations. */
export interface PackCounts {
  readonly requirements: number;
  readonly annex_requirements: number;
  readonly obligations: number;
}

/** Requirements count only where the pack was read with its catalogues. */
export function packCounts({ requirements, obligations }: RulePack): PackCounts {
  const count = (catalogues: readonly RequirementCatalogue[] = []) =>
    catalogues
      .flatMap(({ groups }) => groups)
      .reduce((sum, group) => sum + group.requirements.length, 0);
  return {
    requirements: count(requirements?.levels),
    annex_requirements: count(requirements?.annex),
    obligations: obligations?.obligations.length ?? 0,
  };
}

/** The parts of a pack in words, the large ones with how many things they hold. */
export function partTexts(pack: RulePack, language: Language): readonly string[] {
  const counts = packCounts(pack);
  return packParts(pack).map((part) => {
    const said = message(`pack.part.${part}`);
    const count = part === 'requirements' || part === 'obligations' ? counts[part] : 0;
    return show(count === 0 ? said : message('pack.counted_part', { part: said, count }), language);
  });
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

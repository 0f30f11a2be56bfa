import type { Speaker } from '../../official/official-text.js';
import type { ReportFinding } from '../../report-model.js';

/**
 * The Vietnamese instruments that findings cite, by name and number, in the order in which such documents list them: laws,
 * decrees, directives, circulars, standards, plans. A decree is cited shortly (`NĐ 331/2026`) or in full; both are the same
 * one. One that is known only from a summary says so; one that is cited only from memory is no basis and is left out here
 * (its citations stand, marked, with the findings).
 */
export function citedInstruments(
  citations: readonly ReportFinding['citations'][number][],
  say: Speaker,
): readonly string[] {
  const found = new Map<
    string,
    { place: number; order: number; certainty: string; word: string | null }
  >();
  for (const { text, certainty, certaintyWord } of citations) {
    for (const [place, { pattern, name }] of kinds.entries()) {
      for (const [, number = ''] of text.matchAll(pattern)) {
        const instrument = say(name, { number: number.replace('/NĐ-CP', '') });
        const known = found.get(instrument);
        if (known === undefined || surer(certainty, known.certainty)) {
          found.set(instrument, {
            place,
            order: byYear(number),
            certainty,
            word: certaintyWord,
          });
        }
      }
    }
  }
  return [...found]
    .filter(([, { certainty }]) => certainty !== 'recalled')
    .sort(([, a], [, b]) => a.place - b.place || a.order - b.order)
    .map(([instrument, { certainty, word }]) =>
      certainty === 'secondary' && word !== null ? `${instrument} (${word})` : instrument,
    );
}

/** 356/2025 stands before 330/2026. */
function byYear(number: string): number {
  const [serial = 0, year = 0] = (number.match(/\d+/gu) ?? []).map(Number);
  return year * 10_000 + serial;
}

/** From a text that was read to one that was only recalled. */
const certainties = ['text', 'reading', 'open', 'secondary', 'recalled'];

function surer(one: string, other: string): boolean {
  return certainties.indexOf(one) < certainties.indexOf(other);
}

const kinds = [
  { pattern: /Luật (?:số )?(\d+\/\d{4}(?:\/QH\d+)?)/gu, name: 'inspection.instrument.law' },
  {
    pattern: /(?:NĐ|Nghị định) (?:số )?(\d+\/\d{4}(?:\/NĐ-CP)?)/gu,
    name: 'inspection.instrument.decree',
  },
  { pattern: /Chỉ thị (?:số )?(\d+\/CT-TTg)/gu, name: 'inspection.instrument.directive' },
  {
    pattern: /(?:TT|Thông tư) (?:số )?(\d+\/\d{4}\/TT-\p{Lu}+)/gu,
    name: 'inspection.instrument.circular',
  },
  { pattern: /(TCVN \d+:\d{4})/gu, name: 'inspection.instrument.standard' },
  { pattern: /Kế hoạch (?:số )?(\d+-KH\/\p{Lu}+)/gu, name: 'inspection.instrument.plan' },
] as const;

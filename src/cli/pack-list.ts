import { formatDate, type IsoDate, isInForce } from '../domain/dates.js';
import type { Language } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { localized, text } from '../messages/format.js';
import type { RulePack } from '../packs/types.js';
import { partTexts, periodTexts } from './pack-words.js';
import { type Styles, show } from './print.js';
import { tableText } from './table.js';

/** The packs as a table: version, when in force, whether on the date, what is in them. */
export function packList(
  packs: readonly RulePack[],
  asOf: IsoDate,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const binds = packs.map((pack) => isInForce(pack.effective, asOf));
  const columns = [
    { title: text('pack.column.id', language) },
    { title: text('pack.column.version', language) },
    { title: text('pack.column.period', language) },
    {
      title: text('pack.column.in_force', language),
      paint: (shown: string, row: number) => (binds[row] ? styles.good : styles.faint)(shown),
    },
    { title: text('pack.column.contents', language), wrap: true },
  ];
  const rows = packs.map((pack, i) => [
    pack.id,
    pack.version,
    periodTexts(pack.effective, language),
    text(binds[i] ? 'condition.yes' : 'condition.no', language),
    [localized(pack.title, language), `(${partTexts(pack, language).join(', ')})`],
  ]);
  const heading = show(message('pack.list_heading', { date: formatDate(asOf) }), language);
  return `${heading}\n\n${tableText(columns, rows, Math.min(width, 100), styles.heading)}`;
}

import type { Language, Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, localized, text } from '../../messages/format.js';
import type { CatalogueDiff, RequirementPair } from '../../packs/diff-requirements.js';
import type { Requirement } from '../../packs/types.js';
import type { Styles } from '../print.js';
import { parameterText } from '../requirement-words.js';
import { paragraph } from '../table.js';
import { fieldName } from './field-text.js';

/** `Yêu cầu cấp 2`, or the annex's. */
export function catalogueName({ level, annex }: CatalogueDiff): Message {
  return annex ? message('diff.annex', { level }) : message('diff.catalogue', { level });
}

/** What has changed in one catalogue; nothing when nothing has. */
export function catalogueText(
  diff: CatalogueDiff,
  language: Language,
  width: number,
  styles: Styles,
): readonly string[] {
  const item = (mark: string, id: string, { title }: Requirement) =>
    paragraph(`${id}  ${localized(title, language)}`, width, '    ', `${mark} `);
  const block = (
    key: 'moved' | 'changed' | 'added' | 'removed',
    lines: readonly string[],
  ): readonly string[] =>
    lines.length === 0
      ? []
      : [paragraph(text(`diff.requirements.${key}`, language), width, ''), ...lines];
  const lines = [
    ...block(
      'moved',
      diff.moved.map(({ from, to }) => item('>', `${from.id} → ${to.id}`, to)),
    ),
    ...block(
      'changed',
      diff.changed.flatMap((pair) => [
        item('~', ids(pair), pair.to),
        ...pair.fields.flatMap((field) => fieldChange(pair, field, language, width)),
      ]),
    ),
    ...block(
      'added',
      diff.added.map((each) => styles.good(item('+', each.id, each))),
    ),
    ...block(
      'removed',
      diff.removed.map((each) => styles.bad(item('-', each.id, each))),
    ),
  ];
  if (lines.length === 0) return [];
  return ['', styles.heading(formatMessage(catalogueName(diff), language)), ...lines];
}

function ids({ from, to }: RequirementPair): string {
  return from.id === to.id ? from.id : `${from.id} → ${to.id}`;
}

function fieldChange(
  { from, to }: RequirementPair,
  field: CatalogueDiff['changed'][number]['fields'][number],
  language: Language,
  width: number,
): readonly string[] {
  const side = (each: Requirement): string => {
    if (field === 'statement') return localized(each.statement, language);
    if (field === 'optional') {
      return text(each.optional ? 'condition.yes' : 'condition.no', language);
    }
    const words = Object.entries(each.parameters).map(([name, value]) =>
      formatMessage(parameterText(name, value), language),
    );
    return words.length === 0 ? text('diff.nothing', language) : words.join('; ');
  };
  return [
    paragraph(`${fieldName(field, language)}:`, width, '    '),
    paragraph(side(from), width, '        ', '      - '),
    paragraph(side(to), width, '        ', '      + '),
  ];
}

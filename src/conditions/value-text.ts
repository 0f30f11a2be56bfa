import { type Duration, formatDate, parseDuration, parseIsoDate } from '../domain/dates.js';
import type { FactDeclaration } from '../domain/facts.js';
import type { Language, LocalizedText } from '../domain/text.js';
import { formatNumber, text } from '../messages/format.js';
import type { Literal } from './condition.js';
import type { KnownValue } from './fact-value.js';
import { asOfWord } from './operators/families/as-of.js';
import type { Item } from './operators/families/items.js';

/**
 * A fact's value or an operand about it, as people read it: words by their label, texts in quotes, dates as `dd/MM/yyyy`,
 * durations in words, several values with commas. Never throws.
 */
export function valueText(
  declaration: FactDeclaration,
  value: KnownValue | Literal,
): LocalizedText {
  const items: readonly Item[] = Array.isArray(value) ? value : [value as Item];
  const inLanguage = (language: Language) =>
    items.map((item) => itemText(declaration, item, language)).join(', ');
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

function itemText(declaration: FactDeclaration, item: Item, language: Language): string {
  if (typeof item === 'boolean')
    return `"${text(item ? 'condition.yes' : 'condition.no', language)}"`;
  if (typeof item === 'number') return formatNumber(item, language);
  if (declaration.type === 'date' || declaration.type === 'duration')
    return timeText(item, language);
  const label = declaration.values?.find((each) => each.value === item)?.label;
  return `"${label?.[language] ?? item}"`;
}

function timeText(item: string, language: Language): string {
  if (item === asOfWord) return text('condition.as_of', language);
  const date = parseIsoDate(item);
  if (date) return formatDate(date);
  const duration = parseDuration(item);
  return duration ? durationText(duration, language) : item;
}

function durationText({ months, days }: Duration, language: Language): string {
  const whole = months % 12 === 0 ? amount(months / 12, 'year') : amount(months, 'month');
  const parts = [
    months > 0 ? whole : undefined,
    days > 0 || months === 0 ? amount(days, 'day') : undefined,
  ];
  return parts.filter((each) => each !== undefined).join(' ');

  function amount(count: number, unit: 'year' | 'month' | 'day'): string {
    const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
      count,
    );
  }
}

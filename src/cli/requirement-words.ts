import { valueText } from '../conditions/value-text.js';
import { parseDuration } from '../domain/dates.js';
import type { Message, MessageParam } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { vi } from '../messages/vi.js';

/** A parameter of a requirement in words: `ít nhất 1 năm một lần`, `lưu ít nhất 3 tháng`. One without words by its name. */
export function parameterText(name: string, value: string | number): Message {
  const suggested = name.startsWith('suggested_');
  const plain = suggested ? name.slice('suggested_'.length) : name;
  const key = `requirement.parameter.${plain}`;
  const said = isKey(key)
    ? { key, params: { value: parameterValue(value) } }
    : message('requirement.parameter', { name: plain, value: parameterValue(value) });
  return suggested ? message('requirement.suggested', { said }) : said;
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(vi, key);
}

const times = { H: 'requirement.hours', M: 'requirement.minutes' } as const;

/** An ISO 8601 duration in words (`P6M`, `PT15M`); any other value as it is. */
function parameterValue(value: string | number): MessageParam {
  if (typeof value === 'number') return value;
  const [, count, unit] = /^PT(\d+)([HM])$/.exec(value) ?? [];
  if (count !== undefined) return message(times[unit as keyof typeof times], { count });
  return parseDuration(value) ? valueText(asDuration, value) : value;
}

const asDuration = { id: 'duration', type: 'duration', question: { vi: '', en: '' } } as const;

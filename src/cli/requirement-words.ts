import type { Message, MessageParam } from '../domain/text.js';
import { type MessageKey, message } from '../messages/catalogue.js';
import { vi } from '../messages/vi.js';

/** A parameter of a requirement in words: `ít nhất 1 năm một lần`, `lưu ít nhất 3 tháng`. One without words by its name. */
export function parameterText(name: string, value: string | number): Message {
  const suggested = name.startsWith('suggested_');
  const plain = suggested ? name.slice('suggested_'.length) : name;
  const key = `requirement.parameter.${plain}`;
  const said = isKey(key)
    ? { key, params: { value: valueText(value) } }
    : message('requirement.parameter', { name: plain, value: valueText(value) });
  return suggested ? message('requirement.suggested', { said }) : said;
}

function isKey(key: string): key is MessageKey {
  return Object.hasOwn(vi, key);
}

const units = {
  Y: 'requirement.years',
  M: 'requirement.months',
  W: 'requirement.weeks',
  D: 'requirement.days',
  H: 'requirement.hours',
  m: 'requirement.minutes',
} as const;

/** An ISO 8601 duration of one unit in words (`P6M`, `PT15M`); any other value as it is. */
function valueText(value: string | number): MessageParam {
  const parts = typeof value === 'string' ? /^P(T?)(\d+)([YMWDH])$/.exec(value) : null;
  if (!parts) return value;
  const [, time = '', count = '', letter = ''] = parts;
  const unit = time === 'T' && letter === 'M' ? 'm' : letter;
  return message(units[unit as keyof typeof units], { count: Number(count) });
}

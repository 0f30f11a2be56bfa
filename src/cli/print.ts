import { styleText } from 'node:util';
import type { TargetOutcome } from '../domain/rates.js';
import type { Language, Message, MessageParam } from '../domain/text.js';
import { formatMessage } from '../messages/format.js';
import { isTerminal, type OutputStream, variable } from '../platform/environment.js';

/** Control, format (bidirectional overrides, zero-width), line-separator characters and lone surrogates. */
const treacherous = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A text from outside, fit for a terminal: characters that move the cursor, change colours, turn the reading direction
 * or can't be seen are written out (`\u{1b}`), line breaks too, so that a host name can't forge a line of output.
 */
export function safe(text: string): string {
  return text.replace(treacherous, (each) => `\\u{${each.codePointAt(0)?.toString(16)}}`);
}

/** A message in one language for a terminal: its parameters made `safe`, line breaks of the catalogue's own text kept. */
export function show(message: Message, language: Language): string {
  return formatMessage(safeParams(message), language);
}

function safeParams(message: Message): Message {
  const params = Object.entries(message.params).map(([name, value]) => [name, safeParam(value)]);
  return { key: safe(message.key), params: Object.fromEntries(params) };
}

function safeParam(value: MessageParam): MessageParam {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return safe(value);
  return 'key' in value ? safeParams(value) : { vi: safe(value.vi), en: safe(value.en) };
}

/** Ways to mark a text; all return it unchanged when the stream takes no colour. */
export type Styles = Readonly<Record<keyof typeof formats, (text: string) => string>>;

const formats = {
  heading: ['bold'],
  strong: ['bold'],
  faint: ['dim'],
  good: ['green'],
  bad: ['red', 'bold'],
  caution: ['yellow'],
} as const;

const same = (text: string): string => text;

/** No marks at all: for texts that go into a file. */
export const plainStyles: Styles = {
  heading: same,
  strong: same,
  faint: same,
  good: same,
  bad: same,
  caution: same,
};

/** The styles for one stream. Colour meets a terminal only, unless NO_COLOR (off) or FORCE_COLOR (on) says otherwise. */
export function stylesFor(stream: OutputStream): Styles {
  const coloured = takesColour(stream);
  const style =
    (name: keyof typeof formats) =>
    (text: string): string =>
      coloured ? styleText([...formats[name]], text, { validateStream: false }) : text;
  return {
    heading: style('heading'),
    strong: style('strong'),
    faint: style('faint'),
    good: style('good'),
    bad: style('bad'),
    caution: style('caution'),
  };
}

function takesColour(stream: OutputStream): boolean {
  if (variable('NO_COLOR') !== undefined) return false;
  const forced = variable('FORCE_COLOR');
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal(stream) && variable('TERM') !== 'dumb';
}

/** How an outcome is coloured wherever it is printed. */
export function outcomeTone(outcome: TargetOutcome, styles: Styles): (text: string) => string {
  return {
    met: styles.good,
    not_met: styles.bad,
    inconclusive: styles.caution,
    no_data: styles.faint,
  }[outcome];
}

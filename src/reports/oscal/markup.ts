import { oneLine, visibleText } from '../outcomes/interchange-json.js';

/**
 * A plain text as a line of OSCAL's markup (CommonMark with insertions), so that it is shown as it is: characters that mean
 * something there get a backslash. An underscore inside a word means nothing. Never empty.
 */
export function markupLine(text: string): string {
  return escaped(oneLine(text)) || '-';
}

/** The same for several lines: each is a paragraph. Never empty. */
export function markup(...texts: readonly string[]): string {
  const paragraphs = texts
    .flatMap((text) => visibleText(text).split('\n'))
    .map((line) => escaped(line.trim()))
    .filter((line) => line !== '');
  return paragraphs.join('\n\n') || '-';
}

/** A value of a property: one line without markup. Never empty. */
export function propertyValue(text: string): string {
  return oneLine(text) || '-';
}

function escaped(line: string): string {
  return line
    .replace(/[\\`*[\]<>{}~^$|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^[#+-]/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2');
}

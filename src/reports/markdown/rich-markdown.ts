import type { RichText, TextRun } from '../document.js';
import { inlineMarkdown, markdownLine } from './markdown-text.js';

/**
 * A text as a line of Markdown, its pieces in their faces; `base` is the face of the whole. Blanks at a piece's ends stand
 * outside its marks. A piece that Markdown couldn't mark, because a sign of punctuation at its end meets a letter, isn't.
 */
export function richMarkdown(text: RichText, base: { readonly italic?: boolean } = {}): string {
  const runs = typeof text === 'string' ? [{ text }] : joined(text);
  const line = runs
    .map((run, index) =>
      marked(run, base, {
        before: runs[index - 1]?.text ?? '',
        after: runs[index + 1]?.text ?? '',
      }),
    )
    .join('');
  const plain = line.replace(/ {2,}/g, ' ').trim();
  return /^[\d+=-]/.test(plain) ? lineStart(plain) : plain;
}

/** Neighbours in the same face are one piece; empty ones are none. */
function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const result: TextRun[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = result.at(-1);
    const same = last && Boolean(last.bold) === Boolean(run.bold);
    if (last && same && Boolean(last.italic) === Boolean(run.italic)) {
      result[result.length - 1] = { ...last, text: last.text + run.text };
    } else result.push(run);
  }
  return result;
}

function marked(
  { text, bold = false, italic = false }: TextRun,
  base: { readonly italic?: boolean },
  around: { readonly before: string; readonly after: string },
): string {
  const inner = inlineMarkdown(text);
  const left = /^\s/.test(text) ? ' ' : '';
  const right = /\s$/.test(text) ? ' ' : '';
  const mark = `${bold ? '**' : ''}${italic !== (base.italic ?? false) ? '*' : ''}`;
  if (inner === '') return left || right;
  const opens = left !== '' || canOpen(around.before, text);
  const closes = right !== '' || canClose(text, around.after);
  if (mark === '' || !opens || !closes) return left + inner + right;
  return `${left}${mark}${inner}${[...mark].reverse().join('')}${right}`;
}

const wordSign = /[\p{L}\p{N}]/u;

/** CommonMark, 6.2: a mark before punctuation opens only after a blank or punctuation, one after it closes likewise. */
function canOpen(before: string, text: string): boolean {
  return wordSign.test(text.charAt(0)) || !wordSign.test(before.slice(-1));
}

function canClose(text: string, after: string): boolean {
  return wordSign.test(text.slice(-1)) || !wordSign.test(after.charAt(0));
}

/** A line that begins without a mark. */
function lineStart(line: string): string {
  const [, start = '', rest = ''] = /^(\d{1,9}[.)]|[-+=]+)(.*)$/su.exec(line) ?? [];
  if (start === '' || (rest !== '' && !/^\s/.test(rest))) return line;
  return markdownLine(start) + rest;
}

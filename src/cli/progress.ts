import type { Language, Message } from '../domain/text.js';
import { isTerminal, terminalWidth } from '../platform/environment.js';
import { write } from '../platform/output.js';
import { onInterrupt } from '../platform/signals.js';
import { show } from './print.js';

/** How far a long piece of work is, shown while it runs. Work may call it freely: it is cheap and never throws. */
export interface Progress {
  /** Begins a piece of work; the one before, if any, is over. */
  start(label: Message): void;
  update(done: number, total: number): void;
  /** Takes the line away. Also right when nothing was started. */
  stop(): void;
}

const barWidth = 24;
const clearLine = '\r\u001b[2K';

/** One line on the error stream, redrawn when its percentage changes. Silent when that stream isn't a terminal. */
export function createProgress(language: Language): Progress {
  if (!isTerminal('stderr')) return silent;
  let label = '';
  let shown = '';
  let forget = (): void => undefined;
  const draw = (line: string): void => {
    if (line === shown) return;
    shown = line;
    write('stderr', `${clearLine}${line}`).catch(() => undefined);
  };
  const stop = (): void => {
    draw('');
    forget();
  };
  return {
    start(message) {
      stop();
      label = show(message, language);
      forget = onInterrupt(stop);
      draw(progressLine(label, undefined, terminalWidth('stderr')));
    },
    update: (done, total) =>
      draw(progressLine(label, total > 0 ? done / total : undefined, terminalWidth('stderr'))),
    stop,
  };
}

/** The line for a fraction done (clamped to 0–1; undefined = not known), at most `columns` − 1 and 79 characters. */
export function progressLine(label: string, fraction: number | undefined, columns: number): string {
  const done = fraction === undefined ? undefined : Math.min(Math.max(fraction, 0), 1);
  const filled = Math.floor((done ?? 0) * barWidth);
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  const right =
    done === undefined ? '…' : `  ${bar} ${String(Math.floor(done * 100)).padStart(3)} %`;
  const room = Math.min(columns - 1, 79) - right.length;
  const letters = [...label];
  const left = letters.length <= room ? label : `${letters.slice(0, room - 1).join('')}…`;
  return left + right;
}

const silent: Progress = { start() {}, update() {}, stop() {} };

import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { show } from '../print.js';
import type { WrittenReport } from './write-reports.js';

/** Files named one by one; more of one command stand in a folder that the last line tells. */
const maxNamed = 10;

/** What was written, for the person. */
export function writtenText(written: readonly WrittenReport[], language: Language): string {
  const files = written.filter(({ path }) => path !== '-');
  return [
    ...files.slice(0, maxNamed).map(({ path }) => show(message('cli.written', { path }), language)),
    ...(files.length > maxNamed
      ? [show(message('report.written_more', { count: files.length - maxNamed }), language)]
      : []),
  ].join('\n');
}

import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import type { DeadlineTotals } from '../../audit/deadlines.js';
import { addDuration, daysBetween } from '../../domain/dates.js';
import { AppError, type ExitCode, exitCode } from '../../domain/diagnostic.js';
import { endpointsFolder } from '../../intake/folder-names.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage } from '../../messages/format.js';
import { today } from '../../platform/clock.js';
import { terminalWidth } from '../../platform/environment.js';
import { writeNew } from '../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { bundled } from '../bundled.js';
import { existingFolder } from '../existing-folder.js';
import { combineExits } from '../exit.js';
import { dateFlag, durationFlag } from '../flags.js';
import { formatOfFile } from '../format-of-file.js';
import { helpText } from '../help-text.js';
import { plainStyles, stylesFor } from '../print.js';
import { suggest } from '../suggest.js';

/** How long before its day a thing counts as due soon, unless `--within` says otherwise. */
const defaultWindow = { months: 0, days: 30 };

type DeadlinesFormat = 'table' | 'ics' | 'csv' | 'json';

const endings: Readonly<Record<string, DeadlinesFormat>> = {
  '.txt': 'table',
  '.ics': 'ics',
  '.csv': 'csv',
  '.json': 'json',
};

export default class Deadlines extends BaseCommand<typeof Deadlines> {
  static override summary = helpText('deadlines.summary');
  static override description = helpText('deadlines.description');
  static override examples = [helpText('deadlines.examples')];
  static override args = {
    workspace: string({ default: '.', description: helpText('deadlines.arg.workspace') }),
  };
  static override flags = {
    within: durationFlag({ description: helpText('deadlines.flag.within') }),
    overdue: boolean({ description: helpText('deadlines.flag.overdue') }),
    agency: stringFlag({ multiple: true, description: helpText('deadlines.flag.agency') }),
    system: stringFlag({ multiple: true, description: helpText('deadlines.flag.system') }),
    all: boolean({ description: helpText('deadlines.flag.all') }),
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
    format: stringFlag({
      options: ['table', 'ics', 'csv'],
      description: helpText('deadlines.flag.format'),
    }),
    out: stringFlag({ description: helpText('deadlines.flag.out') }),
    force: boolean({ description: helpText('common.flag.force') }),
    'no-fail': boolean({ description: helpText('common.flag.no-fail') }),
  };

  protected async execute({
    args,
    flags,
    language,
    progress,
  }: Invocation<typeof Deadlines>): Promise<Outcome> {
    const { findDeadlines } = await import('../../audit/deadlines.js');
    const { judgeProvince, readProvince } = await import('../../audit/read-province.js');
    const { loadSchemas } = await import('../../documents/schemas.js');
    const { readHolidays } = await import('../../packs/read-holidays.js');
    if (flags.json && flags.format !== undefined) {
      throw new AppError({ message: message('deadlines.json_format') });
    }
    const format = formatOfFile(
      endings,
      flags.json ? 'json' : (flags.format as DeadlinesFormat | undefined),
      flags.out,
    );
    const asOf = flags['as-of'] ?? today();
    const schemas = await loadSchemas(bundled, 'schemas');
    const holidays = await readHolidays(bundled, schemas);
    let step = '';
    const province = await readProvince({
      workspace: await existingFolder(args.workspace),
      bundled,
      schemas,
      asOf,
      only: flags.agency ?? [],
      onProgress: (label, done, total) => {
        if (label.key !== step) progress.start(label);
        step = label.key;
        progress.update(done, total);
      },
    });
    const { packs, chosen, workspace } = province;
    const judged = judgeProvince(province);
    checkSystems(
      flags.system ?? [],
      [...judged.values()].flatMap((systems) => systems.map(({ system }) => system.id)),
    );
    const soon = flags.within ?? defaultWindow;
    const found = findDeadlines(province, judged, {
      holidays,
      soon,
      ...(flags.within && { within: flags.within }),
      overdueOnly: flags.overdue,
      systems: flags.system ?? [],
    });
    const { title } = workspace;
    const outcome = {
      exit: combineExits(exits(found.totals), flags['no-fail']),
      diagnostics: [
        ...workspace.diagnostics,
        ...(packs.some((pack) => pack.obligations) ? [] : [noObligations]),
        // What can't be read of systems and answers may hide a date; endpoint exports hold none.
        ...chosen.flatMap(({ diagnostics }) =>
          diagnostics.filter(
            ({ severity, file }) => severity === 'error' && !file?.includes(`/${endpointsFolder}/`),
          ),
        ),
      ],
    };
    const { deadlinesJson } = await import('../deadlines-json.js');
    const { deadlinesTable } = await import('../deadlines-table.js');
    const { deadlinesCsv } = await import('../../reports/deadlines-csv.js');
    const { deadlinesIcs } = await import('../../reports/deadlines-ics.js');
    const soonDays = daysBetween(asOf, addDuration(asOf, soon));
    const text = (width: number) => {
      if (format === 'ics') return deadlinesIcs(found, title, language);
      if (format === 'csv') return deadlinesCsv(found, language);
      const styles = flags.out === undefined ? stylesFor('stdout') : plainStyles;
      const options = { title, soonDays, all: flags.all };
      return `${deadlinesTable(found, options, language, width, styles)}\n`;
    };
    const result = flags.json ? deadlinesJson(found, title, language) : undefined;
    if (flags.out === undefined) return { ...outcome, result, text: () => text(terminalWidth()) };
    const data = flags.json ? `${JSON.stringify(result, null, 2)}\n` : text(fileWidth);
    await writeNew(flags.out, data, { force: flags.force });
    const written = message('deadlines.written', { path: flags.out, count: found.items.length });
    return {
      ...outcome,
      result: { path: flags.out, count: found.items.length, totals: found.totals },
      text: () => formatMessage(written, language),
    };
  }
}

/** Columns of a table that goes to a file. */
const fileWidth = 100;

const noObligations = {
  code: 'deadlines.no_obligations',
  severity: 'warning',
  message: message('deadlines.no_obligations'),
} as const;

function checkSystems(wanted: readonly string[], known: readonly string[]): void {
  const unknown = wanted.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const near = suggest(unknown, known);
  throw new AppError({
    message: message('deadlines.unknown_system', { id: unknown }),
    hints: near === undefined ? [] : [message('cli.did_you_mean', { name: near })],
  });
}

/** 3 when something is late; 4 when something isn't known, or nothing could be looked at. */
function exits({ overdue, unknown, ...rest }: DeadlineTotals): ExitCode[] {
  if (overdue > 0) return [exitCode.notMet];
  const nothing = Object.values(rest).every((count) => count === 0);
  return unknown > 0 || nothing ? [exitCode.inconclusive] : [exitCode.ok];
}

import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import type { AnnualReport as Report } from '../../audit/annual-report/report.js';
import { type ExitCode, exitCode } from '../../domain/diagnostic.js';
import type { Letterhead } from '../../domain/letterhead.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { today } from '../../platform/clock.js';
import { terminalWidth } from '../../platform/environment.js';
import { writeNew } from '../../platform/write-new.js';
import { reportLetterhead } from '../../reports/model/letterhead.js';
import { type AnnualReportFormat, formatOf } from '../annual-report-format.js';
import { drawUpAnnualReport } from '../annual-report-run.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { combineExits } from '../exit.js';
import { dateFlag, wholeNumberFlag } from '../flags.js';
import { helpText } from '../help-text.js';
import { plainStyles, show, stylesFor } from '../print.js';

/** Columns of a table that goes into a file. */
const fileWidth = 80;

export default class AnnualReport extends BaseCommand<typeof AnnualReport> {
  static override summary = helpText('annual-report.summary');
  static override description = helpText('annual-report.description');
  static override examples = [helpText('annual-report.examples')];
  static override args = {
    workspace: string({ default: '.', description: helpText('annual-report.arg.workspace') }),
  };
  static override flags = {
    year: wholeNumberFlag({
      min: 2000,
      max: 2198,
      description: helpText('annual-report.flag.year'),
    }),
    owner: stringFlag({ description: helpText('annual-report.flag.owner') }),
    'as-of': dateFlag({ description: helpText('annual-report.flag.as-of') }),
    'sent-on': dateFlag({ description: helpText('annual-report.flag.sent-on') }),
    'periodic-rule': stringFlag({
      options: ['within_data_period', 'valid_at_cutoff'],
      default: 'within_data_period',
      description: helpText('annual-report.flag.periodic-rule'),
    }),
    'periodic-interval': stringFlag({
      multiple: true,
      description: helpText('annual-report.flag.periodic-interval'),
    }),
    'dossier-rule': stringFlag({
      options: ['completed_only', 'include_drafts'],
      default: 'completed_only',
      description: helpText('annual-report.flag.dossier-rule'),
    }),
    format: stringFlag({
      options: ['table', 'md', 'xlsx', 'pdf', 'docx', 'json'],
      description: helpText('annual-report.flag.format'),
    }),
    out: stringFlag({ description: helpText('annual-report.flag.out') }),
    force: boolean({ description: helpText('common.flag.force') }),
    'no-fail': boolean({ description: helpText('common.flag.no-fail') }),
  };

  protected async execute(invocation: Invocation<typeof AnnualReport>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { out } = flags;
    const format = formatOf(flags.format, out, flags.json === true);
    const { report, letterhead, diagnostics } = await drawUpAnnualReport({
      workspace: args.workspace,
      year: flags.year,
      owner: flags.owner,
      asOf: flags['as-of'],
      sentOn: flags['sent-on'] ?? today(),
      periodicRule: flags['periodic-rule'] as Report['parameters']['periodic_rule'],
      periodicIntervals: flags['periodic-interval'] ?? [],
      dossierRule: flags['dossier-rule'] as Report['parameters']['dossier_rule'],
      progress,
    });
    const { publishedJson } = await import('../../reports/published-json.js');
    const { annualReportText } = await import('../annual-report-text.js');
    const page = () =>
      out === undefined
        ? annualReportText(report, language, terminalWidth(), stylesFor('stdout'))
        : annualReportText(report, language, fileWidth, plainStyles);
    const content =
      format === 'table' ? page() : await render(report, letterhead, format, language);
    if (out !== undefined) await writeNew(out, content, { force: flags.force === true });
    return {
      result: flags.json ? publishedJson(report) : undefined,
      text: () =>
        out === undefined ? content : show(message('cli.written', { path: out }), language),
      exit: combineExits(exits(report), flags['no-fail']),
      diagnostics,
    };
  }
}

/** 4 while a check that blocks isn't passed (a late report included), an agency's systems are missing, or there are none. */
function exits({ checks, systems, agencies }: Report): ExitCode[] {
  const blocked = checks.some(
    ({ severity, outcome }) => severity === 'block' && outcome !== 'pass',
  );
  const incomplete = systems.length === 0 || agencies.missing.length > 0;
  return blocked || incomplete ? [exitCode.inconclusive] : [exitCode.ok];
}

async function render(
  report: Report,
  letterhead: Letterhead | undefined,
  format: Exclude<AnnualReportFormat, 'table'>,
  language: Language,
): Promise<string | Uint8Array> {
  if (format === 'json') {
    const { publishedJson } = await import('../../reports/published-json.js');
    return `${JSON.stringify(publishedJson(report), null, 2)}\n`;
  }
  const { formModel } = await import('../../reports/annual-report/form-model.js');
  const model = formModel(report, language, { requirements: format === 'xlsx' ? 'all' : 'open' });
  if (format === 'md') {
    const { annualReportMarkdown } = await import('../../reports/annual-report/markdown.js');
    return annualReportMarkdown(model);
  }
  if (format === 'xlsx') {
    const { annualReportXlsx } = await import('../../reports/annual-report/xlsx.js');
    return annualReportXlsx(model);
  }
  const { formDocument } = await import('../../reports/annual-report/form-document.js');
  const { renderDocument } = await import('../report/render-document.js');
  return renderDocument(
    format,
    formDocument(model, report, reportLetterhead(letterhead), language),
  );
}

import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import type { Assessment } from '../../audit/assessment.js';
import { type ExitCode, exitCode } from '../../domain/diagnostic.js';
import { today } from '../../platform/clock.js';
import { terminalWidth } from '../../platform/environment.js';
import { openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { bundled } from '../bundled.js';
import { existingFolder } from '../existing-folder.js';
import { combineExits } from '../exit.js';
import { dateFlag } from '../flags.js';
import { helpText } from '../help-text.js';
import { stylesFor } from '../print.js';
import { outputFlags, scopeOf } from '../report/report-flags.js';

/** Two threads suit the machines of an office; more gain little, since reading the files is most of the work. */
const databaseThreads = 2;

export default class Audit extends BaseCommand<typeof Audit> {
  static override summary = helpText('audit.summary');
  static override description = helpText('audit.description');
  static override examples = [helpText('audit.examples')];
  static override args = {
    workspace: string({ required: true, description: helpText('audit.arg.workspace') }),
  };
  static override flags = {
    'as-of': dateFlag({ description: helpText('common.flag.as-of') }),
    agency: stringFlag({ multiple: true, description: helpText('audit.flag.agency') }),
    ...outputFlags,
    'no-fail': boolean({ description: helpText('common.flag.no-fail') }),
  };

  protected async execute({
    args,
    flags,
    language,
    progress,
  }: Invocation<typeof Audit>): Promise<Outcome> {
    const { auditWorkspace } = await import('../../audit/audit-workspace.js');
    const { loadSchemas } = await import('../../documents/schemas.js');
    const { openDuckDb } = await import('../../fleet/engines/duckdb.js');
    const { parseOutputs } = await import('../report/outputs.js');
    const outputs = await parseOutputs(flags.output ?? [], { json: flags.json === true });
    const temporary = await temporaryFolder();
    let step = '';
    try {
      const { assessment, diagnostics } = await auditWorkspace({
        workspace: await existingFolder(args.workspace),
        bundled,
        schemas: await loadSchemas(bundled, 'schemas'),
        asOf: flags['as-of'] ?? today(),
        only: flags.agency ?? [],
        openEngine: () => openDuckDb({ threads: databaseThreads, temporaryFolder: temporary.path }),
        scratch: openScratch(temporary.path),
        onProgress: (label, done, total) => {
          if (label.key !== step) progress.start(label);
          step = label.key;
          progress.update(done, total);
        },
      });
      const { assessmentJson } = await import('../../reports/published-json.js');
      const { reportModel } = await import('../../reports/model.js');
      const { auditTable } = await import('../audit-table.js');
      const { findingList } = await import('../finding-list.js');
      const styles = stylesFor('stdout');
      const width = terminalWidth();
      const { writeReports } = await import('../report/write-reports.js');
      const { writtenText } = await import('../report/written-text.js');
      const reports = await writeReports({
        assessment,
        scope: scopeOf({}),
        outputs,
        document: flags.document,
        language,
        force: flags.force === true,
        progress,
      });
      return {
        result: flags.json ? assessmentJson(assessment) : undefined,
        text: () => {
          if (reports.stdout !== undefined) return reports.stdout;
          const files = writtenText(reports.written, language);
          if (files !== '') return files;
          const table = auditTable(reportModel(assessment, language), language, width, styles);
          return flags.agency
            ? `${table}\n\n${findingList(assessment, language, width, styles)}`
            : table;
        },
        exit: combineExits(exits(assessment), flags['no-fail']),
        diagnostics: [...diagnostics, ...reports.diagnostics],
      };
    } finally {
      await temporary.remove();
    }
  }
}

/** 3 when any agency or the province misses a target; 4 when anything can't be told, or nothing was assessed. */
function exits({ agencies, province }: Assessment): ExitCode[] {
  const verdicts = [province.verdict, ...agencies.map((agency) => agency.verdict)];
  return verdicts.map((verdict) =>
    verdict === 'met'
      ? exitCode.ok
      : verdict === 'not_met'
        ? exitCode.notMet
        : exitCode.inconclusive,
  );
}

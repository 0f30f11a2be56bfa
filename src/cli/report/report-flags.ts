import { boolean, string } from '@oclif/core/flags';
import type { Severity } from '../../domain/rules.js';
import type { ReportScope } from '../../reports/restrict.js';
import { helpText } from '../help-text.js';

/** Severities from the worst, as `--severity` takes them. */
const severityWords: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** The flags of every command that writes reports. */
export const outputFlags = {
  output: string({ char: 'o', multiple: true, description: helpText('common.flag.output') }),
  document: string({ char: 'd', description: helpText('common.flag.document') }),
  force: boolean({ description: helpText('common.flag.force') }),
};

/** The flags by which a report is restricted. */
export const scopeFlags = {
  agency: string({ multiple: true, description: helpText('report.flag.agency') }),
  kind: string({ multiple: true, description: helpText('report.flag.kind') }),
  system: string({ multiple: true, description: helpText('report.flag.system') }),
  severity: string({ options: severityWords, description: helpText('report.flag.severity') }),
  basis: string({
    options: ['self_assessment', 'inspection'],
    description: helpText('report.flag.basis'),
  }),
};

/** What the person restricted the report to. */
export function scopeOf(flags: {
  readonly agency?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly system?: readonly string[] | undefined;
  readonly severity?: string | undefined;
  readonly basis?: string | undefined;
}): ReportScope {
  return {
    agencies: flags.agency ?? [],
    kinds: flags.kind ?? [],
    systems: flags.system ?? [],
    severity: (flags.severity as Severity | undefined) ?? null,
    basis: (flags.basis as ReportScope['basis'] | undefined) ?? null,
  };
}

import { formatNumber } from '../../../messages/format.js';
import type { Block } from '../../document.js';
import { note, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportModel } from '../../report-model.js';
import type { FileRegister } from './file-register.js';

/** What was examined: how, what the agency handed in, and from which sources its machines are known. */
export function scopeBlocks(
  model: ReportModel,
  agency: ReportAgency,
  register: FileRegister,
  say: Speaker,
): Block[] {
  const number = (value: number): string => formatNumber(value, model.language);
  const { endpoints } = agency;
  const files = register.files.filter(({ input }) => input?.agency === agency.id);
  const submitted = agency.submission !== 'not_submitted';
  const submission = [agency.submissionWord, ...(agency.late ? [say('inspection.late')] : [])];
  return [
    paragraph(
      submitted
        ? say('inspection.how', { date: model.asOf, agency: agency.name })
        : say('inspection.how_not_submitted', { date: model.asOf, agency: agency.name }),
    ),
    ...(submitted ? [paragraph(say('inspection.evidence_how'))] : []),
    {
      kind: 'fields',
      items: [
        { label: say('inspection.scope.submission'), value: submission.join('; ') },
        ...(submitted ? handedIn(model, agency, files.length, say) : []),
        ...(endpoints.declared === ''
          ? []
          : [{ label: say('inspection.scope.declared'), value: endpoints.declared }]),
      ],
    },
    ...(endpoints.sources.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: say('inspection.sources.caption'),
            columns: [
              { title: say('inspection.sources.source'), weight: 6 },
              { title: say('inspection.sources.files'), weight: 2, align: 'right' },
              { title: say('inspection.sources.rows'), weight: 2, align: 'right' },
              { title: say('inspection.sources.used'), weight: 2, align: 'right' },
              { title: say('inspection.sources.dated'), weight: 3, align: 'center' },
            ],
            rows: endpoints.sources.map(({ source, files, rows, used, dated }) => [
              source,
              number(files),
              number(rows),
              used === null ? '-' : number(used),
              dated || '-',
            ]),
            empty: say('official.none'),
          } satisfies Block,
        ]),
    ...endpoints.excluded.map(({ reason, count }) =>
      note(say('report.endpoints.excluded', { reason, count })),
    ),
    ...(endpoints.selfReported ? [note(say('report.endpoints.self_reported'))] : []),
    ...(endpoints.stale > 0 ? [note(say('inspection.stale', { count: endpoints.stale }))] : []),
  ];
}

function handedIn(
  { language }: ReportModel,
  { submittedOn, systemCount, endpoints }: ReportAgency,
  files: number,
  say: Speaker,
) {
  const number = (value: number): string => formatNumber(value, language);
  return [
    { label: say('inspection.scope.submitted_on'), value: submittedOn || null },
    { label: say('inspection.scope.files'), value: number(files) },
    { label: say('inspection.scope.systems'), value: number(systemCount) },
    {
      label: say('inspection.scope.endpoints'),
      value: say('inspection.scope.endpoints_value', {
        in_scope: number(endpoints.inScope),
        found: number(endpoints.found),
        out: number(endpoints.outOfScope),
        unreported: number(endpoints.unreported),
      }),
    },
  ];
}

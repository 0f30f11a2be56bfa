import { readFile } from 'node:fs/promises';
import type { Assessment } from '../../src/audit/assessment.js';
import type { Finding, Subject } from '../../src/domain/rules.js';
import type { Language } from '../../src/domain/text.js';
import type { Report } from '../../src/reports/format.js';
import { format } from '../../src/reports/formats/html.js';
import { reportModel } from '../../src/reports/model.js';
import type { ReportModel } from '../../src/reports/report-model.js';
import { noAssets } from './no-assets.js';
import { finding, said, toolAssessment } from './tool-report.js';

/** The application as `npm run build` leaves it. */
const builtPage = new URL('../../dist/web/report.html', import.meta.url);

/** What a person may look for: an agency whose name needs diacritics. */
export const soYTe = { id: 'so-y-te', name: 'Sở Y tế' };

/** The small assessment with one more agency, two kinds of agency, and so many findings about computers besides. */
export function webAssessment(computers = 0): Assessment {
  const [first] = toolAssessment.agencies;
  const { province } = toolAssessment;
  if (!first) throw new Error('The small assessment has no agency');
  return {
    ...toolAssessment,
    agencies: [
      ...toolAssessment.agencies,
      { ...first, ...soYTe, systems: first.systems.map((each) => ({ ...each })) },
    ],
    kinds: [
      { ...province, id: 'department' },
      { ...province, id: 'commune' },
    ],
    findings: [
      ...toolAssessment.findings,
      ...Array.from({ length: computers }, (_, index) => computerFinding(index)),
    ],
  };
}

const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

function computerFinding(index: number): Finding {
  const subject: Subject = {
    kind: 'endpoint',
    id: `ep-${index}`,
    name: `PC-${String(index).padStart(5, '0')}`,
    agency: index % 2 === 0 ? soYTe.id : 'so-mau',
  };
  return finding(`EP-0${(index % 6) + 1}`, subject, {
    severity: severities[index % severities.length] ?? 'info',
    message: said(`Phần mềm bảo vệ đã tắt, lần ${index}.`, `Protection is off, time ${index}.`),
    evidence: [{ path: `agencies/${subject.agency}/endpoints/ksc.csv`, row: index + 1 }],
  });
}

/** The report of an assessment, its models worked out once. */
export function reportOf(assessment: Assessment, language: Language = 'vi'): Report {
  const models = new Map<Language, ReportModel>();
  return {
    assessment,
    language,
    model: (asked) => {
      const model = models.get(asked) ?? reportModel(assessment, asked);
      models.set(asked, model);
      return model;
    },
  };
}

/** The HTML report of an assessment with the built application. */
export async function htmlReport(assessment: Assessment): Promise<string> {
  const assets = { ...noAssets, webPage: () => readFile(builtPage, 'utf8') };
  return String(await format.render(reportOf(assessment), assets));
}

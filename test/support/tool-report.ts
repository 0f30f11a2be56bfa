import type { AgencyResult, Assessment, SystemSummary } from '../../src/audit/assessment.js';
import { isoDate } from '../../src/domain/dates.js';
import { type Finding, findingId, type Subject } from '../../src/domain/rules.js';
import type { Language, Message } from '../../src/domain/text.js';
import type { Report } from '../../src/reports/format.js';
import { reportModel } from '../../src/reports/model.js';
import type { ReportModel } from '../../src/reports/report-model.js';

/** A message that any version shows as it is. */
export function said(vi: string, en: string = vi): Message {
  return { key: 'finding.pack_text', params: { text: { vi, en } } };
}

const system: SystemSummary = {
  id: 'mot-cua',
  name: 'Hệ thống một cửa',
  lifecycle: 'operating',
  status: 'classified',
  computed_level: 3,
  level_status: 'determined',
  certainty: 'text',
  final: true,
  declared_level: 3,
  approved_level: 3,
  raised_by: null,
  matched: [],
  open: [],
  advisories: [],
  flags: [],
  rules: [
    { id: 'CL-01', outcome: 'pass' },
    { id: 'CL-02', outcome: 'not_applicable' },
    { id: 'CL-03', outcome: 'unknown' },
    { id: 'PL-01', outcome: 'fail' },
  ],
  metrics: { systems_classified: 'pass' },
  standing: { case: null, approval_by: null, level_then: null },
  plan_status: 'partly',
  requirements: {
    pack: 'vn-2026',
    level: 3,
    use: 'audit',
    self_assessment: 'agencies/so-mau/checklists/mot-cua.yaml',
    inspection: null,
    counts: { mandatory: 3, met: 2, partly_met: 1 },
    groups: [
      { group: 'backup', mandatory: 2, met: 2, failing: 0, not_applicable: 0, unknown: 0 },
      { group: 'accounts', mandatory: 1, met: 0, failing: 1, not_applicable: 0, unknown: 0 },
    ],
  },
};

const none = { numerator: 0, denominator: 0, unknown: 0 };

const noEndpoints: AgencyResult['endpoints'] = {
  found: 0,
  out_of_scope: 0,
  in_scope: 0,
  unreported: 0,
  protected: 0,
  degraded: 0,
  unprotected: 0,
  unknown: 0,
  installed: none,
  effective: none,
  declared: null,
  self_reported: false,
  excluded: [],
  by_machine: [],
  products: [],
  sources: [],
  checks: [],
};

const target = {
  id: 'sec-endpoints-protected',
  metric: 'endpoints_with_protection_installed',
  threshold: 90,
  reasons: [],
};

const agencies: Assessment['agencies'] = [
  {
    id: 'so-mau',
    name: 'Sở Mẫu',
    kind: 'department',
    submission: { status: 'submitted', late: false, submitted_on: '2026-11-19' },
    systems: [
      system,
      {
        ...system,
        id: 'trang-tin',
        name: 'Trang thông tin',
        rules: [
          { id: 'CL-01', outcome: 'pass' },
          { id: 'CL-02', outcome: 'not_applicable' },
          { id: 'CL-03', outcome: 'pass' },
          { id: 'PL-01', outcome: 'pass' },
        ],
        requirements: null,
      },
    ],
    endpoints: {
      ...noEndpoints,
      found: 10,
      in_scope: 10,
      protected: 6,
      unprotected: 2,
      unknown: 2,
      installed: { numerator: 7, denominator: 10, unknown: 2 },
      effective: { numerator: 6, denominator: 10, unknown: 2 },
      checks: [
        // One of the two that fail has a finding; the other's finding is of a worse check.
        { ...check('EP-01', 'critical'), pass: 6, fail: 2, unknown: 2 },
        { ...check('EP-02', 'high'), pass: 8, unknown: 2 },
        { ...check('EP-03', 'medium'), pass: 10, warned: 1 },
        { ...check('EP-04', 'low'), not_applicable: 10 },
      ],
    },
    targets: [
      { ...target, numerator: 7, denominator: 10, unknown: 2, outcome: 'inconclusive', missing: 2 },
    ],
    verdict: 'inconclusive',
    actions: [],
  },
  {
    id: 'xa-mau',
    name: 'UBND xã Mẫu',
    kind: 'commune',
    submission: { status: 'not_submitted', late: true, submitted_on: null },
    systems: [],
    endpoints: noEndpoints,
    targets: [{ ...target, ...none, outcome: 'no_data', missing: 0 }],
    verdict: 'no_data',
    actions: [],
  },
];

function check(id: string, severity: Finding['severity']) {
  return { id, severity, pass: 0, warned: 0, fail: 0, unknown: 0, not_applicable: 0 };
}

/** A finding of a rule on a subject; the rest is what most tests don't look at. */
export function finding(rule: string, subject: Subject, more: Partial<Finding> = {}): Finding {
  return {
    id: findingId(rule, subject),
    rule,
    subject,
    outcome: 'fail',
    severity: 'high',
    citations: [{ text: 'Điều 18 NĐ 331/2026', certainty: 'reading' }],
    message: said('Chưa đúng quy định.', 'Not as the law asks.'),
    evidence: [],
    remediation: { vi: 'Làm cho đúng.', en: 'Make it right.' },
    due: null,
    ...more,
  };
}

const inventory = 'agencies/so-mau/inventory.yaml';
const ofSystem: Subject = {
  kind: 'system',
  id: 'mot-cua',
  name: 'Hệ thống một cửa',
  agency: 'so-mau',
};

/** One finding of each outcome and of each kind of subject, one about the province as a whole. */
const findings: readonly Finding[] = [
  finding('PL-01', ofSystem, {
    severity: 'critical',
    evidence: [
      {
        path: inventory,
        row: 12,
        pointer: '/systems/0',
        note: said('Trả lời: chưa.', 'Answer: no.'),
      },
      { path: 'agencies/so-mau/plan.pdf' },
    ],
    due: isoDate('2026-10-01'),
  }),
  finding('CL-03', ofSystem, { outcome: 'unknown', severity: 'medium', remediation: null }),
  finding('5.1.b', ofSystem, { outcome: 'partial', due: isoDate('2027-03-31') }),
  finding(
    'EP-01',
    { kind: 'endpoint', id: 'ep-1', name: 'PC-001', agency: 'so-mau' },
    {
      severity: 'critical',
      citations: [
        { text: 'NIST SP 800-53 r5 SI-3 c.1', certainty: 'secondary' },
        { text: 'CIS 10.1', certainty: 'secondary' },
      ],
    },
  ),
  finding(
    'IN-03',
    { kind: 'file', id: 'agencies/so-mau/endpoints/x.csv', name: 'x.csv', agency: 'so-mau' },
    { outcome: 'error' },
  ),
  finding('IN-01', { kind: 'agency', id: 'xa-mau', name: 'UBND xã Mẫu', agency: 'xa-mau' }),
  finding(
    'IN-05',
    { kind: 'agency', id: 'so-mau', name: 'Sở Mẫu', agency: 'so-mau' },
    { count: 4 },
  ),
  finding('IN-09', { kind: 'file', id: 'agencies.yaml', name: 'agencies.yaml', agency: null }),
];

const group: Assessment['province'] = {
  id: 'province',
  agencies: {
    total: 2,
    submitted: 1,
    partly: 0,
    not_submitted: 1,
    late: 1,
    met: 0,
    not_met: 0,
    inconclusive: 1,
    no_data: 1,
  },
  systems: 2,
  endpoints: noEndpoints,
  targets: [
    { ...target, numerator: 7, denominator: 10, unknown: 2, outcome: 'inconclusive', missing: 2 },
  ],
  verdict: 'inconclusive',
};

/** A small assessment in which every outcome, subject and figure of interest to other tools occurs. */
export const toolAssessment: Assessment = {
  schema_version: 1,
  title: 'Tỉnh Mẫu',
  as_of: '2026-11-24',
  only_agencies: null,
  packs: [
    {
      id: 'vn-2026',
      version: '2026.11.1',
      digest: 'a'.repeat(64),
      title: { vi: 'Pháp luật năm 2026', en: 'Law of 2026' },
      effective: { from: '2026-08-19', to: null },
      in_force: true,
      notes: [],
    },
  ],
  changed_parameters: [],
  catalogues: { os_snapshot: '2026-08-22' },
  agencies,
  kinds: [],
  province: group,
  findings,
  inputs: [
    {
      path: inventory,
      agency: 'so-mau',
      sha256: 'b'.repeat(64),
      bytes: 10,
      rows_read: null,
      rows_used: null,
      rows_refused: null,
    },
  ],
  vocabulary: {
    targets: [{ id: target.id, title: { vi: 'Thiết bị được bảo vệ', en: 'Endpoints protected' } }],
    rules: [
      { id: 'CL-01', title: { vi: 'Đã được phê duyệt', en: 'Is approved' }, asks: true },
      { id: 'EP-01', title: { vi: 'Có giải pháp bảo vệ', en: 'Has protection' }, asks: true },
    ],
    criteria: [],
    requirements: [
      {
        id: '5.1.b',
        group: 'accounts',
        title: { vi: 'Rà soát tài khoản', en: 'Review accounts' },
        statement: { vi: 'Rà soát hằng quý.', en: 'Review each quarter.' },
      },
    ],
    groups: [
      { id: 'backup', title: { vi: 'Sao lưu', en: 'Backup' } },
      { id: 'accounts', title: { vi: 'Tài khoản', en: 'Accounts' } },
    ],
    facts: [],
  },
};

/** A report as formats get it. */
export function toolReport(
  language: Language = 'vi',
  assessment: Assessment = toolAssessment,
): Report {
  const models = new Map<Language, ReportModel>();
  return {
    assessment,
    language,
    model(asked) {
      const known = models.get(asked) ?? reportModel(assessment, asked);
      models.set(asked, known);
      return known;
    },
  };
}

/** The assessment with a text in every place that takes one from people. */
export function hostileAssessment(text: string): Assessment {
  return {
    ...toolAssessment,
    title: text,
    agencies: toolAssessment.agencies.map((agency) => ({
      ...agency,
      name: text,
      systems: agency.systems.map((each) => ({ ...each, name: text })),
    })),
    findings: toolAssessment.findings.map((each) => ({
      ...each,
      id: `${each.id}${text}`,
      subject: { ...each.subject, name: text },
      citations: [{ text, certainty: 'open' }],
      message: said(text),
      evidence: [{ path: text, row: 1, note: said(text) }],
      remediation: { vi: text, en: text },
    })),
  };
}

/** Very many findings: a failure on each of so many machines of the first agency. */
export function manyFindings(count: number): Assessment {
  return {
    ...toolAssessment,
    findings: Array.from({ length: count }, (_, index) =>
      finding('EP-01', {
        kind: 'endpoint',
        id: `ep-${index}`,
        name: `PC-${index}`,
        agency: 'so-mau',
      }),
    ),
  };
}

import type {
  ReportAgency,
  ReportCell,
  ReportEndpoints,
  ReportModel,
} from '../../src/reports/report-model.js';

/** A figure that misses its target. */
export const sampleCell: ReportCell = {
  count: '1/2',
  percent: '50%',
  outcome: 'not_met',
  outcomeWord: 'Chưa đạt',
  numerator: 1,
  denominator: 2,
  unknown: 0,
  missing: 1,
  reasons: [],
};

const endpoints: ReportEndpoints = {
  found: 0,
  outOfScope: 0,
  inScope: 0,
  unreported: 0,
  protected: 0,
  degraded: 0,
  unprotected: 0,
  unknown: 0,
  declared: '',
  selfReported: false,
  stale: 0,
  products: [],
  excluded: [],
  sources: [],
  checks: [],
};

/** An agency that has nothing. */
export const emptyRow: ReportAgency = {
  id: 'so-a',
  name: 'Sở A',
  kind: 'department',
  kindName: 'Các sở',
  verdict: 'no_data',
  verdictWord: 'Không có số liệu',
  cells: [],
  effective: sampleCell,
  endpoints,
  systemCount: 0,
  findingCounts: [0, 0, 0, 0, 0],
  submission: 'submitted',
  submissionWord: 'Đã nộp đủ',
  late: false,
  submittedOn: '',
  actions: [],
  systems: [],
};

/** A report on nothing, with the three targets of the plan. */
export const emptyModel: ReportModel = {
  language: 'vi',
  title: 'Tỉnh Lạng Sơn',
  asOf: '24/11/2026',
  asOfDate: '2026-11-24',
  scope: null,
  leftOut: 'none',
  letterhead: {
    superior: null,
    issuer: null,
    sign: null,
    place: null,
    signer: { authority: null, title: null, name: null },
    recipients: [],
  },
  targets: [
    ['a', 'systems_classified', 100],
    ['b', 'systems_classified_and_plan_deployed', 100],
    ['c', 'endpoints_with_protection_installed', 90],
  ].map(([id, metric, percent]) => ({
    id: String(id),
    metric: String(metric),
    title: String(metric),
    shortTitle: String(metric),
    threshold: `${percent}%`,
    thresholdPercent: Number(percent),
  })),
  agencies: [],
  kinds: [],
  province: {
    ...emptyRow,
    id: 'province',
    name: 'Toàn tỉnh',
    agencies: {
      total: 1,
      submitted: 1,
      partly: 0,
      not_submitted: 0,
      late: 0,
      met: 0,
      not_met: 1,
      inconclusive: 0,
      no_data: 0,
    },
  },
  findings: [],
  requirementGroups: [],
  packs: [],
  notInForce: [],
  openPoints: 0,
  changedParameters: [],
  inputs: [],
  remarks: [],
};

import { expect, test } from 'vitest';
import { nextActions } from '../../../src/audit/actions.js';
import type { AgencyResult, TargetResult } from '../../../src/audit/assessment.js';
import { decideTarget, missingToTarget, type Rate } from '../../../src/domain/rates.js';

const metrics = [
  'systems_classified',
  'systems_classified_and_plan_deployed',
  'endpoints_with_protection_installed',
] as const;

type Figures = readonly [numerator: number, denominator: number, unknown: number];

function target(metric: string, [numerator, denominator, unknown]: Figures): TargetResult {
  const threshold = metric.startsWith('endpoints') ? 90 : 100;
  const rate: Rate = { numerator, denominator, unknown };
  const outcome = decideTarget(rate, threshold);
  const missing = missingToTarget(rate, threshold);
  return { id: metric, metric, threshold, ...rate, outcome, missing, reasons: [] };
}

interface Case {
  readonly name: string;
  /** Classified, deployed, installed. */
  readonly figures: readonly [Figures, Figures, Figures];
  readonly status?: 'submitted' | 'not_submitted';
  readonly brokenFiles?: number;
  readonly selfReported?: boolean;
  readonly actions: readonly string[];
}

const met: Figures = [2, 2, 0];

test.each<Case>([
  { name: 'everything met: nothing to do', figures: [met, met, [9, 10, 0]], actions: [] },
  {
    name: 'nothing handed in: that alone',
    figures: [
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    status: 'not_submitted',
    brokenFiles: 3,
    actions: ['hand_in'],
  },
  {
    name: 'broken files come first',
    figures: [
      [1, 2, 0],
      [1, 2, 0],
      [9, 10, 0],
    ],
    brokenFiles: 2,
    actions: ['mend_files 2', 'approve 1'],
  },
  {
    name: 'unapproved and unclear systems apart, plans only of approved ones',
    figures: [
      [3, 6, 1],
      [1, 6, 1],
      [9, 10, 0],
    ],
    actions: ['approve 2', 'answer 1', 'deploy 2'],
  },
  {
    name: 'plans that are known to be behind apart from those that nobody has answered for',
    figures: [
      [4, 4, 0],
      [1, 4, 2],
      [9, 10, 0],
    ],
    actions: ['deploy 1', 'review 2'],
  },
  {
    name: 'what unknown machines can settle',
    figures: [met, met, [80, 100, 15]],
    actions: ['settle 10'],
  },
  {
    name: 'what must be installed whatever the unknown ones are',
    figures: [met, met, [50, 100, 15]],
    actions: ['install 25', 'settle 15'],
  },
  { name: 'all known: install', figures: [met, met, [85, 100, 0]], actions: ['install 5'] },
  { name: 'no endpoint', figures: [met, met, [0, 0, 0]], actions: ['report_endpoints'] },
  {
    name: 'enough, but by one console’s word',
    figures: [met, met, [9, 10, 0]],
    selfReported: true,
    actions: ['second_source'],
  },
])('$name', ({ figures, status = 'submitted', brokenFiles = 0, selfReported = false, actions }) => {
  const targets = metrics.map((metric, i) => {
    const made = target(metric, figures[i] as Figures);
    const doubted = selfReported && made.outcome === 'met' && metric.startsWith('endpoints');
    return doubted ? { ...made, outcome: 'inconclusive' as const } : made;
  });
  const agency = {
    submission: { status },
    targets,
    endpoints: { self_reported: selfReported },
  } as unknown as AgencyResult;
  const found = nextActions(agency, brokenFiles).map(({ key, params }) =>
    [key.replace('audit.action.', ''), ...Object.values(params)].join(' '),
  );
  expect(found).toEqual(actions);
});

import type { FindingArea, ReportFinding } from '../../report-model.js';

/** An agency's findings by where the record tells them; every one is in exactly one place. */
export interface FindingParts {
  /** In the body by area, in the body's order; areas without any findings are left out. */
  readonly areas: readonly {
    readonly area: FindingArea;
    readonly areaWord: string;
    /** All of the area. */
    readonly findings: readonly ReportFinding[];
    /** Those that the body tells itself. */
    readonly told: readonly ReportFinding[];
  }[];
  /** Requirements of a system's catalogue that aren't met: an annex, by system. */
  readonly requirements: readonly ReportFinding[];
  /** Single machines: an annex, by rule. */
  readonly endpoints: readonly ReportFinding[];
}

const areas: readonly FindingArea[] = [
  'hand_in',
  'classification',
  'obligations',
  'requirements',
  'endpoints',
];

export function findingParts(findings: readonly ReportFinding[]): FindingParts {
  const requirements = findings.filter(isRequirement);
  const endpoints = findings.filter(isEndpoint);
  return {
    areas: areas.flatMap((area) => {
      const members = findings.filter((finding) => finding.area === area);
      const [first] = members;
      return first === undefined
        ? []
        : [
            {
              area,
              areaWord: first.areaWord,
              findings: members,
              told: members.filter((finding) => !isRequirement(finding) && !isEndpoint(finding)),
            },
          ];
    }),
    requirements,
    endpoints,
  };
}

function isRequirement({ area, system, requirementGroup }: ReportFinding): boolean {
  return area === 'requirements' && system !== null && requirementGroup !== null;
}

function isEndpoint({ area, subject }: ReportFinding): boolean {
  return area === 'endpoints' && subject.kind === 'endpoint';
}

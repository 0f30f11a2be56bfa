import type { IsoDate } from '../../src/domain/dates.js';
import type { Requirement, RequirementCatalogue } from '../../src/packs/types.js';
import { daysBefore } from './moments.js';
import type { Random } from './random.js';
import { yamlText } from './yaml-text.js';

/**
 * How far the answers of one system have come. `full`: every requirement answered and met, or out of place with a reason.
 * `most`: nearly all, some not or only partly met. `begun`: the first groups. `expired`: a full one of two years ago.
 * `old_wording`: a full one, a few answers on an earlier wording. `no_evidence`: met, with nothing to show for some.
 */
export type ChecklistStage = 'full' | 'most' | 'begun' | 'expired' | 'old_wording' | 'no_evidence';

export interface ChecklistContext {
  readonly system: string;
  readonly catalogue: RequirementCatalogue;
  readonly agencyName: string;
  /** Symbol of the agency in numbers of documents. */
  readonly symbol: string;
  readonly asOf: IsoDate;
  readonly random: Random;
}

type Answer = Readonly<Record<string, unknown>>;

/** A self-assessment of one system. */
export function selfAssessment(stage: ChecklistStage, context: ChecklistContext): string {
  const { catalogue, asOf, random } = context;
  const date = daysBefore(asOf, stage === 'expired' ? 720 : random.int(9, 21));
  const groups = stage === 'begun' ? catalogue.groups.slice(0, 3) : catalogue.groups;
  const answers = groups
    .flatMap((group) => group.requirements)
    .flatMap((requirement, index): Answer[] => {
      const answer = selfAnswer(requirement, index, stage, context);
      return answer ? [answer] : [];
    });
  return checklistText(
    context,
    'self_assessment',
    `Văn phòng, ${context.agencyName}`,
    date,
    answers,
  );
}

/** What a team of the province found when it looked at part of the same requirements. */
export function inspection(context: ChecklistContext): string {
  const { catalogue, asOf, random } = context;
  const answers = catalogue.groups
    .flatMap((group) => group.requirements)
    .filter((_, index) => index % 4 === 0)
    .map(
      (requirement, index): Answer =>
        index % 7 === 3
          ? unmet(requirement, 'not_met', context)
          : met(requirement, [`Biên bản kiểm tra số ${random.int(2, 90)}/BB-SKHCN`]),
    );
  const date = daysBefore(asOf, random.int(3, 8));
  return checklistText(
    context,
    'inspection',
    'Đoàn kiểm tra, Sở Khoa học và Công nghệ',
    date,
    answers,
  );
}

function checklistText(
  { system, catalogue: { level } }: ChecklistContext,
  kind: 'self_assessment' | 'inspection',
  assessor: string,
  date: IsoDate,
  answers: readonly Answer[],
): string {
  return yamlText(
    { schema_version: 1, system, pack: 'vn-2026', level, kind, assessor, date, answers },
    [
      'yaml-language-server: $schema=../../../../../schemas/checklist.schema.json',
      'Số liệu giả định để minh họa',
    ],
  );
}

/** Requirements that often don't apply in a small office, by their idea, with the reason given. */
const outOfPlace: Readonly<Record<string, string>> = {
  'wireless-security': 'Hệ thống không có mạng không dây',
  'outsourced-software-contract': 'Không thuê bên ngoài phát triển phần mềm',
  'outsourced-source-code-handover': 'Không thuê bên ngoài phát triển phần mềm',
  'mobile-device-registration': 'Không dùng thiết bị di động để truy cập hệ thống',
};

function selfAnswer(
  requirement: Requirement,
  index: number,
  stage: ChecklistStage,
  context: ChecklistContext,
): Answer | undefined {
  const { random } = context;
  const reason = outOfPlace[requirement.slug];
  if (reason !== undefined) return { ...bound(requirement), answer: 'not_applicable', reason };
  const evidence = [document(requirement, context)];
  switch (stage) {
    case 'full':
    case 'expired':
      return met(requirement, evidence);
    case 'begun':
      return random.chance(0.5)
        ? met(requirement, evidence)
        : unmet(requirement, 'not_met', context);
    case 'most':
      if (index % 23 === 5) return undefined;
      if (index % 11 === 3) return unmet(requirement, 'not_met', context);
      return index % 17 === 8
        ? unmet(requirement, 'partly_met', context)
        : met(requirement, evidence);
    case 'old_wording':
      return index % 29 === 4
        ? { ...met(requirement, evidence), digest: random.hex(16) }
        : met(requirement, evidence);
    case 'no_evidence':
      return met(requirement, index % 31 === 6 ? [] : evidence);
  }
}

function bound({ id, digest }: Requirement): Answer {
  return { requirement: id, digest };
}

function met(requirement: Requirement, evidence: readonly string[]): Answer {
  return {
    ...bound(requirement),
    answer: 'met',
    ...(evidence.length > 0 && { evidence }),
  };
}

function unmet(
  requirement: Requirement,
  answer: 'partly_met' | 'not_met',
  { asOf, random }: ChecklistContext,
): Answer {
  return {
    ...bound(requirement),
    answer,
    due: daysBefore(asOf, -random.pick([37, 98, 127, 218])),
    responsible: 'Bộ phận công nghệ thông tin',
  };
}

/** The number of a document that could show it. */
function document({ kind }: Requirement, { symbol, random }: ChecklistContext): string {
  const number = random.int(4, 160);
  return kind === 'management'
    ? `Quy trình số ${number}/QT-${symbol}`
    : `Biên bản số ${number}/BB-${symbol}`;
}

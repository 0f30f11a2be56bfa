import type { IsoDate } from '../../src/domain/dates.js';
import { daysBefore } from './moments.js';
import type { Random } from './random.js';

/**
 * Where a system's approval stands. `good`: everything in order. `kept`: approved in order years ago under the former
 * decree. `between`: decided when the former law had ended and the new decree wasn't in force. `invested`: begun before
 * July 2026 and approved under the former decree since. The others each lack one thing; `undocumented`, `unnamed_authority` and `unnamed_appraiser` leave a fact open.
 */
export type ApprovalState =
  | 'good'
  | 'kept'
  | 'between'
  | 'invested'
  | 'none'
  | 'drafting'
  | 'submitted'
  | 'appraised'
  | 'future'
  | 'undated'
  | 'wrong_authority'
  | 'too_low'
  | 'incomplete'
  | 'no_regulation'
  | 'late_regulation'
  | 'changed'
  | 'self_appraised'
  | 'undocumented'
  | 'unnamed_authority'
  | 'unnamed_appraiser';

/** How far the security plan is: the words of Form 08, and two ways of saying too little. */
export type PlanState = 'fully' | 'fully_undocumented' | 'partly' | 'not_started' | 'unsaid';

export interface ApprovalContext {
  readonly asOf: IsoDate;
  /** The level that the law gives; undefined where no criterion applies. */
  readonly level: number | undefined;
  /** Symbol of the agency in numbers of documents. */
  readonly symbol: string;
  readonly agencyName: string;
  /** Number and date of the agency's security regulation. */
  readonly regulation: { readonly number: string; readonly date: string };
  readonly random: Random;
}

type Sections = Readonly<Record<string, unknown>>;

/** The inventory's members on declaration, dossier, approval, regulation and plan for a state. */
export function approvalSections(
  state: ApprovalState,
  plan: PlanState,
  context: ApprovalContext,
): Sections {
  const level = context.level ?? 2;
  const declared = state === 'too_low' ? Math.max(1, level - 1) : level;
  return {
    ...(state === 'none' && context.random.chance(0.5) ? {} : { declared_level: declared }),
    ...dossierSection(state, level, context),
    ...approvalSection(state, declared, context),
    ...regulationSection(state, context),
    ...planSection(plan, context),
    ...changeSection(state, context),
  };
}

/** When a system's investment began, where the transition asks for it. */
export function investmentSection(state: ApprovalState, { asOf }: ApprovalContext): Sections {
  return state === 'invested' ? { investment_started_on: daysBefore(asOf, 260) } : {};
}

const unfinished: readonly ApprovalState[] = ['none', 'drafting', 'submitted', 'appraised'];

function dossierSection(state: ApprovalState, level: number, context: ApprovalContext): Sections {
  if (state === 'none') return {};
  const all = ['overview', 'design', 'level_justification', 'security_plan'];
  const complete = level >= 4 ? [...all, 'expert_opinion'] : all;
  if (state === 'drafting') return { dossier: { stage: 'drafting', documents: ['overview'] } };
  if (state === 'submitted') return { dossier: { stage: 'submitted', documents: complete } };
  const documents = state === 'incomplete' ? ['overview', 'level_justification'] : complete;
  return {
    dossier: {
      stage: state === 'appraised' ? 'appraised' : 'approved',
      ...(state === 'undocumented' ? {} : { documents }),
      appraisal: appraisal(state, level, context),
    },
  };
}

function appraisal(state: ApprovalState, level: number, context: ApprovalContext): Sections {
  const by = level >= 4 ? 'Bộ Công an' : 'Sở Khoa học và Công nghệ';
  const ownWork = context.symbol === 'SKHCN' && level < 4;
  const names = {
    by: ownWork ? 'Hội đồng thẩm định độc lập' : by,
    sign: level >= 4 ? 'BCA' : 'TĐ-SKHCN',
  };
  const date = daysBefore(context.asOf, approvalAge(state) + context.random.int(6, 20));
  const common = { date, document: `${context.random.int(20, 480)}/${names.sign}` };
  if (state === 'self_appraised') {
    return { by: `Bộ phận CNTT, ${context.agencyName}`, ...common, by_operating_unit: true };
  }
  if (state === 'unnamed_appraiser') return { by: names.by, date };
  return { by: names.by, ...common, by_operating_unit: false };
}

/** Days between the approval and the as-of date. */
function approvalAge(state: ApprovalState): number {
  return state === 'kept' ? 980 : state === 'between' ? 125 : 30;
}

function approvalSection(state: ApprovalState, level: number, context: ApprovalContext): Sections {
  if (unfinished.includes(state)) return {};
  const byOwner = level >= 3 && level < 5;
  const number = context.random.int(100, 2400);
  const right =
    level === 5
      ? {
          number: `${number}/QĐ-TTg`,
          authority: 'prime_minister',
          authority_name: 'Thủ tướng Chính phủ',
        }
      : byOwner
        ? { number: `${number}/QĐ-UBND`, authority: 'owner', authority_name: 'UBND tỉnh Lạng Sơn' }
        : {
            number: `${number % 400}/QĐ-SKHCN`,
            authority: 'specialised_unit',
            authority_name: 'Sở Khoa học và Công nghệ',
          };
  const wrong = byOwner
    ? {
        number: `${number % 400}/QĐ-SKHCN`,
        authority: 'specialised_unit',
        authority_name: 'Sở Khoa học và Công nghệ',
      }
    : {
        number: `${number % 90}/QĐ-${context.symbol}`,
        authority: 'other',
        authority_name: context.agencyName,
      };
  const { number: signed, ...authority } = state === 'wrong_authority' ? wrong : right;
  const age = approvalAge(state) - context.random.int(0, 12);
  const date = daysBefore(context.asOf, state === 'future' ? -21 : age);
  return {
    approval: {
      level,
      number: signed,
      ...(state === 'undated' ? {} : { date }),
      ...(state === 'unnamed_authority' ? {} : authority),
      ...(state === 'kept' || state === 'invested' ? { legal_basis: 'decree_85' } : {}),
    },
  };
}

function regulationSection(state: ApprovalState, context: ApprovalContext): Sections {
  if (state === 'no_regulation' || state === 'none') return {};
  if (state === 'drafting' && context.random.chance(0.6)) return {};
  const { number } = context.regulation;
  if (state === 'late_regulation') {
    const date = daysBefore(context.asOf, 6);
    return { security_regulation: { number, date, authority: context.agencyName } };
  }
  const past = { kept: 1100, between: 150 } as Readonly<Record<string, number>>;
  const age = past[state];
  const date = age === undefined ? context.regulation.date : daysBefore(context.asOf, age);
  return { security_regulation: { number, date, authority: context.agencyName } };
}

function planSection(plan: PlanState, context: ApprovalContext): Sections {
  const document = `Phương án bảo đảm an ninh mạng số ${context.random.int(3, 60)}/PA-${context.symbol}`;
  const date = daysBefore(context.asOf, context.random.int(6, 14));
  const expected = daysBefore(context.asOf, -context.random.pick([37, 98, 127, 218]));
  switch (plan) {
    case 'fully':
      return { security_plan: { status: 'fully', document, date } };
    case 'fully_undocumented':
      return { security_plan: { status: 'fully' } };
    case 'partly':
      return { security_plan: { status: 'partly', document, date, expected } };
    case 'not_started':
      return { security_plan: { status: 'not_started', expected } };
    case 'unsaid':
      return {};
  }
}

const events = [
  ['users', 'Mở rộng cho người dùng của các đơn vị mới sau sắp xếp'],
  ['integration', 'Kết nối thêm với nền tảng tích hợp, chia sẻ dữ liệu của tỉnh'],
  ['technology', 'Chuyển máy chủ lên nền tảng điện toán đám mây'],
  ['scope', 'Tiếp nhận dữ liệu của cấp huyện cũ'],
  ['threshold_crossed', 'Số người có dữ liệu vượt ngưỡng'],
] as const;

function changeSection(state: ApprovalState, context: ApprovalContext): Sections {
  if (state !== 'changed') return {};
  const [trigger, note] = context.random.pick(events);
  return {
    changes: [{ trigger, date: daysBefore(context.asOf, context.random.int(3, 10)), note }],
  };
}

import type { ApprovalState, PlanState } from './approval-states.js';
import type { FactRecord } from './system-facts.js';

/** A system that an agency of the example owns, before its approval is dealt out. */
export interface SystemTemplate {
  /** The id is `<agency>-<slug>`. */
  readonly slug: string;
  readonly name: string;
  /** The level that the criteria give with all facts known; undefined = no criterion applies. */
  readonly level: 1 | 2 | 3 | 4 | 5 | undefined;
  readonly facts: FactRecord;
  readonly components?: readonly {
    readonly id: string;
    readonly name: string;
    readonly facts: FactRecord;
  }[];
  /** Fixed instead of dealt out, in agencies whose systems are `mixed` or `unclear`. */
  readonly state?: ApprovalState;
  readonly plan?: PlanState;
  readonly lifecycle?: 'planned' | 'building' | 'retired';
  readonly incidents?: readonly Readonly<Record<string, string | boolean>>[];
  readonly owner?: Readonly<Record<string, string>>;
  readonly delegation?: Readonly<Record<string, string>>;
}

/** Ids of the systems that the whole province uses and one agency owns. */
export const provinceWide = {
  documents: 'van-phong-ubnd-qlvb',
  procedures: 'van-phong-ubnd-mot-cua',
  reports: 'van-phong-ubnd-bao-cao',
  mail: 'so-khcn-thu-cong-vu',
  network: 'so-khcn-mang-tslcd',
  conference: 'so-khcn-hoi-nghi-truyen-hinh',
  staff: 'so-noi-vu-can-bo',
} as const;

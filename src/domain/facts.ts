import type { LocalizedText } from './text.js';

/** Types that a fact may have. `set` holds enum words or whole numbers; `date` is `YYYY-MM-DD`; `duration` is ISO 8601. */
export type FactType = 'bool' | 'int' | 'number' | 'text' | 'enum' | 'set' | 'date' | 'duration';

export interface FactValueOption {
  readonly value: string;
  readonly label: LocalizedText;
  readonly citation?: string;
}

/**
 * A fact that conditions may ask about: declared once in a pack, so that the linter can check conditions, a wizard can
 * ask, and a report can explain.
 */
export interface FactDeclaration {
  readonly id: string;
  readonly type: FactType;
  /** Element type of a `set`; default `enum`. */
  readonly itemType?: 'enum' | 'int';
  /** Allowed words of an `enum` or of a set of them, in order. */
  readonly values?: readonly FactValueOption[];
  /** Whether the order of `values` ranks them (needed by `at_least`). */
  readonly ordered?: boolean;
  /** Whether `null` may be given, meaning "no such decision or assessment": then every comparison is false. */
  readonly nullable?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly question: LocalizedText;
  readonly citation?: string;
}

/** The value of a fact: `undefined` = unknown; `null` = known not to exist (nullable facts only). */
export type FactValue =
  | boolean
  | number
  | string
  | readonly string[]
  | readonly number[]
  | null
  | undefined;

export type Facts = Readonly<Record<string, FactValue>>;

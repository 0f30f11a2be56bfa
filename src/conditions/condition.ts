/**
 * A condition on a subject's facts, as data: leaves combined by `all`, `any` and `not`. No code, a closed set of
 * operators. Evaluated three-valued: a missing fact makes its leaf unknown, and unknown is never pass and never fail.
 */
export type Condition = Leaf | AllOf | AnyOf | Not;

export interface Leaf {
  readonly fact: string;
  /** Id of an operator in `operators/`. */
  readonly op: string;
  /** The operator's operand; its form is the operator's. */
  readonly value: OperandValue;
}

export interface AllOf {
  readonly all: readonly Condition[];
}

export interface AnyOf {
  readonly any: readonly Condition[];
}

export interface Not {
  readonly not: Condition;
}

/** A literal, or the name of a parameter of the pack whose value is put in before the condition is used. */
export type OperandValue = Literal | { readonly param: string };

export type Literal = boolean | number | string | readonly (string | number)[];

/** Kleene's third value is `undefined`: not known. */
export type Truth = boolean | undefined;

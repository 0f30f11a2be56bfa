import type { Condition, Literal, OperandValue } from './condition.js';

/** A parameter that conditions may name in place of a value, as far as checking needs it. */
export interface ParameterDeclaration {
  readonly id: string;
  readonly type: 'int' | 'bool' | 'duration';
}

/** The name of the parameter in place of which a value is to be put; undefined for a literal. */
export function parameterName(value: OperandValue): string | undefined {
  return typeof value === 'object' && 'param' in value ? value.param : undefined;
}

/**
 * The condition with the parameters' values put in. `values` holds a value for every parameter of the pack: its default or
 * what the workspace sets. Throws when one is missing: the condition was not checked against these parameters.
 */
export function resolveParameters(
  condition: Condition,
  values: Readonly<Record<string, Literal>>,
): Condition {
  if ('all' in condition)
    return { all: condition.all.map((each) => resolveParameters(each, values)) };
  if ('any' in condition)
    return { any: condition.any.map((each) => resolveParameters(each, values)) };
  if ('not' in condition) return { not: resolveParameters(condition.not, values) };
  const name = parameterName(condition.value);
  if (name === undefined) return condition;
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined) throw new Error(`no value for the parameter: ${name}`);
  return { ...condition, value };
}

/** The operand of a leaf whose parameters are resolved. Throws when it still names a parameter. */
export function literalOf(value: OperandValue): Literal {
  if (typeof value === 'object' && 'param' in value) {
    throw new Error(`unresolved parameter: ${value.param}`);
  }
  return value;
}

import { message } from '../messages/catalogue.js';
import type { ConditionProblem } from './check.js';
import type { Condition, OperandValue } from './condition.js';
import { maxConditionDepth } from './limits.js';

/** A condition that was read, or why it is none. */
export type ParsedCondition =
  | { readonly condition: Condition; readonly problem?: undefined }
  | { readonly problem: ConditionProblem; readonly condition?: undefined };

/**
 * Reads a condition from plain data. The JSON Schema says more helpfully what is wrong with a document; this function only
 * makes sure of the structure, so that nothing else can get further. Unknown keys and wrong forms are a problem, as is
 * nesting beyond the limit. What a condition says is left to `checkCondition`. Never throws.
 */
export function parseCondition(json: unknown): ParsedCondition {
  try {
    return { condition: parse(json, '', 1) };
  } catch (error) {
    if (error instanceof Malformed) return { problem: error.problem };
    throw error;
  }
}

class Malformed extends Error {
  readonly problem: ConditionProblem;

  constructor(problem: ConditionProblem) {
    super(problem.message.key);
    this.problem = problem;
  }
}

function parse(json: unknown, pointer: string, depth: number): Condition {
  if (depth > maxConditionDepth) {
    const limit = maxConditionDepth;
    throw new Malformed({ pointer, message: message('condition.too_deep', { limit }) });
  }
  const entries = json !== null && typeof json === 'object' ? Object.entries(json) : [];
  const fields = new Map<string, unknown>(entries);
  switch ([...fields.keys()].sort().join()) {
    case 'all':
      return { all: parseList(fields.get('all'), `${pointer}/all`, depth) };
    case 'any':
      return { any: parseList(fields.get('any'), `${pointer}/any`, depth) };
    case 'not':
      return { not: parse(fields.get('not'), `${pointer}/not`, depth + 1) };
    case 'fact,op,value': {
      const [fact, op, value] = [fields.get('fact'), fields.get('op'), fields.get('value')];
      if (typeof fact === 'string' && typeof op === 'string' && isOperand(value)) {
        return { fact, op, value };
      }
    }
  }
  throw new Malformed({ pointer, message: message('condition.malformed') });
}

function parseList(json: unknown, pointer: string, depth: number): readonly Condition[] {
  if (Array.isArray(json)) return json.map((item, i) => parse(item, `${pointer}/${i}`, depth + 1));
  throw new Malformed({ pointer, message: message('condition.malformed') });
}

function isOperand(value: unknown): value is OperandValue {
  if (Array.isArray(value)) return value.every(isNumberOrText);
  if (value === null || typeof value !== 'object')
    return typeof value === 'boolean' || isNumberOrText(value);
  const entries = Object.entries(value);
  return entries.length === 1 && entries[0]?.[0] === 'param' && typeof entries[0][1] === 'string';
}

function isNumberOrText(value: unknown): value is number | string {
  return typeof value === 'string' || typeof value === 'number';
}

import { suggestion } from '../documents/schemas.js';
import type { FactDeclaration } from '../domain/facts.js';
import { message } from '../messages/catalogue.js';
import type { Condition, Leaf, Literal } from './condition.js';
import type { Declarations } from './declarations.js';
import { maxConditionDepth } from './limits.js';
import { operatorIds, operators } from './operators/index.js';
import type { Operator, Problem } from './operators/operator.js';
import { literalOf, type ParameterDeclaration, parameterName } from './parameters.js';

/** What is wrong in a condition; `pointer` is a JSON Pointer from the condition's own root. */
export interface ConditionProblem extends Problem {
  readonly pointer: string;
}

/**
 * Everything wrong with what a condition says: facts that are not declared, operators that don't fit their type, operands
 * that don't fit either, unknown parameters, empty `all` and `any`, nesting beyond the limit. Empty when it can be used.
 * `parameters` are those of the file that the condition stands in. Never throws.
 */
export function checkCondition(
  condition: Condition,
  declarations: Declarations,
  parameters: readonly ParameterDeclaration[] = [],
): readonly ConditionProblem[] {
  const check = (each: Condition, pointer: string, depth: number): readonly ConditionProblem[] => {
    if (depth > maxConditionDepth) {
      return [{ pointer, message: message('condition.too_deep', { limit: maxConditionDepth }) }];
    }
    if ('not' in each) return check(each.not, `${pointer}/not`, depth + 1);
    if ('fact' in each) {
      return checkLeaf(each, declarations, parameters).map((problem) => ({
        ...problem,
        pointer: pointer + problem.pointer,
      }));
    }
    const [word, children] = 'all' in each ? ['all', each.all] : ['any', each.any];
    const path = `${pointer}/${word}`;
    if (children.length === 0) {
      return [{ pointer: path, message: message('condition.empty_list', { word }) }];
    }
    return children.flatMap((child, i) => check(child, `${path}/${i}`, depth + 1));
  };
  return check(condition, '', 1);
}

function checkLeaf(
  leaf: Leaf,
  declarations: Declarations,
  parameters: readonly ParameterDeclaration[],
): readonly ConditionProblem[] {
  const declaration = declarations.get(leaf.fact);
  const operator = operators.get(leaf.op);
  const problems: ConditionProblem[] = [];
  if (!declaration) {
    problems.push({
      pointer: '/fact',
      message: message('condition.unknown_fact', { fact: leaf.fact }),
      ...hinted(suggestion(leaf.fact, [...declarations.keys()])),
    });
  }
  if (!operator) {
    problems.push({
      pointer: '/op',
      message: message('condition.unknown_operator', { op: leaf.op }),
      ...hinted(
        suggestion(leaf.op, operatorIds) ??
          message('condition.usable_operators', { operators: operatorIds.join(', ') }),
      ),
    });
  }
  if (!declaration || !operator) return problems;
  if (!operator.factTypes.includes(declaration.type)) return [misfit(leaf, declaration)];
  const problem = checkValue(leaf, declaration, operator, parameters);
  return problem ? [{ ...problem, pointer: '/value' }] : [];
}

function misfit(leaf: Leaf, { id, type }: FactDeclaration): ConditionProblem {
  const usable = [...operators.values()].filter((each) => each.factTypes.includes(type));
  return {
    pointer: '/op',
    message: message('condition.operator_misfit', {
      op: leaf.op,
      fact: id,
      type: message(`condition.type.${type}`),
    }),
    hint: message('condition.usable_operators', {
      operators: usable.map((each) => each.id).join(', '),
    }),
  };
}

/** A value of each type of parameter: enough to see whether an operator takes one at all. */
const samples: Readonly<Record<ParameterDeclaration['type'], Literal>> = {
  int: 1,
  bool: true,
  duration: 'P1D',
};

function checkValue(
  { op, value }: Leaf,
  declaration: FactDeclaration,
  operator: Operator,
  parameters: readonly ParameterDeclaration[],
): Problem | undefined {
  const name = parameterName(value);
  if (name === undefined) return operator.checkOperand(declaration, literalOf(value));
  const parameter = parameters.find((each) => each.id === name);
  if (!parameter) {
    return {
      message: message('condition.unknown_parameter', { parameter: name }),
      ...hinted(
        suggestion(
          name,
          parameters.map((each) => each.id),
        ),
      ),
    };
  }
  if (!operator.checkOperand(declaration, samples[parameter.type])) return undefined;
  return {
    message: message('condition.parameter_misfit', {
      parameter: name,
      type: message(`condition.type.${parameter.type}`),
      op,
      fact: declaration.id,
    }),
  };
}

function hinted(hint: Problem['hint']): Pick<Problem, 'hint'> {
  return hint ? { hint } : {};
}

import { operatorIds, operators } from './operators/index.js';
import type { JsonSchema, Operator } from './operators/operator.js';

/** Names of facts in conditions; the same form as a plain column name. */
const factPattern = '^[a-z][a-z0-9_.]*$';

/**
 * The JSON Schema of conditions, made from the operators. One object with all keys and one list of operators, the form of
 * `value` chosen by `op`: so a slip gives one error, at its place, instead of one for each form that didn't fit.
 */
export function conditionSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'condition.schema.json',
    title: 'Condition',
    description:
      'Điều kiện trên các dữ kiện: {fact, op, value}, ghép bằng all, any, not — A condition on facts: {fact, op, value}, combined by all, any, not',
    type: 'object',
    properties: {
      all: members('Mọi điều kiện đều đúng — Every condition is true'),
      any: members('Ít nhất một điều kiện đúng — At least one condition is true'),
      not: { $ref: '#', description: 'Điều kiện không đúng — The condition is not true' },
      fact: {
        type: 'string',
        pattern: factPattern,
        maxLength: 80,
        description:
          'Mã dữ kiện đã khai trong gói quy tắc — Id of a fact that the rule pack declares',
      },
      op: { type: 'string', enum: operatorIds, description: 'Phép so sánh — The operator' },
      value: {
        description:
          'Giá trị so sánh; dạng tùy theo op — What to compare with; its form depends on op',
      },
    },
    unevaluatedProperties: false,
    allOf: [form(), ...[...operators.values()].map(operandForm)],
    $defs: {
      parameter: {
        type: 'object',
        description: 'Lấy giá trị của một tham số — Takes the value of a parameter',
        properties: {
          param: { type: 'string', minLength: 1, description: 'Mã tham số — Id of the parameter' },
        },
        required: ['param'],
        unevaluatedProperties: false,
      },
    },
  };
}

function members(description: string): JsonSchema {
  return { type: 'array', minItems: 1, items: { $ref: '#' }, description };
}

/** A combinator stands alone; whatever has none is a leaf. */
function form(): JsonSchema {
  return ['all', 'any', 'not'].reduceRight<JsonSchema>(
    (otherwise, word) => when({ required: [word] }, { maxProperties: 1 }, otherwise),
    { required: ['fact', 'op', 'value'] },
  );
}

function operandForm({ id, description, operandSchema }: Operator): JsonSchema {
  const value = {
    description: `${description.vi} — ${description.en}`,
    ...when({ type: 'object' }, { $ref: '#/$defs/parameter' }, operandSchema),
  };
  return when({ properties: { op: { const: id } }, required: ['op'] }, { properties: { value } });
}

function when(test: JsonSchema, met: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nothing awaits a schema.
  return { if: test, then: met, ...(otherwise && { else: otherwise }) };
}

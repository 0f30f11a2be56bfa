import type { JsonSchema } from '../operator.js';

// Chains of if/else, not anyOf: a wrong operand then gives one error instead of one for each alternative.

export const boolSchema: JsonSchema = { type: 'boolean' };

export const sizeSchema: JsonSchema = { type: 'integer', minimum: 0 };

export const textSchema: JsonSchema = { type: 'string', minLength: 1 };

export const numberSchema: JsonSchema = { type: 'number' };

export const durationSchema: JsonSchema = {
  type: 'string',
  format: 'duration',
  description: 'Khoảng thời gian ISO 8601, ví dụ P30D, P6M — ISO 8601 duration, such as P30D, P6M',
};

export const dateSchema: JsonSchema = {
  if: { const: 'as_of' },
  else: {
    type: 'string',
    format: 'date',
    description:
      'Ngày dạng 2026-12-31, hoặc từ as_of (ngày đánh giá) — A date such as 2026-12-31, or the word as_of (the as-of date)',
  },
};

/** An item of a list: a number or a word. */
export const itemSchema: JsonSchema = {
  if: { type: 'number' },
  else: { type: 'string', description: 'Một số hoặc một chuỗi chữ — A number or a text' },
};

export const itemsSchema: JsonSchema = {
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: itemSchema,
};

/** A single value of any type. */
export const scalarSchema: JsonSchema = {
  if: { type: 'boolean' },
  else: {
    if: { type: 'number' },
    else: {
      type: 'string',
      description:
        'Một giá trị: true/false, số hoặc chuỗi chữ — One value: true/false, a number or a text',
    },
  },
};

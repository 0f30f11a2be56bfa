import {
  Ajv2020,
  type AnySchemaObject,
  type ErrorObject,
  type ValidateFunction,
} from 'ajv/dist/2020.js';
import { closest, distance } from 'fastest-levenshtein';
import { parseDuration, parseIsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Files } from '../domain/files.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import { type ParsedDocument, parseDocument } from './document.js';
import { maxDocumentBytes, maxProblemsPerDocument } from './limits.js';

/** The published JSON Schemas, ready to check documents by name (`inventory`, `pack`, …). */
export interface Schemas {
  readonly names: readonly string[];
  /** Located problems of a parsed document against one schema; empty when it fits. */
  check(document: ParsedDocument, schema: string): readonly Diagnostic[];
}

/**
 * Reads every `*.schema.json` of a folder. Schemas refer to each other by file name. Compiling waits until a schema is
 * first used. Throws when the folder or a schema is broken: that is a broken installation.
 */
export async function loadSchemas(files: Files, folder: string): Promise<Schemas> {
  const listing = await files.list(folder);
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
  });
  ajv.addFormat('date', (text: string) => parseIsoDate(text) !== undefined);
  ajv.addFormat('duration', (text: string) => parseDuration(text) !== undefined);
  ajv.addFormat('regex', true);
  const names: string[] = [];
  for (const file of listing?.files ?? []) {
    if (!file.endsWith('.schema.json')) continue;
    const bytes = await files.read(`${folder}/${file}`, maxDocumentBytes);
    ajv.addSchema(JSON.parse(new TextDecoder().decode(bytes)) as AnySchemaObject, file);
    names.push(file.slice(0, -'.schema.json'.length));
  }
  return {
    names,
    check(document, schema) {
      const validate = ajv.getSchema(`${schema}.schema.json`);
      if (!validate) throw new Error(`no such schema: ${schema}`);
      return problems(document, validate);
    },
  };
}

/** Parses bytes and checks them against a schema; `value` is undefined when anything is wrong. Never throws. */
export function readDocument(
  bytes: Uint8Array,
  path: string,
  schemas: Schemas,
  schema: string,
): ParsedDocument {
  const document = parseDocument(bytes, path);
  if (document.value === undefined) return document;
  const found = schemas.check(document, schema);
  if (found.length === 0) return document;
  return { ...document, value: undefined, diagnostics: [...document.diagnostics, ...found] };
}

/** Errors looked at: several may say the same. Finding the place of each takes longer the larger the document is. */
const maxErrorsLocated = 4 * maxProblemsPerDocument;

function problems(document: ParsedDocument, validate: ValidateFunction): Diagnostic[] {
  if (validate(document.value)) return [];
  const diagnostics = (validate.errors ?? []).slice(0, maxErrorsLocated).flatMap((error) => {
    const described = describe(error, document);
    if (!described) return [];
    const pointer =
      error.instancePath + (described.child === undefined ? '' : `/${escapeStep(described.child)}`);
    const position = document.locate(pointer);
    return [
      {
        code: described.message.key,
        severity: 'error' as const,
        message: described.message,
        ...(described.hint ? { hint: described.hint } : {}),
        file: document.path,
        ...position,
        pointer,
      },
    ];
  });
  const seen = new Set<string>();
  return diagnostics
    .filter((each) => {
      const key = `${each.pointer}|${each.code}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .slice(0, maxProblemsPerDocument);
}

interface Described {
  readonly message: Message;
  readonly hint?: Message;
  /** The property, below the error's own place, that it is about. */
  readonly child?: string;
}

/** Keywords whose errors only repeat what a more precise error beside them says. */
const silent = new Set(['if', 'allOf', 'not', 'propertyNames']);

function describe(error: ErrorObject, document: ParsedDocument): Described | undefined {
  const params = error.params as Record<string, unknown>;
  const name = nameOf(error.instancePath);
  const found = () => shown(error.data);
  const hint = expectation(error);
  switch (error.keyword) {
    case 'unevaluatedProperties':
    case 'additionalProperties': {
      const key = String(params['unevaluatedProperty'] ?? params['additionalProperty']);
      const known = Object.keys((error.parentSchema as AnySchemaObject)['properties'] ?? {});
      return {
        message: message('schema.unknown_key', { key }),
        hint: suggestion(key, known) ?? message('schema.known_keys', { keys: known.join(', ') }),
        child: key,
      };
    }
    case 'required':
    case 'dependentRequired':
      return {
        message: message('schema.missing_key', { key: String(params['missingProperty']) }),
        ...hint,
      };
    case 'type':
      if (String(params['type']).includes('string')) {
        const value = document.bareNumber(error.instancePath);
        if (value !== undefined) {
          return {
            message: message('schema.quote_it', { key: name, value }),
            hint: message('schema.quote_it.hint', { value }),
          };
        }
      }
      return {
        message: message('schema.wrong_type', {
          key: name,
          found: found(),
          expected: typeWord(params['type']),
        }),
        ...hint,
      };
    case 'enum':
    case 'const': {
      const allowed = [params['allowedValues'] ?? params['allowedValue']].flat().map(String);
      return {
        message: message('schema.not_allowed', {
          key: name,
          found: found(),
          allowed: allowed.join(', '),
        }),
        ...(suggestion(String(error.data), allowed)
          ? { hint: suggestion(String(error.data), allowed) as Message }
          : hint),
      };
    }
    case 'format':
      return {
        message: message(
          params['format'] === 'duration' ? 'schema.bad_duration' : 'schema.bad_date',
          {
            key: name,
            found: found(),
          },
        ),
      };
    default:
      if (silent.has(error.keyword)) return undefined;
      return {
        message: message('schema.invalid', {
          key: name,
          found: found(),
          rule: ruleWords(error),
        }),
        ...hint,
      };
  }
}

/** The value's own name as people see it in the file; an item of a list is called by its number. */
function nameOf(pointer: string): string | Message {
  const [last = '', list = ''] = pointer.split('/').slice(1).reverse();
  if (last === '') return message('schema.root');
  return /^\d+$/.test(last) ? message('schema.item', { number: Number(last) + 1, list }) : last;
}

function ruleWords({ keyword, schema }: ErrorObject): string | Message {
  const limit = typeof schema === 'number' ? schema : shown(schema);
  switch (keyword) {
    case 'minimum':
    case 'maximum':
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'pattern':
      return message(`schema.rule.${keyword}`, { limit });
    case 'uniqueItems':
      return message('schema.rule.uniqueItems');
    default:
      return `${keyword} ${limit}`;
  }
}

/** What the schema says of the value, as the hint: descriptions are written for people, in both languages. */
function expectation(error: ErrorObject): { hint?: Message } {
  const schema = error.parentSchema as AnySchemaObject | undefined;
  const key = (error.params as Record<string, unknown>)['missingProperty'];
  const described =
    typeof key === 'string'
      ? (schema?.['properties'] as Record<string, AnySchemaObject> | undefined)?.[key]
      : schema;
  const description = described?.['description'];
  if (typeof description !== 'string') return {};
  const [vi = description, en = vi] = description.split(' — ');
  return { hint: message('schema.expected', { description: { vi, en } }) };
}

/** A name that the person probably meant; none when nothing is near. */
export function suggestion(found: string, known: readonly string[]): Message | undefined {
  if (known.length === 0) return undefined;
  const near = closest(
    found.toLowerCase(),
    known.map((each) => each.toLowerCase()),
  );
  const original = known.find((each) => each.toLowerCase() === near);
  // Two slips in a word of five letters: neighbours changed places.
  const tolerance = Math.max(found.length < 5 ? 1 : 2, Math.floor(found.length / 3));
  if (original === undefined || distance(found.toLowerCase(), near) > tolerance) return undefined;
  return message('schema.did_you_mean', { name: original });
}

function typeWord(type: unknown): Message {
  const words = {
    string: message('schema.type.string'),
    integer: message('schema.type.integer'),
    number: message('schema.type.number'),
    boolean: message('schema.type.boolean'),
    array: message('schema.type.array'),
    object: message('schema.type.object'),
    null: message('schema.type.null'),
  };
  const first = Array.isArray(type) ? type[0] : type;
  return words[first as keyof typeof words] ?? message('schema.type.object');
}

/** A value as people may see it in a message: short, on one line. */
function shown(value: unknown): string {
  const json = JSON.stringify(start(value)) ?? 'undefined';
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

/** Enough of a value to show: a hostile document may be a single value of two megabytes. */
function start(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, 60);
  if (Array.isArray(value)) return value.slice(0, 8).map(start);
  if (value === null || typeof value !== 'object') return value;
  const entries: [string, unknown][] = [];
  for (const key in value) {
    if (entries.length === 8) break;
    entries.push([key.slice(0, 60), start((value as Readonly<Record<string, unknown>>)[key])]);
  }
  return Object.fromEntries(entries);
}

function escapeStep(step: string): string {
  return step.replace(/~/g, '~0').replace(/\//g, '~1');
}

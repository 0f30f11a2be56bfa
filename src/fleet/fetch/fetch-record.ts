import { createHash } from 'node:crypto';
import { camelKeys } from '../../documents/camel-keys.js';
import { readDocument, type Schemas } from '../../documents/schemas.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import type { FetchedPage } from './fetch-pages.js';
import { requestOf } from './request-address.js';

/** What `fetch.json` beside the pages says of a fetch (`fetch-record.schema.json`). Moments are UTC: `2026-11-24T01:30:00Z`. */
export interface FetchRecord {
  readonly schemaVersion: 1;
  readonly source: string;
  /** The console's base address; never holds a name, a password or parameters. */
  readonly address: string;
  readonly firstRequest: string;
  readonly started: string;
  readonly resumed: readonly string[];
  readonly finished: string | null;
  readonly complete: boolean;
  readonly total: number | null;
  readonly records: number;
  readonly distinct: number;
  /** Key of the message that says why it isn't whole. */
  readonly problem: string | null;
  readonly pages: readonly PageRecord[];
  readonly report: FileRecord | null;
}

/** One page as it was kept. */
export interface PageRecord extends FileRecord {
  readonly request: string;
  readonly received: string;
  readonly records: number;
}

interface FileRecord {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The file of this name in a fetch's folder. */
export const recordFile = 'fetch.json';

/** Names of the pages' files. */
export const pageFilePattern = /^page-\d{4,6}\.json$/;

/** The record's file: keys in their published form, two blanks of indent. */
export function recordText(record: FetchRecord): string {
  const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const published = Object.entries(record).map(([key, value]) => [snake(key), value]);
  return `${JSON.stringify(Object.fromEntries(published), null, 2)}\n`;
}

/** The record in a file's bytes; undefined with the reasons when it is none. Never throws. */
export function readRecord(
  bytes: Uint8Array,
  path: string,
  schemas: Schemas,
): { readonly record: FetchRecord | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = readDocument(bytes, path, schemas, 'fetch-record');
  const record = value === undefined ? undefined : camelKeys(value, new Set());
  return { record: record as FetchRecord | undefined, diagnostics };
}

/** A page's entry. `number` counts from 1. */
export function pageRecord(page: FetchedPage, number: number, milliseconds: number): PageRecord {
  return {
    file: `page-${String(number).padStart(4, '0')}.json`,
    request: requestOf(page.url),
    received: instant(milliseconds),
    records: page.reading.records.length,
    bytes: page.bytes.length,
    sha256: sha256(page.bytes),
  };
}

/** Lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A moment of milliseconds since 1970 as the record writes it. */
export function instant(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

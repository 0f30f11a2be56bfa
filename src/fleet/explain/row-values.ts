import { instantInVietnam } from '../../domain/instants.js';
import type { Row } from '../engines/engine.js';

/** Values of a row of the database as plain data; null where there is none. Nothing here throws. */

export function textIn(row: Row | undefined, name: string): string | null {
  const value = row?.[name];
  return typeof value === 'string' ? value : null;
}

export function numberIn(row: Row | undefined, name: string): number | null {
  const value = row?.[name];
  return typeof value === 'number' ? value : null;
}

export function truthIn(row: Row | undefined, name: string): boolean | null {
  const value = row?.[name];
  return typeof value === 'boolean' ? value : null;
}

/** A moment as Viet Nam's clocks show it, `2026-11-24T08:30+07:00`: the database keeps times in UTC. */
export function momentIn(row: Row | undefined, name: string): string | null {
  const value = row?.[name];
  return value instanceof Date ? instantInVietnam(value.getTime()) : null;
}

/** A list's items; empty where there is none. */
export function itemsIn<Item>(row: Row | undefined, name: string): readonly Item[] {
  const value = row?.[name];
  return Array.isArray(value) ? (value as Item[]) : [];
}

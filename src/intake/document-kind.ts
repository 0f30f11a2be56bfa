import { checklistsFolder } from './folder-names.js';

/** Kinds of documents that people write and `validate` can tell apart. A pack's files are checked together. */
export type DocumentKind =
  | 'workspace'
  | 'agencies'
  | 'inventory'
  | 'checklist'
  | 'indicators'
  | 'source';

/** Names that say what a file is even when its content is broken. */
const byName: Readonly<Record<string, DocumentKind>> = {
  'tuanthu.yaml': 'workspace',
  'agencies.yaml': 'agencies',
  'inventory.yaml': 'inventory',
  'indicators.yaml': 'indicators',
};

/** Top-level keys that no other kind has. */
const byKey: readonly (readonly [key: string, kind: DocumentKind])[] = [
  ['packs', 'workspace'],
  ['submissions', 'workspace'],
  ['systems', 'inventory'],
  ['answers', 'checklist'],
  ['agencies', 'agencies'],
  ['indicators', 'indicators'],
  ['recognise', 'source'],
  ['columns', 'source'],
];

/**
 * What a document is: by its file's name, then by the folder it lies in, then by its content. Undefined when nothing
 * tells. `folder` is the last step of its folder's path. Never throws.
 */
export function documentKind(
  name: string,
  folder: string,
  value: unknown,
): DocumentKind | undefined {
  if (Object.hasOwn(byName, name)) return byName[name];
  if (folder === 'sources') return 'source';
  if (folder === checklistsFolder) return 'checklist';
  if (typeof value !== 'object' || value === null) return undefined;
  return byKey.find(([key]) => Object.hasOwn(value, key))?.[1];
}

import { basename, dirname, join } from 'node:path';
import { readKnownSources, readOwnCases } from '../../audit/read-sources.js';
import { readDocument, type Schemas } from '../../documents/schemas.js';
import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Files } from '../../domain/files.js';
import { readSource } from '../../fleet/source.js';
import { workspaceFile } from '../../intake/read-workspace.js';
import { openFolder } from '../../platform/files.js';
import { bundled } from '../bundled.js';

/** The mappings that a workspace brings, with what is wrong with them and their cases; files named below the workspace. */
export async function checkMappings(
  workspace: Files,
  schemas: Schemas,
): Promise<{ readonly paths: readonly string[]; readonly diagnostics: readonly Diagnostic[] }> {
  const known = await readKnownSources(workspace, bundled, schemas);
  const cases = await readOwnCases(workspace, schemas);
  return {
    paths: [...known.inputs.map(({ path }) => path), ...cases.cases.map(({ path }) => path)],
    diagnostics: [...known.diagnostics, ...cases.diagnostics],
  };
}

/** One mapping, or its cases, by itself; in a workspace's `sources/` it must keep to what such a mapping may claim. */
export async function checkMapping(
  path: string,
  bytes: Uint8Array,
  schemas: Schemas,
): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  const name = basename(path);
  if (name.endsWith('.cases.yaml')) return readDocument(bytes, name, schemas, 'source-cases');
  const workspace = openFolder(join(dirname(path), '..'));
  const beside = await workspace.list('').catch(() => undefined);
  if (!beside?.files.includes(workspaceFile)) return readSource(bytes, `./${name}`, schemas);
  const { diagnostics } = await readKnownSources(workspace, bundled, schemas);
  return { diagnostics: diagnostics.filter(({ file }) => basename(file ?? '') === name) };
}

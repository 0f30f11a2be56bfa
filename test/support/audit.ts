import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditOutcome, auditWorkspace } from '../../src/audit/audit-workspace.js';
import { loadSchemas } from '../../src/documents/schemas.js';
import { isoDate } from '../../src/domain/dates.js';
import type { Files } from '../../src/domain/files.js';
import { openDuckDb } from '../../src/fleet/engines/duckdb.js';
import { openFolder, openScratch } from '../../src/platform/files.js';
import { asOf, type WorkspaceSpec, workspaceFiles, writeFiles } from './workspace.js';

const bundled = openFolder(new URL('../../', import.meta.url));
/** The published schemas. */
export const schemas = await loadSchemas(bundled, 'schemas');

/** Audits a folder in this process, as the command does. */
export function auditFolder(folder: string, date: string = asOf): Promise<AuditOutcome> {
  return auditFiles(openFolder(folder), date);
}

/** The same for files that a test makes or spoils. */
export async function auditFiles(workspace: Files, date: string = asOf): Promise<AuditOutcome> {
  const temporary = await mkdtemp(join(tmpdir(), 'tuanthu-db-'));
  try {
    return await auditWorkspace({
      workspace,
      bundled,
      schemas,
      asOf: isoDate(date),
      openEngine: () => openDuckDb({ threads: 1, temporaryFolder: temporary }),
      scratch: openScratch(temporary),
    });
  } finally {
    await rm(temporary, { recursive: true });
  }
}

/** Writes a small workspace to a folder of its own and audits it in this process. */
export async function audit(spec: WorkspaceSpec, date: string = asOf): Promise<AuditOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-audit-'));
  try {
    return await auditFolder(await writeFiles(folder, workspaceFiles(spec)), date);
  } finally {
    await rm(folder, { recursive: true });
  }
}

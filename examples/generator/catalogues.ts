import { loadSchemas } from '../../src/documents/schemas.js';
import { readPack } from '../../src/packs/read-pack.js';
import type { RequirementCatalogue } from '../../src/packs/types.js';
import { openFolder } from '../../src/platform/files.js';

/** The catalogues of the law in force, which the example's checklists answer. */
export async function readCatalogues(): Promise<readonly RequirementCatalogue[]> {
  const files = openFolder(new URL('../../', import.meta.url));
  const schemas = await loadSchemas(files, 'schemas');
  const { pack } = await readPack(files, 'rules/packs/vn-2026', schemas, { catalogues: true });
  if (!pack?.requirements) throw new Error('the pack vn-2026 has no usable catalogues');
  return pack.requirements.levels;
}

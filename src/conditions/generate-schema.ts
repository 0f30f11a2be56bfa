import { execFileSync } from 'node:child_process';
// A build script (`npm run gen`), not part of the product: it may write files, which other code outside platform may not.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { conditionSchema } from './condition-schema.js';

const path = fileURLToPath(new URL('../../schemas/condition.schema.json', import.meta.url));
writeFileSync(path, `${JSON.stringify(conditionSchema(), null, 2)}\n`);
execFileSync('npx', ['biome', 'format', '--write', path]);

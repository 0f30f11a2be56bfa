/**
 * Writes the example workspace: `npx tsx examples/generator/main.ts <folder> [--seed N] [--as-of DATE] [--scale X]`,
 * or a large plain one for measuring: `… <folder> --agencies 300 --endpoints 100000`.
 * A folder that already holds a workspace has its `agencies/` replaced; any other folder that isn't empty is refused.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isoDate } from '../../src/domain/dates.js';
import { readCatalogues } from './catalogues.js';
import { generateProvince } from './province.js';
import { generateScale } from './scale.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '2026' },
    'as-of': { type: 'string', default: '2026-11-24' },
    scale: { type: 'string', default: '1' },
    agencies: { type: 'string' },
    endpoints: { type: 'string' },
  },
});

const folder = positionals[0];
if (folder === undefined || positionals.length > 1)
  throw new Error('usage: main.ts <folder> [options]');
const seed = wholeNumber(values.seed);
const asOf = isoDate(values['as-of']);
const files =
  values.agencies === undefined && values.endpoints === undefined
    ? await generateProvince({
        seed,
        asOf,
        scale: Number(values.scale),
        catalogues: await readCatalogues(),
      })
    : generateScale({
        agencies: wholeNumber(values.agencies ?? '300'),
        endpoints: wholeNumber(values.endpoints ?? '100000'),
        seed,
        asOf,
      });

clear(folder);
let count = 0;
let bytes = 0;
for (const [path, content] of files) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  count += 1;
  bytes += Buffer.byteLength(content);
}
process.stdout.write(`${folder}: ${count} files, ${bytes} bytes\n`);

function clear(target: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  if (!existsSync(join(target, 'tuanthu.yaml')))
    throw new Error(`${target} is not empty and not a workspace`);
  rmSync(join(target, 'agencies'), { recursive: true, force: true });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`not a whole number: ${text}`);
  return Number(text);
}

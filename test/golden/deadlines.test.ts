import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Deadlines, findDeadlines } from '../../src/audit/deadlines.js';
import { judgeProvince, readProvince } from '../../src/audit/read-province.js';
import { deadlinesTable } from '../../src/cli/deadlines-table.js';
import { stylesFor } from '../../src/cli/print.js';
import { isoDate } from '../../src/domain/dates.js';
import { readHolidays } from '../../src/packs/read-holidays.js';
import { openFolder } from '../../src/platform/files.js';
import { deadlinesIcs } from '../../src/reports/deadlines-ics.js';
import { schemas } from '../support/audit.js';
import {
  asOf,
  soundSystem,
  unapprovedSystem,
  workspaceFiles,
  writeFiles,
} from '../support/workspace.js';

// `npm run golden` writes these files anew; look at the difference before it is kept.

const bundled = openFolder(new URL('../../', import.meta.url));
const title = 'Tỉnh thử nghiệm';
let found: Deadlines;

beforeAll(async () => {
  const approval = { level: 2, number: '1/QĐ', date: '2024-05-06', authority: 'specialised_unit' };
  const folder = await mkdtemp(join(tmpdir(), 'tuanthu-golden-'));
  try {
    await writeFiles(
      folder,
      workspaceFiles({
        agencies: [
          {
            id: 'so-a',
            name: 'Sở A',
            systems: [
              unapprovedSystem('so-a-x'),
              unapprovedSystem('so-a-y'),
              soundSystem('so-a-z', { approval, in_operation_since: '2020-01-01' }),
              soundSystem('so-a-w', {
                incidents: [{ id: 'sc-1', detected_at: '2026-11-22T22:00Z', serious: true }],
                changes: [{ trigger: 'scope', date: '2026-11-15' }],
              }),
            ],
            checklists: {},
          },
          { id: 'xa-b', name: 'UBND xã B', systems: [unapprovedSystem('xa-b-x')] },
        ],
      }),
    );
    const province = await readProvince({
      workspace: openFolder(folder),
      bundled,
      schemas,
      asOf: isoDate(asOf),
    });
    found = findDeadlines(province, judgeProvince(province), {
      holidays: await readHolidays(bundled, schemas),
      soon: { months: 0, days: 30 },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each(['vi', 'en'] as const)('deadlines as a table in %s', async (language) => {
  const options = { title, soonDays: 30, all: false };
  const text = deadlinesTable(found, options, language, 80, stylesFor('stdout'));
  await expect(`${text}\n`).toMatchFileSnapshot(`deadlines.${language}.txt`);
});

test('deadlines as a calendar', async () => {
  const near = found.items.filter(({ status }) => status === 'overdue' || status === 'due_soon');
  const text = deadlinesIcs({ ...found, items: near }, title, 'vi');
  await expect(text).toMatchFileSnapshot('deadlines.vi.ics');
});

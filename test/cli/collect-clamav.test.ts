import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EndpointRecord } from '../../src/collect/record.js';
import { openProgram, type Program } from '../support/program.js';

// `collect` on a machine that really has ClamAV: Debian's clamd, started here with a database of one signature, and stopped.

const searchPath = '/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin';
const clamd = spawnSync('clamd', ['--version'], { env: { PATH: searchPath }, encoding: 'utf8' });

/** Why the tests can't be run here; undefined when they can. */
function obstacle(): string | undefined {
  if (process.platform !== 'linux') return 'not Linux';
  if (clamd.status !== 0) return "ClamAV's clamd isn't installed (Debian: clamav-daemon)";
  return isRunning() ? 'a clamd of this machine runs already' : undefined;
}

function isRunning(): boolean {
  return readdirSync('/proc').some((id) => {
    try {
      return /^\d+$/.test(id) && readFileSync(`/proc/${id}/comm`, 'utf8').trim() === 'clamd';
    } catch {
      // It ended meanwhile.
      return false;
    }
  });
}

const why = obstacle();

describe.skipIf(why !== undefined)(
  `with ClamAV${why === undefined ? '' : `: skipped, ${why}`}`,
  () => {
    let program: Program;
    let daemon: ChildProcess | undefined;

    beforeAll(async () => {
      program = await openProgram('collect');
      await mkdir(join(program.folder, 'database'));
      // The digest of the EICAR test file under a name of our own.
      await writeFile(
        join(program.folder, 'database/test.hdb'),
        '44d88612fea8a8f36de82e1278abb02f:68:Test.File\n',
      );
    });
    afterAll(async () => {
      await stop();
      await program.remove();
    });

    async function start(): Promise<void> {
      const socket = join(program.folder, 'clamd.sock');
      const configuration = join(program.folder, 'clamd.conf');
      await writeFile(
        configuration,
        `DatabaseDirectory ${join(program.folder, 'database')}\nLocalSocket ${socket}\nForeground yes\n`,
      );
      daemon = spawn('clamd', ['-c', configuration], {
        env: { PATH: searchPath },
        stdio: 'ignore',
      });
      for (let tries = 0; !existsSync(socket); tries++) {
        if (tries > 300 || daemon.exitCode !== null) throw new Error('clamd does not start');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }

    async function stop(): Promise<void> {
      if (!daemon || daemon.exitCode !== null) return;
      const ended = once(daemon, 'exit');
      daemon.kill();
      await ended;
    }

    /** What a report says of ClamAV: every value that any of its records gives a fact. */
    async function collected() {
      const { stdout, code } = await program.run(['collect', '--json'], {
        env: { LANG: 'vi_VN.UTF-8' },
      });
      expect(code).toBe(0);
      const records: readonly EndpointRecord[] = JSON.parse(stdout).records;
      const own = records.filter(({ product }) => product === 'ClamAV');
      const values = (fact: keyof EndpointRecord) =>
        [...new Set(own.map((each) => each[fact]))].filter((each) => each !== undefined);
      return {
        host: records[0]?.host,
        installed: values('installed'),
        running: values('running'),
        realtime: values('realtime'),
        mode: values('mode'),
        version: values('product_version'),
      };
    }

    test('started: installed and running, real-time protection no', async () => {
      await start();
      expect(await collected()).toMatchObject({
        installed: [true],
        running: [true],
        realtime: [false],
        mode: ['on_demand'],
        version: [/^ClamAV ([\d.]+)/.exec(clamd.stdout)?.[1]],
      });
    });

    test('stopped: installed and not running', async () => {
      await stop();
      expect(await collected()).toMatchObject({
        installed: [true],
        running: [false],
        realtime: [false],
      });
    });

    test('the report names this machine and is written to a folder', async () => {
      const share = join(program.folder, 'share');
      await mkdir(share);
      const runs = await Promise.all(
        Array.from({ length: 4 }, () => program.run(['collect', '--out', share])),
      );
      expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
      const files = readdirSync(share);
      // Four reports in the same second, none lost, nothing half.
      expect(files).toHaveLength(4);
      const { host } = await collected();
      for (const file of files) {
        expect(file).toMatch(/^[\w-]+-\d{8}T\d{6}Z-[0-9a-f]{8}\.jsonl$/);
        const lines = readFileSync(join(share, file), 'utf8').trimEnd().split('\n');
        expect(lines.map((line) => JSON.parse(line).host)).toEqual(lines.map(() => host));
        expect(lines.some((line) => JSON.parse(line).product === 'ClamAV')).toBe(true);
      }
    });
  },
);

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type Answer,
  type ConsoleServer,
  openConsole,
  sendJson,
} from '../support/console-server.js';
import { consoles, machines } from '../support/consoles.js';
import { type Ended, openProgram, type Program, root } from '../support/program.js';

// The built program against consoles on this machine that answer as the vendors' documents say, and with their faults.

const token = 'tok.SECRET-0123456789';
const tenant = 'tenant-SECRET-42';
let program: Program;
let made = 0;
const servers: ConsoleServer[] = [];

beforeAll(async () => {
  program = await openProgram('fetch');
  await writeFile(join(program.folder, 'token'), `${token}\n`, { mode: 0o600 });
});
afterAll(() => program.remove());
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(answer: Answer): Promise<ConsoleServer> {
  const server = await openConsole(answer);
  servers.push(server);
  return server;
}

/** A folder's name of its own, below the program's. */
function place(): string {
  made += 1;
  return `f${made}`;
}

const env = { T: token, SOPHOS_TENANT: tenant };

/** Runs a fetch; whatever comes of it, no secret may be seen anywhere. */
async function fetch(
  source: string,
  url: string,
  out: string,
  ...flags: readonly string[]
): Promise<Ended> {
  const ended = await program.run(
    ['endpoints', 'fetch', source, '--url', url, '--out', out, '--allow-http', ...flags],
    { env },
  );
  await expectNoSecret(ended, out);
  return ended;
}

async function expectNoSecret({ stdout, stderr }: Ended, out: string): Promise<void> {
  const record = await readFile(join(program.folder, out, 'fetch.json'), 'utf8').catch(() => '');
  for (const secret of [token, tenant]) expect(stdout + stderr + record).not.toContain(secret);
}

async function listOf(out: string): Promise<readonly string[]> {
  return (await readdir(join(program.folder, out))).sort();
}

async function read(out: string, file: string): Promise<string> {
  return readFile(join(program.folder, out, file), 'utf8');
}

async function recordOf(out: string) {
  return JSON.parse(await read(out, 'fetch.json'));
}

/** What a fetch that worked made: its report's records and file names. */
async function wholeOf(out: string) {
  const record = await recordOf(out);
  return { record, records: JSON.parse(await read(out, record.report.file)) };
}

const withToken = ['--token-env', 'T'];

describe('every way of paging, as the vendors describe it', () => {
  test.each(consoles)('$source', async ({ source, answer, count, requests, header }) => {
    const server = await serve(answer);
    const out = place();
    const flags = source === 'sophos-endpoints' ? ['--header', 'X-Tenant-ID=SOPHOS_TENANT'] : [];
    const ended = await fetch(source, server.url, out, ...withToken, ...flags, '--json');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const result = JSON.parse(ended.stdout);
    const { record, records } = await wholeOf(out);
    expect(records).toEqual(machines(count));
    expect(server.seen.map(({ url }) => url)).toEqual(requests);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(
      requests.map(() => `${header} ${token}`),
    );
    expect(record).toMatchObject({ complete: true, problem: null, records: count, source });
    expect(record.pages.map((each: { request: string }) => each.request)).toEqual(requests);
    expect(result).toMatchObject({ complete: true, records: count, folder: out });
    expect(result.report.path).toBe(join(out, record.report.file));
  });

  test('Sophos: the tenant goes with every request, and is asked for', async () => {
    const sophos = consoles.find(({ source }) => source === 'sophos-endpoints');
    const server = await serve(sophos?.answer ?? (() => undefined));
    const without = await fetch('sophos-endpoints', server.url, place(), ...withToken);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('X-Tenant-ID');
    const flags = [...withToken, '--header', 'x-tenant-id=SOPHOS_TENANT'];
    expect((await fetch('sophos-endpoints', server.url, place(), ...flags)).code).toBe(0);
    expect(server.seen.map(({ headers }) => headers['x-tenant-id'])).toEqual([tenant, tenant]);
  });

  test('pages are kept byte for byte, with their digests; sha256sum agrees', async () => {
    const page =
      '{ "data" :{"affected_items":[ {"id":12345678901234567890}],"total_affected_items":1}}\n';
    const server = await serve((_url, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(page);
    });
    const out = place();
    await fetch('wazuh-agents', server.url, out, ...withToken);
    expect(await read(out, 'page-0001.json')).toBe(page);
    const record = await recordOf(out);
    expect(await read(out, record.report.file)).toBe('[\n{"id":12345678901234567890}\n]\n');
    const run = promisify(execFile);
    const list = [record.pages[0], record.report];
    const sums = list.map(({ sha256, file }) => `${sha256}  ${file}\n`).join('');
    await writeFile(join(program.folder, out, 'SUMS'), sums);
    const said = await run('sha256sum', ['-c', 'SUMS'], { cwd: join(program.folder, out) });
    expect(said.stdout).toBe(`page-0001.json: OK\n${record.report.file}: OK\n`);
  });
});

/** A Wazuh manager with so many agents, a page as asked for; `spoil` may answer instead. */
function wazuh(
  count: number,
  spoil: (url: URL, response: Parameters<Answer>[1], number: number) => boolean = () => false,
): Answer {
  return (url, response, number) => {
    if (spoil(url, response, number)) return;
    const from = Number(url.searchParams.get('offset'));
    const items = machines(count).slice(from, from + Number(url.searchParams.get('limit')));
    sendJson(response, { data: { affected_items: items, total_affected_items: count } });
  };
}

describe('faults that pass', () => {
  const table: readonly {
    readonly name: string;
    readonly spoil: Parameters<typeof wazuh>[1];
    readonly requests: number;
    readonly least: number;
    readonly flags?: readonly string[];
  }[] = [
    {
      name: '429 with Retry-After',
      spoil: (_url, response, number) =>
        number === 1 && !!response.writeHead(429, { 'Retry-After': '2' }).end(),
      requests: 2,
      least: 2000,
    },
    {
      name: '500 thrice',
      spoil: (_url, response, number) => number <= 3 && !!response.writeHead(500).end('oops'),
      requests: 4,
      least: 7000,
    },
    {
      name: 'a page cut off in the middle',
      spoil: (_url, response, number) => {
        if (number > 1) return false;
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 99 });
        response.write('{"data":{');
        setTimeout(() => response.destroy(), 50);
        return true;
      },
      requests: 2,
      least: 1000,
    },
    {
      name: 'half a JSON document that ends as if it were whole',
      spoil: (_url, response, number) => {
        if (number > 1) return false;
        response.setHeader('Content-Type', 'application/json');
        response.end('{"data":{"affected_items":[{"id":1},');
        return true;
      },
      requests: 2,
      least: 1000,
    },
    {
      name: 'a body that doesn’t come to its end in time',
      spoil: (_url, response, number) => {
        if (number > 1) return false;
        response.setHeader('Content-Type', 'application/json');
        return response.write('{') || true;
      },
      requests: 2,
      least: 2000,
      flags: ['--timeout', '1'],
    },
  ];
  test.each(table)('$name', async ({ spoil, requests, least, flags = [] }) => {
    const server = await serve(wazuh(3, spoil));
    const out = place();
    const ended = await fetch('wazuh-agents', server.url, out, ...withToken, ...flags);
    expect(ended.code).toBe(0);
    expect(ended.took).toBeGreaterThan(least);
    expect(server.seen).toHaveLength(requests);
    expect((await wholeOf(out)).records).toEqual(machines(3));
  });
});

describe('faults that don’t pass: nothing is said to be whole', () => {
  const json = (response: Parameters<Answer>[1], body: unknown) => sendJson(response, body);
  const table: readonly {
    readonly name: string;
    readonly source: string;
    readonly answer: Answer;
    readonly code: number;
    readonly says: string;
    readonly requests: number;
    readonly pages: number;
  }[] = [
    {
      name: 'more agents promised than come',
      source: 'wazuh-agents',
      answer: (url, response) => {
        const page = url.searchParams.get('offset') === '0' ? machines(2) : [];
        json(response, { data: { affected_items: page, total_affected_items: 5 } });
      },
      code: 4,
      says: '5',
      requests: 2,
      pages: 2,
    },
    {
      name: 'a next link that never changes',
      source: 'graph-managed-devices',
      answer: (_url, response, number) =>
        json(response, {
          value: [{ id: number }],
          '@odata.nextLink': '/v1.0/deviceManagement/managedDevices?$skiptoken=x',
        }),
      code: 4,
      says: 'đi vòng',
      requests: 2,
      pages: 2,
    },
    {
      name: 'next links without end, always the same machines',
      source: 'graph-managed-devices',
      answer: (_url, response, number) =>
        json(response, { value: machines(2), '@odata.nextLink': `?$skiptoken=${number}` }),
      code: 4,
      says: 'lặp lại',
      requests: 2,
      pages: 2,
    },
    {
      name: 'an offset that the server ignores',
      source: 'defender-machines',
      answer: (_url, response) => json(response, { value: machines(3) }),
      code: 4,
      says: 'lặp lại',
      requests: 2,
      pages: 2,
    },
    {
      name: 'a next link to another host',
      source: 'graph-managed-devices',
      answer: (_url, response) =>
        json(response, { value: [{}], '@odata.nextLink': 'http://evil.example/v1.0/x' }),
      code: 2,
      says: 'evil.example',
      requests: 1,
      pages: 1,
    },
    {
      name: 'a redirect to another host',
      source: 'wazuh-agents',
      answer: (_url, response) =>
        response.writeHead(302, { Location: 'http://169.254.169.254/latest' }).end(),
      code: 2,
      says: '169.254.169.254',
      requests: 1,
      pages: 0,
    },
    {
      name: 'a login page',
      source: 'wazuh-agents',
      answer: (_url, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end('<html>');
      },
      code: 2,
      says: 'text/html',
      requests: 1,
      pages: 0,
    },
    {
      name: 'a token that is refused: one request, no account gets locked',
      source: 'wazuh-agents',
      answer: (_url, response) => response.writeHead(401).end(),
      code: 2,
      says: 'HTTP 401',
      requests: 1,
      pages: 0,
    },
    {
      name: 'another product’s answer',
      source: 'wazuh-agents',
      answer: (_url, response) => json(response, { value: [] }),
      code: 2,
      says: 'data.affected_items',
      requests: 1,
      pages: 0,
    },
    {
      name: 'a wait of an hour',
      source: 'wazuh-agents',
      answer: (_url, response) => response.writeHead(429, { 'Retry-After': '3600' }).end(),
      code: 4,
      says: '3.600 giây',
      requests: 1,
      pages: 0,
    },
  ];
  test.each(table)('$name', async ({ source, answer, code, says, requests, pages }) => {
    const server = await serve(answer);
    const out = place();
    const ended = await fetch(source, server.url, out, ...withToken);
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: '' });
    expect(ended.stderr).toContain(says);
    expect(server.seen).toHaveLength(requests);
    const files = pages === 0 ? [] : await listOf(out);
    const kept = Array.from({ length: pages }, (_, page) => `page-000${page + 1}.json`);
    expect(files).toEqual(pages === 0 ? [] : ['fetch.json', ...kept]);
    if (pages > 0) {
      expect(ended.stderr).toContain('--resume');
      const record = await recordOf(out);
      expect(record).toMatchObject({ complete: false, finished: null, report: null });
      expect(record.problem).toMatch(/^fetch\./);
    } else {
      await expect(stat(join(program.folder, out))).rejects.toThrow();
    }
  });

  test('as JSON: one object, its code and exit', async () => {
    const server = await serve((_url, response) => response.writeHead(403).end());
    const ended = await fetch('wazuh-agents', server.url, place(), ...withToken, '--json');
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      error: { code: 'fetch.unauthorised', exit: 2 },
    });
  });

  test('a list without a machine: exit 4', async () => {
    const server = await serve(wazuh(0));
    const out = place();
    const ended = await fetch('wazuh-agents', server.url, out, ...withToken);
    expect(ended.code).toBe(4);
    expect((await wholeOf(out)).records).toEqual([]);
  });
});

describe('going on', () => {
  /** A manager that stops answering at the third page until it is told to go on. */
  function stuck() {
    let hang = true;
    const answer = wazuh(1700, (url) => hang && url.searchParams.get('offset') === '1000');
    return { answer, release: () => (hang = false) };
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('after %s', async (signal) => {
    const { answer, release } = stuck();
    const server = await serve(answer);
    const out = place();
    const args = ['wazuh-agents', '--url', server.url, '--out', out, '--allow-http', ...withToken];
    const child = spawn(
      process.execPath,
      [join(root, 'dist/bin.js'), 'endpoints', 'fetch', ...args],
      {
        cwd: program.folder,
        env: { PATH: '/usr/bin:/bin', HOME: program.folder, ...env },
      },
    );
    let stderr = '';
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    while (server.seen.length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill(signal);
    const [code] = await once(child, 'close');
    expect(code).toBe(signal === 'SIGKILL' ? null : 130);
    if (signal !== 'SIGKILL') expect(stderr).toContain('--resume');
    expect(await recordOf(out)).toMatchObject({ complete: false, problem: null, records: 1000 });
    release();

    const without = await fetch('wazuh-agents', server.url, out, ...withToken);
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('--resume');
    const before = await read(out, 'page-0002.json');
    const ended = await fetch('wazuh-agents', server.url, out, ...withToken, '--resume');
    expect(ended.code).toBe(0);
    const asked = server.seen.map(({ url }) => /offset=(\d+)/.exec(url)?.[1]);
    expect(asked).toEqual(['0', '500', '1000', '1000', '1500']);
    const { record, records } = await wholeOf(out);
    expect(records).toEqual(machines(1700));
    expect(record).toMatchObject({ complete: true, records: 1700, resumed: [expect.any(String)] });
    expect(await read(out, 'page-0002.json')).toBe(before);
  });

  /** An unfinished fetch of two pages, and its server. */
  async function unfinished() {
    const { answer, release } = stuck();
    const server = await serve((url, response, number) => {
      if (number === 3) response.writeHead(401).end();
      else answer(url, response, number);
    });
    const out = place();
    const ended = await fetch('wazuh-agents', server.url, out, ...withToken);
    expect(ended.code).toBe(2);
    release();
    return { server, out };
  }

  test('a page changed meanwhile: exit 5, nothing is asked', async () => {
    const { server, out } = await unfinished();
    const page = await read(out, 'page-0001.json');
    await writeFile(join(program.folder, out, 'page-0001.json'), page.replace('PC-1"', 'PC-X"'));
    const ended = await fetch('wazuh-agents', server.url, out, ...withToken, '--resume');
    expect(ended.code).toBe(5);
    expect(ended.stderr).toContain('page-0001.json');
    expect(server.seen).toHaveLength(3);
  });

  test.each([
    ['another source', 'fleet-hosts', {}],
    ['an older fetch', 'wazuh-agents', { started: '2020-01-01T00:00:00Z' }],
    ['another address', 'wazuh-agents', { address: 'https://other.example' }],
    ['a record that isn’t one', 'wazuh-agents', { pages: [{ file: '../../etc/passwd' }] }],
  ])('%s: exit 2, nothing is asked', async (_name, source, change) => {
    const { server, out } = await unfinished();
    const record = { ...(await recordOf(out)), ...change };
    await writeFile(join(program.folder, out, 'fetch.json'), JSON.stringify(record));
    const ended = await fetch(source, server.url, out, ...withToken, '--resume');
    expect(ended.code).toBe(2);
    expect(server.seen).toHaveLength(3);
  });

  test('nothing to go on with', async () => {
    const server = await serve(wazuh(3));
    const ended = await fetch('wazuh-agents', server.url, place(), ...withToken, '--resume');
    expect(ended.code).toBe(2);
    expect(server.seen).toEqual([]);
  });
});

describe('what is there already', () => {
  test('a whole fetch is replaced by --force only, and only once a page has come', async () => {
    let refuse = false;
    const server = await serve(
      wazuh(600, (_url, response) => refuse && !!response.writeHead(401).end()),
    );
    const out = place();
    await fetch('wazuh-agents', server.url, out, ...withToken);
    const files = await listOf(out);
    const before = await read(out, 'fetch.json');
    expect(files).toHaveLength(4);
    for (const flags of [[], ['--resume']]) {
      const ended = await fetch('wazuh-agents', server.url, out, ...withToken, ...flags);
      expect(ended.code).toBe(2);
      expect(ended.stderr).toContain('--force');
    }
    refuse = true;
    const refused = await fetch('wazuh-agents', server.url, out, ...withToken, '--force');
    expect(refused.code).toBe(2);
    expect(await listOf(out)).toEqual(files);
    expect(await read(out, 'fetch.json')).toBe(before);
    refuse = false;
    await fetch('wazuh-agents', server.url, out, ...withToken, '--force');
    expect(await recordOf(out)).toMatchObject({ complete: true, records: 600 });
  });

  test('a folder with other files is left alone, even with --force', async () => {
    const server = await serve(wazuh(3));
    const out = place();
    await mkdir(join(program.folder, out));
    await writeFile(join(program.folder, out, 'page-0001.json'), 'mine');
    for (const flags of [[], ['--force'], ['--resume']]) {
      const ended = await fetch('wazuh-agents', server.url, out, ...withToken, ...flags);
      expect(ended.code).toBe(2);
    }
    expect(await read(out, 'page-0001.json')).toBe('mine');
    expect(server.seen).toEqual([]);
  });
});

test('a token file of mode 600 is read without its line break', async () => {
  const server = await serve(wazuh(1));
  const ended = await fetch('wazuh-agents', server.url, place(), '--token-file', 'token');
  expect(ended.code).toBe(0);
  expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
});

describe('a server with a certificate of its own making', async () => {
  const run = promisify(execFile);
  const hasOpenssl = await run('openssl', ['version']).then(
    () => true,
    () => false,
  );

  test.skipIf(!hasOpenssl)(
    'is refused, whatever the environment says, until its certificate is known (needs openssl)',
    async () => {
      const key = join(program.folder, 'key.pem');
      const cert = join(program.folder, 'cert.pem');
      const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
      const make = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
      await run('openssl', [...make, ...subject, '-keyout', key, '-out', cert]);
      const tls = { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
      const server = await openConsole(wazuh(2), tls);
      servers.push(server);
      const out = place();
      const args = ['endpoints', 'fetch', 'wazuh-agents', '--url', server.url, '--out', out];
      for (const extra of [{}, { NODE_TLS_REJECT_UNAUTHORIZED: '0' }]) {
        const ended = await program.run([...args, ...withToken, '--allow-http'], {
          env: { ...env, ...extra },
        });
        expect(ended.code).toBe(2);
        expect(ended.stderr).toContain('NODE_EXTRA_CA_CERTS');
        expect(ended.took).toBeLessThan(10_000);
      }
      expect(server.seen).toEqual([]);
      const known = { ...env, NODE_EXTRA_CA_CERTS: cert };
      expect(await program.run([...args, ...withToken], { env: known })).toMatchObject({ code: 0 });
      expect(server.seen).toHaveLength(1);
    },
  );
});

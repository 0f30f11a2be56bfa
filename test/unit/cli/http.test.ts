import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { HttpLimits } from '../../../src/domain/http.js';
import { openHttp } from '../../../src/platform/http.js';
import { type ConsoleServer, openConsole } from '../../support/console-server.js';

const limits: HttpLimits = { maxBytes: 1000, idleMilliseconds: 300, totalMilliseconds: 900 };
const servers: ConsoleServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function get(
  answer: (response: ServerResponse, path: string) => void,
  allowHttp = true,
): Promise<{ readonly found: unknown; readonly server: ConsoleServer }> {
  const server = await openConsole((url, response) => answer(response, url.pathname));
  servers.push(server);
  const client = openHttp({ allowHttp });
  return { found: await client.get(`${server.url}/a`, { 'X-Token': 'secret' }, limits), server };
}

/** Writes a little again and again, never an end. */
async function drip(response: ServerResponse, every: number): Promise<void> {
  response.write('[');
  const timer = setInterval(() => response.write(' '), every);
  await once(response, 'close');
  clearInterval(timer);
}

test.each([
  {
    name: 'a good answer, its headers in lower case',
    answer: (response: ServerResponse) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('[1]');
    },
    expected: {
      kind: 'answer',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('[1]'),
    },
  },
  {
    name: 'a packed answer comes unpacked',
    answer: (response: ServerResponse) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync('[2]'));
    },
    expected: { kind: 'answer', body: Buffer.from('[2]') },
  },
  {
    name: 'a packed answer that unpacks beyond the limit',
    answer: (response: ServerResponse) => {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(100_000)));
    },
    expected: { kind: 'problem', reason: 'too_large' },
  },
  {
    name: 'exactly the limit',
    answer: (response: ServerResponse) => response.end(Buffer.alloc(1000)),
    expected: { kind: 'answer', status: 200 },
  },
  {
    name: 'a byte beyond the limit',
    answer: (response: ServerResponse) => response.end(Buffer.alloc(1001)),
    expected: { kind: 'problem', reason: 'too_large' },
  },
  { name: 'silence', answer: () => undefined, expected: { kind: 'problem', reason: 'slow' } },
  {
    name: 'silence in the middle',
    answer: (response: ServerResponse) => response.write('['),
    expected: { kind: 'problem', reason: 'slow' },
  },
  {
    name: 'drops for ever',
    answer: (response: ServerResponse) => void drip(response, 100),
    expected: { kind: 'problem', reason: 'slow' },
  },
  {
    name: 'less than was promised',
    answer: (response: ServerResponse) => {
      response.setHeader('Content-Length', '10');
      response.write('[1');
      setTimeout(() => response.destroy(), 50);
    },
    expected: { kind: 'problem', reason: 'cut_off' },
  },
  {
    name: 'pieces without the last one',
    answer: (response: ServerResponse) => {
      response.write('[1');
      setTimeout(() => response.destroy(), 50);
    },
    expected: { kind: 'problem', reason: 'cut_off' },
  },
  {
    name: 'a redirect on the same origin',
    answer: (response: ServerResponse, path: string) => {
      if (path === '/b') response.end('[3]');
      else response.writeHead(307, { Location: '/b' }).end();
    },
    expected: { kind: 'answer', body: Buffer.from('[3]') },
  },
  {
    name: 'redirects round and round',
    answer: (response: ServerResponse) => response.writeHead(302, { Location: '/b' }).end(),
    expected: { kind: 'problem', reason: 'redirected' },
  },
])('$name', async ({ answer, expected }) => {
  expect((await get(answer)).found).toMatchObject(expected);
});

test.each([
  'http://127.0.0.1:9/a',
  'https://127.0.0.1:9/a',
  '//169.254.169.254/latest',
  'ftp://h/',
])('a redirect to %s is told and not followed', async (target) => {
  const { found, server } = await get((response) =>
    response.writeHead(302, { Location: target }).end(),
  );
  const { host } = new URL(target, server.url);
  expect(found).toEqual({ kind: 'problem', reason: 'redirected', detail: host });
  expect(server.seen).toHaveLength(1);
});

test('plain http only when allowed: otherwise nothing is sent', async () => {
  const { found, server } = await get((response) => response.end('[]'), false);
  expect(found).toMatchObject({ kind: 'problem', reason: 'insecure' });
  expect(server.seen).toEqual([]);
});

test('nobody listens', async () => {
  const found = await openHttp({ allowHttp: true }).get('http://127.0.0.1:9/', {}, limits);
  expect(found).toEqual({ kind: 'problem', reason: 'unreachable', detail: 'ECONNREFUSED' });
});

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import EndpointsFetch from '../../src/cli/commands/endpoints/fetch.js';
import { formatMessage } from '../../src/messages/format.js';
import { runCommand } from './run-command.js';

// What is refused before anything is sent: nobody listens at these addresses.

const token = 'tok.SECRET-0123456789';
const here = ['--url', 'http://127.0.0.1:9', '--allow-http'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuanthu-fetch-'));
  vi.stubEnv('TOKEN', token);
  vi.stubEnv('TOKEN_NO', '');
  vi.stubEnv('TOKEN_TWO', `${token}\r\nX-Other: 1`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** Exit code and everything that is said, in English. */
async function refused(...args: readonly string[]): Promise<{ exit: unknown; said: string }> {
  const { exit, stdout, stderr, error } = await runCommand(
    EndpointsFetch,
    ...args,
    '--out',
    join(folder, 'out'),
  );
  const messages = error ? [error.report, ...error.hints] : [];
  const said = messages.map((message) => formatMessage(message, 'en')).join('\n');
  return { exit, said: stdout + stderr + said };
}

test.each([
  ['no place for the token', [...here], '--token-env'],
  ['a variable without a value', [...here, '--token-env', 'TOKEN_NO'], 'TOKEN_NO'],
  ['a variable with a line break', [...here, '--token-env', 'TOKEN_TWO'], 'TOKEN_TWO'],
  ['a file that isn’t there', [...here, '--token-file', '/no/such/token'], 'ENOENT'],
  ['a folder as file', [...here, '--token-file', '/'], 'EISDIR'],
  ['http without the flag', ['--url', 'http://h.example', '--token-env', 'TOKEN'], '--allow-http'],
  ['no address', ['--url', 'wazuh', '--token-env', 'TOKEN'], 'https'],
  ['a file as address', ['--url', 'file:///etc/passwd', '--token-env', 'TOKEN'], 'https'],
  [
    'the token’s own header',
    [...here, '--token-env', 'TOKEN', '--header', 'authorization=TOKEN'],
    'authorization',
  ],
  ['a header of the protocol', [...here, '--token-env', 'TOKEN', '--header', 'Host=TOKEN'], 'Host'],
])('%s: exit 2', async (_name, args, says) => {
  const { exit, said } = await refused('wazuh-agents', ...args);
  expect(exit).toBe(2);
  expect(said).toContain(says);
  expect(said).not.toContain(token);
});

test.each([
  ['one without an API', 'dhcp-leases'],
  ['one that isn’t known', 'wazuh-agent'],
])('a source: %s', async (_name, source) => {
  const { exit, said } = await refused(source, ...here, '--token-env', 'TOKEN');
  expect(exit).toBe(2);
  expect(said).toContain('wazuh-agents');
});

test.each([
  ['in the address', ['--url', `https://me:${token}@h.example`]],
  ['in its parameters', ['--url', `https://h.example?key=${token}`]],
  ['as a header’s value', ['--url', 'https://h.example', '--header', `X-A=${token}`]],
])('a secret typed %s isn’t repeated', async (_name, args) => {
  const { exit, said } = await refused('wazuh-agents', ...args, '--token-env', 'TOKEN');
  expect(exit).toBe(2);
  expect(said).not.toContain(token);
});

test.skipIf(process.platform === 'win32').each([
  ['644', 0o644],
  ['640', 0o640],
  ['604', 0o604],
  ['660', 0o660],
])('a token file of mode %s (Windows has no such mode)', async (_name, mode) => {
  const path = join(folder, 'token');
  await writeFile(path, token);
  await chmod(path, mode);
  const { exit, said } = await refused('wazuh-agents', ...here, '--token-file', path);
  expect(exit).toBe(2);
  expect(said).toContain(`chmod 600 ${path}`);
  expect(said).not.toContain(token);
});

test('a file that holds more than a token', async () => {
  const path = join(folder, 'two');
  await writeFile(path, `Bearer ${token}`, { mode: 0o600 });
  const { exit, said } = await refused('wazuh-agents', ...here, '--token-file', path);
  expect(exit).toBe(2);
  expect(said).not.toContain(token);
});

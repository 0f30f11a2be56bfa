import { expect, test, vi } from 'vitest';
import SourcesTest from '../../src/cli/commands/sources/test.js';
import { runCommand } from './run-command.js';

// The cases of the product pass; here one of them expects something else, and another source has none.

vi.mock('../../src/cli/sources/find-sources.js', async (original) => {
  const module = await original<typeof import('../../src/cli/sources/find-sources.js')>();
  return {
    ...module,
    sourcesIn: async () => {
      const read = await module.sourcesIn(undefined);
      const cases = read.cases
        .filter(({ source }) => source === 'fleet-hosts')
        .map((file) => ({
          ...file,
          cases: file.cases.map((each) => ({ ...each, expect: { rows_read: 99, machines: [] } })),
        }));
      return { ...read, cases };
    },
  };
});

test('a failing case: what was expected and found, where it stands, exit 2', async () => {
  const { exit, stdout } = await runCommand(SourcesTest, 'fleet-hosts');
  expect(exit).toBe(2);
  expect(stdout).toContain('rules/sources/fleet-hosts.cases.yaml:4');
  expect(stdout).toContain('rows_read: expected 99, found 4');
  expect(stdout).toMatch(/^fleet-hosts: 0\/\d+ cases pass$/m);
});

test('no case at all has shown nothing: exit 4', async () => {
  const { exit } = await runCommand(SourcesTest, 'normalised');
  expect(exit).toBe(4);
});

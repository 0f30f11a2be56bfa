import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expectShown } from '../support/shown-output.js';

/** Each README shows real output: its lines stand in what the program prints, in this order; `…` stands for lines left out. */
const block = /<!-- checked: (?<command>.+?) -->\n```text\n(?<shown>[\s\S]+?)\n```/g;

const shownOutputs = ['README.md', 'README.vi.md'].flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(block)].map((match) => ({
    file,
    command: match.groups?.['command'] ?? '',
    shown: match.groups?.['shown'] ?? '',
  })),
);

test('both READMEs show output', () => {
  expect(new Set(shownOutputs.map(({ file }) => file)).size).toBe(2);
});

test.each(shownOutputs)('$file: $command', ({ command, shown }) => {
  const printed = execFileSync('node', ['dist/bin.js', ...command.split(' ')], {
    encoding: 'utf8',
  });
  expectShown(shown, printed);
});

import { defineConfig } from 'vitest/config';

// One project a kind of test; `npm test` runs all of them.
const kinds = ['unit', 'packs', 'command', 'cli', 'reports', 'golden', 'property'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // By default one core is left idle; most of the time goes into processes that the tests start.
    maxWorkers: '100%',
    disableConsoleIntercept: true,
    // `.ci/run` counts the tests in the report.
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: 'test-results/report.json' }]]
      : ['default'],
    projects: kinds.map((kind) => ({
      extends: true,
      test: { name: kind, include: [`test/${kind}/**/*.test.ts`] },
    })),
  },
});

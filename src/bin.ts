#!/usr/bin/env node
import { run } from '@oclif/core/run';
import { settings } from '@oclif/core/settings';
import { arrangeArguments } from './cli/arguments.js';
import { reportFailure } from './cli/errors.js';
import { languageProblem } from './cli/language.js';
import type { ExitCode } from './domain/diagnostic.js';
import { commandLine } from './platform/environment.js';
import { ignoreClosedPipes, onUncaught, setExitCode } from './platform/output.js';
import { exitOnInterrupt } from './platform/signals.js';

// The compiled program runs itself; without this, oclif looks for a TypeScript runner at every start.
settings.enableAutoTranspile = false;

const typed = commandLine();
ignoreClosedPipes();
exitOnInterrupt();
onUncaught((error) => reportFailure(error, typed));

try {
  const problem = languageProblem(typed);
  if (problem) throw problem;
  // Our commands return their exit code; help, version and plugins' commands return nothing.
  const code = (await run(arrangeArguments(typed), import.meta.url)) as ExitCode | undefined;
  setExitCode(code ?? 0);
} catch (error) {
  setExitCode(await reportFailure(error, typed));
}

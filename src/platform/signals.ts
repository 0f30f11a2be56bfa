import { exitCode } from '../domain/diagnostic.js';

/** Undoes something half made: removes a temporary file, clears a line. */
export type Cleanup = () => void | Promise<void>;

/** How long cleanups may take together before the process ends anyway. */
const cleanupMilliseconds = 2000;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const cleanups = new Set<Cleanup>();
let watching = false;

/** From now on Ctrl-C and the other requests to stop end the process with 130, after the cleanups. */
export function exitOnInterrupt(): void {
  if (watching) return;
  watching = true;
  for (const signal of signals) process.once(signal, interrupted);
}

/** Runs `cleanup` if the program is interrupted; newest first. Call the returned function when it's no longer needed. */
export function onInterrupt(cleanup: Cleanup): () => void {
  exitOnInterrupt();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

function interrupted(): void {
  const end = (): never => process.exit(exitCode.interrupted);
  for (const signal of signals) process.once(signal, end);
  setTimeout(end, cleanupMilliseconds);
  const all = [...cleanups].reverse().map(async (cleanup) => cleanup());
  Promise.allSettled(all).then(end, end);
}

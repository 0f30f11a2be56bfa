import { exitCode } from '../domain/diagnostic.js';

/** Undoes something half made: removes a temporary file, clears a line. */
export type Cleanup = () => void | Promise<void>;

/** How long cleanups may take together before the process ends anyway. */
const cleanupMilliseconds = 2000;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Between the two rounds of cleaning up: what was under way when the first came has begun or ended by then. */
const settleMilliseconds = 50;

const cleanups = new Set<Cleanup>();
let watching = false;
let stopping = false;

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

/** Resolves at once; never once the program is being interrupted. To be awaited before something new is begun. */
export function unlessInterrupted(): Promise<void> {
  return stopping ? new Promise(() => undefined) : Promise.resolve();
}

function interrupted(): void {
  stopping = true;
  const end = (): never => process.exit(exitCode.interrupted);
  for (const signal of signals) process.once(signal, end);
  setTimeout(end, cleanupMilliseconds);
  const cleanUp = () =>
    Promise.allSettled([...cleanups].reverse().map(async (cleanup) => cleanup()));
  // A file that was being opened during the first round is there in the second.
  cleanUp()
    .then(() => new Promise((resolve) => setTimeout(resolve, settleMilliseconds)))
    .then(cleanUp)
    .then(end, end);
}

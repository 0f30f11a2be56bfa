import type { ExitCode } from '../domain/diagnostic.js';
import type { OutputStream } from './environment.js';

/**
 * Writes and waits until the data has left this process, so that nothing is cut when it ends. A reader that went away
 * (`| head`) is no error: the rest is dropped. Rejects with the system's error otherwise, such as a full disk.
 */
export function write(stream: OutputStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process[stream].write(data, 'utf8', (error) => {
      if (error && !isClosedPipe(error)) reject(error);
      else resolve();
    });
  });
}

/** Keeps a closed pipe from ending the program with a stack trace. Once, at the start. */
export function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (!isClosedPipe(error)) throw error;
    });
  }
}

/** The code with which the process ends by itself; ending it by force would cut what is still being written. */
export function setExitCode(code: ExitCode): void {
  process.exitCode = code;
}

/** Calls `report` for an error that nothing caught, then ends the process: its state can't be trusted any more. */
export function onUncaught(report: (error: unknown) => Promise<ExitCode>): void {
  const end = (error: unknown): void => {
    report(error).then(
      (code) => process.exit(code),
      () => process.exit(1),
    );
  };
  process.once('uncaughtException', end);
  process.once('unhandledRejection', end);
}

function isClosedPipe(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

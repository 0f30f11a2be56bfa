import { setTimeout as wait } from 'node:timers/promises';

/** Lets the given milliseconds pass. */
export async function sleep(milliseconds: number): Promise<void> {
  await wait(milliseconds);
}

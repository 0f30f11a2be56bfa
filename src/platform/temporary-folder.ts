import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterrupt } from './signals.js';

/** A new folder of our own below the system's temporary one; removed by `remove`, and when the program is interrupted. */
export async function temporaryFolder(): Promise<{
  readonly path: string;
  remove(): Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'tuanthu-'));
  const remove = () => rm(path, { recursive: true, force: true });
  const forget = onInterrupt(remove);
  return {
    path,
    async remove() {
      forget();
      await remove();
    },
  };
}

import type { ServiceState } from '../traces.js';

/** No machine has more units; what follows isn't looked at. */
const maxUnits = 10_000;

const activeStates: Readonly<Record<string, boolean>> = {
  active: true,
  reloading: true,
  inactive: false,
  failed: false,
};

/**
 * The units of `systemctl show` (blocks of `Name=value`) and of `systemctl list-unit-files` (`name state preset`) that
 * aren't among them: those are installed and not started. A unit that something else only names (`not-found`) is none.
 */
export function systemdUnits(shown: string, files: string): readonly ServiceState[] {
  const units = shown.split(/\n{2,}/, maxUnits).flatMap((block): ServiceState[] => {
    const values = new Map(
      block.split('\n').map((line) => {
        const at = line.indexOf('=');
        return [line.slice(0, at), line.slice(at + 1)] as const;
      }),
    );
    const id = values.get('Id');
    const load = values.get('LoadState');
    if (id === undefined || load === undefined || !['loaded', 'masked'].includes(load)) return [];
    // A job that ran once and left is active too: nothing of it runs any more.
    const hasLeft = ['exited', 'elapsed'].includes(values.get('SubState') ?? '');
    const active = activeStates[values.get('ActiveState') ?? ''];
    return [{ name: id, running: active === true && hasLeft ? undefined : active }];
  });
  const known = new Set(units.map(({ name }) => name));
  const others = files
    .split('\n', maxUnits)
    .map((line) => line.trim().split(/\s+/)[0] ?? '')
    .filter((name) => /^[\w@.:\\-]+\.(?:service|timer)$/.test(name) && !known.has(name));
  return [...units, ...others.map((name) => ({ name, running: false }))];
}

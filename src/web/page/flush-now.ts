import { options } from 'preact';

/** Runs a change of state and draws what it changes before returning, as printing needs. */
export function flushNow(change: () => void): void {
  const usual = options.debounceRendering;
  options.debounceRendering = (draw) => draw();
  try {
    change();
  } finally {
    if (usual) options.debounceRendering = usual;
    else delete options.debounceRendering;
  }
}

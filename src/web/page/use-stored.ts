import { useState } from 'preact/hooks';

/**
 * A choice that the browser remembers between visits, where it lets a file do so; `null` = not chosen. A stored value that
 * isn't `allowed` counts as not chosen.
 */
export function useStored<Value extends string>(
  name: string,
  allowed: readonly Value[],
): readonly [Value | null, (value: Value | null) => void] {
  const key = `tuanthu.${name}`;
  const [value, setValue] = useState<Value | null>(
    () => allowed.find((each) => each === readStored(key)) ?? null,
  );
  const choose = (next: Value | null) => {
    setValue(next);
    writeStored(key, next);
  };
  return [value, choose];
}

// Browsers refuse storage to some files and private windows by throwing; the page then forgets, and works.
function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {}
}

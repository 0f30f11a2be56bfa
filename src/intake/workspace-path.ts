/** A path as people write it, in our form: `/` between steps, no `./` or doubled or final slash, NFC. */
export function plainPath(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .filter((step, i) => step !== '.' && (step !== '' || i === 0))
    .join('/');
}

/** The path in our form when it stays below the folder that it is relative to; undefined when it leaves it or is empty. */
export function pathInside(text: string): string | undefined {
  const path = plainPath(text);
  const steps = path.split('/');
  const leaves = steps.includes('..') || steps[0] === '' || /^[a-z]:/i.test(path);
  return leaves ? undefined : path;
}

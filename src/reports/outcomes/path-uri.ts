/**
 * A path as people type it, as a URI reference: relative paths stay relative, absolute ones get the `file` scheme (a drive
 * letter is one). Backslashes count as slashes; whatever a URI can't hold is percent-encoded in UTF-8.
 */
export function pathUri(path: string): string {
  const slashed = Buffer.from(path).toString().replaceAll('\\', '/');
  const drive = /^[A-Za-z]:\//.exec(slashed)?.[0] ?? '';
  const encoded = slashed
    .slice(drive.length)
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent))
    .join('/');
  if (drive !== '') return `file:///${drive}${encoded}`;
  if (encoded.startsWith('//')) return `file:${encoded}`;
  return encoded.startsWith('/') ? `file://${encoded}` : encoded;
}

function percent(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
}

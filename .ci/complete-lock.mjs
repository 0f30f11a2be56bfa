// Adds to package-lock.json the optional packages for other platforms that the registry in use doesn't offer. `npm ci`
// refuses a lock without them, although it never installs them here. Run it after `npm install`; it changes nothing when
// the lock is complete. The entries have no digest, because nobody here has seen the packages.
import { readFileSync, writeFileSync } from 'node:fs';

const path = 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8'));

const systems = new Set(
  'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(' '),
);
const processors = new Set('arm arm64 ia32 loong64 ppc64 riscv64 s390x wasm32 x64'.split(' '));

/** What a platform package's name says of its platform, so that npm knows not to install it elsewhere. */
function platform(name) {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => systems.has(word));
  const cpu = words.filter((word) => processors.has(word));
  const musl = words.some((word) => word.startsWith('musl'));
  if (os.length + cpu.length === 0) throw new Error(`${name}: no platform in its name`);
  return { ...(cpu[0] && { cpu }), ...(musl && { libc: ['musl'] }), ...(os[0] && { os }) };
}

for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place]) continue;
    const group = parent.dev ? { dev: true } : {};
    lock.packages[place] = { version, ...group, optional: true, ...platform(name) };
    process.stdout.write(`${place}\n`);
  }
}
const [root, ...others] = Object.entries(lock.packages);
lock.packages = Object.fromEntries([root, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))]);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);

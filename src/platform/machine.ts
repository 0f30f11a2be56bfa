import { execFile } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import type {
  CommandFailure,
  CommandResult,
  Machine,
  MachineCommand,
  MachinePlatform,
  RawIdentity,
} from '../domain/machine.js';

/** Longest that one question to the system's library may take. */
const identityMilliseconds = 30_000;

/** What one command may take. */
export interface CommandLimits {
  readonly milliseconds: number;
  readonly outputBytes: number;
}

/**
 * PowerShell alone needs several seconds on an old, busy computer. No command here prints more than some hundred
 * kilobytes: beyond the limit it isn't the tool that was meant.
 */
const usualLimits: CommandLimits = { milliseconds: 30_000, outputBytes: 8 * 1024 * 1024 };

/** Tools for administrators lie where an ordinary user's search path doesn't look. */
const systemFolders = [
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/sbin',
  '/sbin',
  '/usr/bin',
  '/bin',
];

const platforms: Readonly<Partial<Record<NodeJS.Platform, MachinePlatform>>> = {
  win32: 'windows',
  linux: 'linux',
  darwin: 'macos',
};

/** The computer that the program runs on. */
export function thisMachine(limits: CommandLimits = usualLimits): Machine {
  return {
    platform: platforms[process.platform] ?? 'other',
    isRoot: process.getuid ? process.getuid() === 0 : undefined,
    run: (command) => run(command, limits),
    identity,
    processNames,
  };
}

async function run(
  { tool, args, answers = [] }: MachineCommand,
  limits: CommandLimits,
): Promise<CommandResult> {
  const program = await locate(tool);
  if (typeof program !== 'string') return { ok: false, why: program.why };
  return new Promise((resolve) => {
    execFile(
      program,
      [...args],
      {
        env: environment(),
        timeout: limits.milliseconds,
        // A tool that hangs may ignore the polite request.
        killSignal: 'SIGKILL',
        maxBuffer: limits.outputBytes,
        encoding: 'utf8',
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        const code = error?.code as number | string | undefined;
        if (!error || (typeof code === 'number' && answers.includes(code))) {
          resolve({ ok: true, stdout });
        } else {
          resolve({ ok: false, why: whyFailed(code, error.killed === true, stderr) });
        }
      },
    ).stdin?.end();
  });
}

/**
 * The tool's path. Looked for here, not by the system: that takes a folder of the search path which it may not enter for
 * a tool that it may not run.
 */
async function locate(tool: string): Promise<string | { readonly why: CommandFailure }> {
  if (tool === 'powershell') {
    const root = process.env['SystemRoot'] ?? 'C:\\Windows';
    return join(root, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  }
  if (isAbsolute(tool)) return tool;
  let isForbidden = false;
  for (const folder of searchPath()) {
    const path = join(folder, tool);
    try {
      await access(path, constants.X_OK);
      return path;
    } catch {
      // Not there, or there and not for this user: the next folder may have it.
      isForbidden ||= (await stat(path).catch(() => undefined))?.isFile() === true;
    }
  }
  return { why: isForbidden ? 'no_permission' : 'missing' };
}

function whyFailed(
  code: number | string | undefined,
  killed: boolean,
  stderr: string,
): CommandFailure {
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'too_large';
  if (killed) return 'timed_out';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EACCES' || code === 'EPERM') return 'no_permission';
  return needsRights.test(stderr) ? 'no_permission' : 'failed';
}

/** How tools under `LC_ALL=C` say that they want an administrator; PowerShell's words are localised and aren't read. */
const needsRights =
  /permission denied|operation not permitted|must be root|be root to|root privileges|superuser|authorization failed|not authorized|requires? (?:root|sudo|elevat)|run (?:it |this )?(?:as root|with sudo)/i;

function searchPath(): readonly string[] {
  const own = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  return process.platform === 'win32' ? own : [...own, ...systemFolders];
}

function environment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env;
  return { ...process.env, LC_ALL: 'C', LANGUAGE: 'C', PATH: searchPath().join(delimiter) };
}

async function identity(): Promise<RawIdentity> {
  const library = await import('systeminformation');
  const [os, system, uuid, chassis, interfaces] = await Promise.all([
    answer(() => library.osInfo()),
    answer(() => library.system()),
    answer(() => library.uuid()),
    answer(() => library.chassis()),
    answer(() => library.networkInterfaces()),
  ]);
  return {
    hostname: text(os?.hostname) || hostname(),
    fqdn: text(os?.fqdn),
    distro: text(os?.distro),
    release: text(os?.release),
    build: text(os?.build),
    manufacturer: text(system?.manufacturer),
    serial: text(system?.serial),
    hardwareUuid: text(system?.uuid) || text(uuid?.hardware),
    // On a Mac the library gives the hardware's UUID here once more.
    machineId: process.platform === 'darwin' ? '' : text(uuid?.os),
    virtual: system?.virtual === true,
    chassis: text(chassis?.type),
    interfaces: (Array.isArray(interfaces) ? interfaces : []).map((each) => ({
      mac: text(each.mac),
      virtual: each.virtual === true,
      internal: each.internal === true,
    })),
  };
}

async function processNames(): Promise<readonly string[]> {
  const library = await import('systeminformation');
  const all = await answer(() => library.processes());
  // Arguments, paths and users stand beside the names: they are left where they are.
  return (all?.list ?? []).map(({ name }) => text(name)).filter((name) => name !== '');
}

/** The library's answer; undefined when it takes too long or fails. */
async function answer<T>(ask: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), identityMilliseconds);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    // What isn't known stays unknown: the library's reasons differ from system to system and help nobody.
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The declarations of the library promise texts; at run time fields may be missing. */
function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

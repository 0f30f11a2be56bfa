/**
 * What collecting may ask of the computer that the program runs on. The command line passes an implementation, so that
 * tests can pass a made machine with recorded outputs.
 */
export interface Machine {
  readonly platform: MachinePlatform;
  /** Whether the program runs as root; undefined where that can't be told (Windows). */
  readonly isRoot: boolean | undefined;
  /** Runs one command without a shell. Never rejects: what went wrong is a value. */
  run(command: MachineCommand): Promise<CommandResult>;
  /** Who this machine is, as the system's library says it: empty texts are unknown. Never rejects. */
  identity(): Promise<RawIdentity>;
  /** Names of the running programs; no arguments, paths or users. Empty when they can't be listed. Never rejects. */
  processNames(): Promise<readonly string[]>;
}

export type MachinePlatform = 'windows' | 'linux' | 'macos' | 'other';

/** A command as a constant of the program: nothing that anybody typed or that another command printed is in it. */
export interface MachineCommand {
  /** The program's name or absolute path; for `powershell` the implementation knows the place. */
  readonly tool: string;
  readonly args: readonly string[];
  /** Exit codes whose output is an answer too; 0 always is. */
  readonly answers?: readonly number[];
}

/** Why a command gave no answer. `no_permission`: more rights would have helped. */
export type CommandFailure = 'missing' | 'timed_out' | 'no_permission' | 'too_large' | 'failed';

export type CommandResult =
  | { readonly ok: true; readonly stdout: string }
  | { readonly ok: false; readonly why: CommandFailure };

/** Identity as the system's library gives it, unchecked: any text may be empty or a manufacturer's placeholder. */
export interface RawIdentity {
  readonly hostname: string;
  readonly fqdn: string;
  /** Name and release of the operating system, such as `Debian GNU/Linux` and `12`. */
  readonly distro: string;
  readonly release: string;
  readonly build: string;
  readonly manufacturer: string;
  readonly serial: string;
  readonly hardwareUuid: string;
  /** MachineGuid of Windows, machine-id of Linux: the installation's, copied with disk images; empty elsewhere. */
  readonly machineId: string;
  /** Only `true` is a statement: without administrator rights a virtual machine may go unnoticed. */
  readonly virtual: boolean;
  readonly chassis: string;
  readonly interfaces: readonly RawInterface[];
}

export interface RawInterface {
  readonly mac: string;
  readonly virtual: boolean;
  readonly internal: boolean;
}

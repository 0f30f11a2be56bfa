/** The only reader of the process's arguments, environment variables and terminals. */

export type OutputStream = 'stdout' | 'stderr';

/** Every environment variable that the program looks at. */
export type VariableName = 'TUANTHU_LANG' | 'TUANTHU_DEBUG' | 'NO_COLOR' | 'FORCE_COLOR' | 'TERM';

/** What the person typed after the program's name. */
export function commandLine(): readonly string[] {
  return process.argv.slice(2);
}

/** The variable's value; undefined when it isn't set or is empty (NO_COLOR asks for that reading). */
export function variable(name: VariableName): string | undefined {
  return process.env[name] || undefined;
}

export function isTerminal(stream: OutputStream): boolean {
  return process[stream].isTTY === true;
}

/** Columns of the stream's terminal, at least 40; 80 when it isn't a terminal or doesn't tell. */
export function terminalWidth(stream: OutputStream = 'stdout'): number {
  const columns = isTerminal(stream) ? process[stream].columns : 0;
  return columns > 0 ? Math.max(columns, 40) : 80;
}

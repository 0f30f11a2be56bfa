import type { CommandFailure, CommandResult, MachineCommand } from '../../domain/machine.js';
import { field, flag, type JsonObject, objectOf, objectsOf, parseJson } from '../plain-json.js';
import type { Reason } from '../record.js';

/**
 * A question to PowerShell that is answered in JSON, errors included: their text is in the language of the computer, so
 * that only the category and the id, which aren't, are asked for. `expression` is a constant of the program.
 */
export function powershell(expression: string): MachineCommand {
  const script = [
    'try{[Console]::OutputEncoding=[Text.Encoding]::UTF8}catch{}',
    "$ErrorActionPreference='Stop'",
    "$ProgressPreference='SilentlyContinue'",
    `try{$r=@(${expression});ConvertTo-Json -Compress -Depth 4 -InputObject @{ok=$true;items=$r}}`,
    'catch{ConvertTo-Json -Compress -InputObject @{ok=$false;category=[string]$_.CategoryInfo.Category;id=[string]$_.FullyQualifiedErrorId}}',
  ].join('\n');
  return {
    tool: 'powershell',
    args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
  };
}

export type PowershellAnswer =
  | { readonly ok: true; readonly items: readonly JsonObject[] }
  | { readonly ok: false; readonly why: Reason };

/** The objects that a `powershell` question gave, in order; possibly none. Never throws. */
export function powershellItems(result: CommandResult): PowershellAnswer {
  if (!result.ok) return result;
  const answer = objectOf(parseJson(result.stdout));
  if (flag(field(answer, 'ok')) === true) {
    const items = field(answer, 'items');
    // PowerShell 5.1 sometimes wraps a list: {"value":[...],"Count":2}.
    const wrapped = objectOf(items);
    const list = wrapped && Array.isArray(wrapped['value']) ? wrapped['value'] : items;
    return Array.isArray(list)
      ? { ok: true, items: objectsOf(list) }
      : { ok: false, why: 'unreadable' };
  }
  if (!answer) return { ok: false, why: 'unreadable' };
  return { ok: false, why: whyRefused(answer) };
}

/** WMI's access denied; no such name space, class or command; everything else. */
function whyRefused(answer: JsonObject): CommandFailure {
  const about = `${field(answer, 'category')} ${field(answer, 'id')}`;
  if (/PermissionDenied|SecurityError|80041003|80070005|UnauthorizedAccess/i.test(about)) {
    return 'no_permission';
  }
  return /8004100e|80041010|CommandNotFound|ObjectNotFound/i.test(about) ? 'missing' : 'failed';
}

import type { ParsedDocument } from '../documents/document.js';
import type { Diagnostic, DiagnosticSeverity } from '../domain/diagnostic.js';
import type { Message } from '../domain/text.js';

/** A diagnostic whose code is its message's key, without a place inside the file. `hint` undefined = none. */
export function fileRemark(
  severity: DiagnosticSeverity,
  file: string,
  message: Message,
  hint: Message | undefined,
): Diagnostic {
  return { code: message.key, severity, message, ...(hint && { hint }), file };
}

/** A diagnostic on the value at a JSON Pointer of a document, with its line and column. */
export function remarkAt(
  document: ParsedDocument,
  pointer: string,
  severity: DiagnosticSeverity,
  message: Message,
  hint: Message | undefined,
): Diagnostic {
  const remark = fileRemark(severity, document.path, message, hint);
  return { ...remark, ...document.locate(pointer), pointer };
}

/** Whether something among the diagnostics can't be used. */
export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** `path:line` of a value, for naming a second place inside a message. */
export function placeText(document: ParsedDocument, pointer: string): string {
  return `${document.path}:${document.locate(pointer).line}`;
}

/** A value as a message shows it: JSON, on one line, cut at 60 characters. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'undefined';
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

/** One step of a JSON Pointer, RFC 6901 §3. */
export function pointerStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

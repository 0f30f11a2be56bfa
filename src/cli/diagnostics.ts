import type { Diagnostic, DiagnosticSeverity } from '../domain/diagnostic.js';
import type { Language } from '../domain/text.js';
import { formatMessage, text } from '../messages/format.js';
import { type Styles, safe, show } from './print.js';

/** A diagnostic as `--json` gives it: texts in the chosen language, absent parts null. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: DiagnosticSeverity;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly pointer: string | null;
  readonly hint: string | null;
}

export function diagnosticJson(diagnostic: Diagnostic, language: Language): DiagnosticJson {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: formatMessage(diagnostic.message, language),
    file: diagnostic.file ?? null,
    line: diagnostic.line ?? null,
    column: diagnostic.column ?? null,
    pointer: diagnostic.pointer ?? null,
    hint: diagnostic.hint ? formatMessage(diagnostic.hint, language) : null,
  };
}

/**
 * A diagnostic for people: `file:line:column  message`, then what to do, indented. The severity's word stands before
 * the message unless it is a located error. No line break at the end.
 */
export function diagnosticText(diagnostic: Diagnostic, language: Language, styles: Styles): string {
  const { severity, hint } = diagnostic;
  const place = placeOf(diagnostic);
  const mark = { error: styles.bad, warning: styles.caution, info: styles.faint }[severity];
  const word = mark(`${text(`word.${severity}`, language)}:`);
  const found = show(diagnostic.message, language);
  const line =
    place === undefined
      ? `${word} ${found}`
      : `${styles.strong(place)}  ${severity === 'error' ? '' : `${word} `}${found}`;
  return hint === undefined ? line : `${line}\n    ${hintText(show(hint, language), language)}`;
}

/** A line that says what to do. */
export function hintText(hint: string, language: Language): string {
  return `${text('word.try', language)}: ${hint}`;
}

function placeOf({ file, line, column, pointer }: Diagnostic): string | undefined {
  if (file === undefined) return pointer === undefined ? undefined : safe(pointer);
  if (line === undefined) return safe(pointer ? `${file}#${pointer}` : file);
  return safe(column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`);
}

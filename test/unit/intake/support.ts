import { declarationsById } from '../../../src/conditions/declarations.js';
import { loadSchemas } from '../../../src/documents/schemas.js';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import type { FactDeclaration } from '../../../src/domain/facts.js';
import { FileProblem, type FileProblemReason, type Files } from '../../../src/domain/files.js';
import { openFolder } from '../../../src/platform/files.js';

/** The published schemas. */
export const schemas = await loadSchemas(
  openFolder(new URL('../../../', import.meta.url)),
  'schemas',
);

/** A file's content, or the reason why reading it fails. */
export type Content = string | Uint8Array | { readonly fails: FileProblemReason };

/** Files in memory, by path. `failing` folders can't be listed; a reason given for a file fails its reading. */
export function memoryFiles(
  contents: Readonly<Record<string, Content>>,
  failing: Readonly<Record<string, FileProblemReason | Error>> = {},
): Files {
  const bytesOf = (path: string): Uint8Array => {
    const content = contents[path];
    if (content === undefined) throw new FileProblem(path, 'missing');
    if (typeof content === 'string') return new TextEncoder().encode(content);
    if (content instanceof Uint8Array) return content;
    throw new FileProblem(path, content.fails);
  };
  return {
    async list(folder) {
      const failure = failing[folder];
      if (failure instanceof Error) throw failure;
      if (failure !== undefined) throw new FileProblem(folder, failure);
      const below = Object.keys(contents)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).split('/'));
      if (below.length === 0) return undefined;
      const names = (deep: boolean): string[] => [
        ...new Set(below.filter((steps) => steps.length > 1 === deep).map(([name = '']) => name)),
      ];
      return { folders: names(true).sort(), files: names(false).sort() };
    },
    async read(path, maxBytes) {
      const bytes = bytesOf(path);
      if (bytes.byteLength > maxBytes) throw new FileProblem(path, 'too_large');
      return bytes;
    },
    async digest(path) {
      const bytes = bytesOf(path);
      return { sha256: 'f'.repeat(64), bytes: bytes.byteLength, head: new Uint8Array() };
    },
    nativePath: (path) => path,
  };
}

const question = { vi: 'Câu hỏi?', en: 'Question?' };
const label = { vi: 'nhãn', en: 'label' };

/** One fact of each kind. */
export const declarations = declarationsById([
  { id: 'has_user_accounts', type: 'bool', question },
  { id: 'basic_data_subjects', type: 'int', min: 0, question },
  { id: 'risk_assessed_level', type: 'int', min: 1, max: 5, nullable: true, question },
  {
    id: 'harm_rights',
    type: 'enum',
    question,
    values: ['none', 'harm'].map((value) => ({ value, label })),
  },
  {
    id: 'system_types',
    type: 'set',
    question,
    values: ['internal', 'other'].map((value) => ({ value, label })),
  },
  { id: 'line_items', type: 'set', itemType: 'int', question },
] satisfies FactDeclaration[]);

/** What a table of cases compares: `code line severity`, and the hint's key behind `→`. */
export function brief({ code, line, severity, hint }: Diagnostic): string {
  return `${code} ${line ?? '-'} ${severity}${hint ? ` → ${hint.key}` : ''}`;
}

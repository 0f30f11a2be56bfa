import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { show } from '../print.js';
import { paragraph } from '../table.js';
import type { MappingDraft } from './draft-mapping.js';

/** Where a draft went: the file, the workspace it lies in, the export that it was made from. */
export interface DraftPlace {
  readonly path: string;
  readonly workspace: string | undefined;
  readonly file: string;
}

/** What was drafted and what to do next: lines to edit, then look, then audit. */
export function draftReport(
  { draft, edit }: MappingDraft,
  { path, workspace, file }: DraftPlace,
  language: Language,
  width: number,
): string {
  const count = (is: string) => draft.columns.filter((column) => column.is === is).length;
  const command = `tuanthu endpoints inspect ${file} --workspace ${workspace ?? '.'}`;
  return [
    message('endpoints_map.written', {
      path,
      id: draft.id,
      read: count('read'),
      doubtful: count('doubtful'),
      unread: draft.unread.length + draft.ignored.length,
    }),
    edit.length === 0
      ? message('endpoints_map.edit_none', { path })
      : message('endpoints_map.edit', { count: edit.length, path, lines: edit.join(', ') }),
    ...(workspace === undefined ? [message('endpoints_map.next_place', { path })] : []),
    message('endpoints_map.next_inspect', { command }),
    message('endpoints_map.next_audit', { workspace: workspace ?? '.' }),
  ]
    .map((line) => paragraph(show(line, language), width, '  ', ''))
    .join('\n');
}

/** The draft for `--json`; `path` null: it was only printed. */
export function draftJson({ draft, text, edit }: MappingDraft, path: string | null) {
  return {
    id: draft.id,
    path,
    edit_lines: edit,
    columns: draft.columns.map(({ header, fact, is, words }) => ({
      header,
      fact,
      read: is === 'read',
      words: words ?? null,
    })),
    ignored: draft.ignored,
    not_used: draft.unread,
    yaml: text,
  };
}

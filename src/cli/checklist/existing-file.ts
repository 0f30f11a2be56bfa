import type { IsoDate } from '../../domain/dates.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import type { Message } from '../../domain/text.js';
import { checklistFileName, hasOwnComments } from '../../intake/checklists/checklist-text.js';
import type { FoundForm } from '../../intake/checklists/find-forms.js';
import type { GivenAnswer } from '../../intake/checklists/given-answer.js';
import { checklistsFolder } from '../../intake/folder-names.js';
import { readDocumentFile } from '../../intake/read-file.js';
import { message } from '../../messages/catalogue.js';
import type { ChecklistAgency, OpenChecklists } from './open-checklists.js';
import { ownReading } from './own-reading.js';

/** The checklist that an import goes into: as it is, or where it will be. */
export interface ExistingFile {
  /** Within the workspace. */
  readonly path: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly answers: readonly GivenAnswer[];
  readonly defaults: { readonly assessor: string; readonly date: IsoDate } | undefined;
  /** The file's answers are for another level or pack and give way. */
  readonly replaced: boolean;
}

/** Finds the checklist that a sheet belongs to; a remark when it must not be written over. */
export async function existingFile(
  form: FoundForm,
  agency: ChecklistAgency,
  world: OpenChecklists,
  force: boolean,
): Promise<ExistingFile | Diagnostic> {
  const { system, kind, pack, level } = form.identity;
  const folder = agency.folder === '' ? checklistsFolder : `${agency.folder}/${checklistsFolder}`;
  const unusable = (path: string, found: Message, hint: Message): Diagnostic => ({
    code: found.key,
    severity: 'error',
    message: found,
    hint,
    file: world.typed(path),
  });
  let reading: ReturnType<typeof ownReading>;
  try {
    reading = ownReading(world, agency, system, kind);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return unusable(folder, error.report, message('checklist_export.broken.hint'));
  }
  const path = reading?.document.path ?? `${folder}/${checklistFileName(system, kind)}`;
  const file = await readDocumentFile(world.files, path);
  if ('problem' in file) {
    if (!reading && file.problem.code === 'file.missing') {
      return { path, answers: [], defaults: undefined, replaced: false };
    }
    return { ...file.problem, file: world.typed(path) };
  }
  if (!reading?.checklist) {
    return unusable(
      path,
      message('checklist_import.not_ours', { path: world.typed(path) }),
      message('checklist_export.broken.hint'),
    );
  }
  const text = new TextDecoder().decode(file.bytes);
  const { checklist, defaults } = reading;
  const other = checklist.level !== level || checklist.pack !== pack;
  if (other && !force) {
    return unusable(
      path,
      message('checklist_import.other_level', {
        pack: checklist.pack,
        level: checklist.level,
        count: checklist.answers.length,
      }),
      message('checklist_import.other_level.hint'),
    );
  }
  if (hasOwnComments(text) && !force) {
    return unusable(
      path,
      message('checklist_import.comments'),
      message('checklist_import.comments.hint'),
    );
  }
  return {
    path,
    text,
    bytes: file.bytes,
    answers: other ? [] : checklist.answers,
    defaults,
    replaced: other,
  };
}

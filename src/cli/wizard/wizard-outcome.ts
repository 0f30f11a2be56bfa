import type { IsoDate } from '../../domain/dates.js';
import { AppError, type Diagnostic, type ExitCode, exitCode } from '../../domain/diagnostic.js';
import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import { canAsk, Interrupted, openPrompts } from '../../platform/prompts.js';
import { replaceFile } from '../../platform/replace-file.js';
import type { SystemClassification } from '../../systems/system-classification.js';
import type { Outcome } from '../base-command.js';
import { diagnosticJson } from '../diagnostics.js';
import { combineExits } from '../exit.js';
import { show } from '../print.js';
import { entryText } from './entry.js';
import { runWizard, type WizardResult } from './run-wizard.js';
import { findTarget, type WizardTarget } from './wizard-target.js';

export interface WizardOptions {
  readonly path: string;
  /** Id of the system that is asked about again; undefined = a new one. */
  readonly system: string | undefined;
  readonly pack: string | undefined;
  readonly asOf: IsoDate;
  readonly language: Language;
  readonly width: number;
  readonly noFail: boolean | undefined;
}

/**
 * `tuanthu classify --ask`: the conversation at the terminal, then the change of the inventory that was confirmed. Answers
 * are never lost to a file that can't be written: then the entry is printed, with exit code 2. Throws `AppError`: exit 2
 * without a terminal or for a path that can't be used, exit 130 when the person leaves.
 */
export async function wizardOutcome(options: WizardOptions): Promise<Outcome> {
  if (!canAsk()) {
    throw new AppError({
      message: message('wizard.no_terminal'),
      hints: [message('wizard.no_terminal.open'), message('wizard.no_terminal.by_hand')],
    });
  }
  const { asOf, language, width } = options;
  const target = await findTarget(options);
  const prompts = openPrompts(language, text('wizard.interrupted', language));
  try {
    const result = await runWizard(target, asOf, { language, width }, prompts);
    return outcomeOf(options, target, result, await save(target, result));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    throw new AppError({ message: message('wizard.interrupted'), exit: exitCode.interrupted });
  } finally {
    prompts.close();
  }
}

/** Writes the confirmed change. What is in the way is the result, for the answers are still to be printed. */
async function save({ file }: WizardTarget, { edit }: WizardResult): Promise<AppError | undefined> {
  if (!file || !edit) return undefined;
  try {
    await replaceFile(file.place.path, file.place.bytes, edit.text);
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

function outcomeOf(
  { asOf, language, noFail }: WizardOptions,
  { file, pack }: WizardTarget,
  { entry, edit, unwritten, found }: WizardResult,
  failure: AppError | undefined,
): Outcome {
  const path = file?.place.shown ?? '';
  const { id } = entry;
  const isWritten = edit !== undefined && failure === undefined;
  const problem = failure
    ? errorOf(failure)
    : unwritten === 'impossible'
      ? cannotEdit(path)
      : undefined;
  const diagnostics = problem
    ? [problem]
    : unwritten === 'declined'
      ? [remark('wizard.not_written')]
      : [];
  return {
    result: {
      as_of: asOf,
      packs: [{ id: pack.id, version: pack.version, digest: pack.digest }],
      path: file ? path : null,
      written: isWritten,
      entry,
      classification: classificationJson(found),
      diagnostics: diagnostics.map((each) => diagnosticJson(each, language)),
    },
    text: () => {
      if (unwritten === 'unchanged')
        return show(message('wizard.unchanged', { id, path }), language);
      if (!isWritten) return entryText(entry);
      return [message('wizard.written', { id, path }), message('wizard.written.next', { path })]
        .map((said) => show(said, language))
        .join('\n');
    },
    exit: combineExits([problem ? exitCode.usage : exitCode.ok, exitOf(found)], noFail),
    diagnostics,
  };
}

/** As for `classify` without questions: no level is no result. */
function exitOf({ computedLevel }: SystemClassification): ExitCode {
  return computedLevel === null ? exitCode.inconclusive : exitCode.ok;
}

function classificationJson(found: SystemClassification) {
  return {
    level_status: found.status,
    computed_level: found.computedLevel,
    certainty: found.certainty,
    final: found.final,
    matched: [...new Set(found.matched.map((each) => each.id))],
    open: found.open.map(({ id, level, component, facts }) => {
      return { criterion: id, level, component, facts };
    }),
    advisories: found.advisories,
    flags: found.flags,
  };
}

function errorOf({ code, report, hints }: AppError): Diagnostic {
  const [hint] = hints;
  return { code, severity: 'error', message: report, ...(hint && { hint }) };
}

function cannotEdit(path: string): Diagnostic {
  const code = 'wizard.cannot_edit';
  return {
    code,
    severity: 'error',
    message: message(code, { path }),
    hint: message('wizard.cannot_edit.hint'),
  };
}

function remark(code: 'wizard.not_written'): Diagnostic {
  return { code, severity: 'warning', message: message(code) };
}

import type { Level } from '../../domain/rules.js';
import { type Message, nfc } from '../../domain/text.js';
import { type MessageKey, message } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import type { Prompts } from '../../platform/prompts.js';
import type { QuestionSession } from '../../systems/question-session.js';
import type { SystemClassification } from '../../systems/system-classification.js';
import { safe, show } from '../print.js';
import { type Entry, editInventory, type InventoryEdit, makeEntry } from './entry.js';
import type { Page } from './session-text.js';
import { isId, maxIdLength, suggestId } from './suggest-id.js';
import type { WizardTarget } from './wizard-target.js';

/** What the person has said besides the answers. */
export interface Said {
  readonly id: string;
  readonly name: string;
  /** The level to be declared; undefined = none, or the one that is there. */
  readonly declared: Level | undefined;
}

/** The entry, and what is to become of it. */
export interface Finished {
  readonly said: Said;
  readonly entry: Entry;
  /** The change that the person confirmed. */
  readonly edit: InventoryEdit | undefined;
  /** Why nothing is to be written: nobody wants it or no file is there; the file can't take it; it has it already. */
  readonly unwritten: 'declined' | 'impossible' | 'unchanged' | undefined;
}

/** What the steps after the questions work with. */
export interface Finishing {
  readonly target: WizardTarget;
  readonly session: QuestionSession;
  readonly found: SystemClassification;
  readonly page: Page;
  readonly prompts: Prompts;
}

type Step = (work: Finishing, said: Said) => Promise<Said | 'back'>;

/**
 * Asks for what an entry needs besides the answers, name and id of a new system and whether to declare the level, shows
 * what will be written and lets the person decide. Back from the first step gives back what was said until then.
 */
export async function finishEntry(
  work: Finishing,
  begun: Said,
): Promise<Finished | { readonly back: Said }> {
  const steps: readonly Step[] = [
    ...(work.target.system ? [] : [askName, askId]),
    ...(isToDeclare(work) ? [askDeclared] : []),
  ];
  // A level declared before other answers were given is out of date.
  let said: Said = { ...begun, declared: undefined };
  let place = 0;
  while (place >= 0) {
    const step = steps[place];
    if (step) {
      const next = await step(work, said);
      if (next !== 'back') said = next;
      place += next === 'back' ? -1 : 1;
    } else {
      const finished = await confirm(work, said);
      if (finished) return finished;
      place -= 1;
    }
  }
  return { back: said };
}

/** What is typed to go back where there is no menu. */
const backWord = '<';

async function askName({ page, prompts }: Finishing, said: Said): Promise<Said | 'back'> {
  const name = await prompts.type({
    message: text('wizard.name', page.language),
    initial: said.name === '' ? undefined : said.name,
    check: (typed) => (typed === '' ? text('wizard.name.bad', page.language) : undefined),
  });
  if (name === backWord) return 'back';
  // Another name asks for another id.
  return { ...said, name: nfc(name), id: nfc(name) === said.name ? said.id : '' };
}

async function askId(
  { target: { file, agency }, page, prompts }: Finishing,
  said: Said,
): Promise<Said | 'back'> {
  const taken = new Set(file?.inventory.systems.map((each) => each.id));
  const problem = (id: string): Message | undefined => {
    if (!isId(id)) return message('wizard.id.bad', { max: maxIdLength });
    return taken.has(id) ? message('wizard.id.taken', { id }) : undefined;
  };
  const id = await prompts.type({
    message: text('wizard.id', page.language),
    initial: said.id === '' ? suggestId(said.name, agency, taken) : said.id,
    check: (typed) => {
      const wrong = typed === backWord ? undefined : problem(typed);
      return wrong && show(wrong, page.language);
    },
  });
  return id === backWord ? 'back' : { ...said, id };
}

/** A level that isn't determined is not to be declared. */
function isToDeclare({ target, found }: Finishing): boolean {
  return found.computedLevel !== null && found.computedLevel !== target.system?.entry.declaredLevel;
}

async function askDeclared(work: Finishing, said: Said): Promise<Said | 'back'> {
  const level = work.found.computedLevel ?? undefined;
  const old = work.target.system?.entry.declaredLevel;
  const shown = { level: level ?? 0 };
  const question =
    old === undefined
      ? message('wizard.declare', shown)
      : message('wizard.declare.change', { ...shown, old });
  const answer = await choose(work, question, {
    yes: 'wizard.yes',
    no: 'wizard.no',
    back: 'wizard.back',
  });
  return answer === 'back' ? 'back' : { ...said, declared: answer === 'yes' ? level : undefined };
}

/** Undefined = back. */
async function confirm(work: Finishing, said: Said): Promise<Finished | undefined> {
  const { target, session, page, prompts } = work;
  const entry = makeEntry(target, session, said);
  const edit = editInventory(target, session, entry);
  const say = (key: MessageKey) => prompts.say(text(key, page.language));
  const finish = (unwritten: Finished['unwritten']): Finished => {
    return { said, entry, edit: unwritten ? undefined : edit, unwritten };
  };
  if (!target.file || !edit) {
    if (target.file) {
      const { shown } = target.file.place;
      await prompts.say(show(message('wizard.cannot_edit', { path: shown }), page.language));
    }
    const answer = await choose(work, message('wizard.confirm.print_only'), {
      print: 'wizard.confirm.do_print',
      back: 'wizard.back',
    });
    return answer === 'back' ? undefined : finish(target.file ? 'impossible' : 'declined');
  }
  const lines = edit.preview.map((line) => `    ${safe(line)}`);
  await say(lines.length > 0 ? 'wizard.preview' : 'wizard.preview.nothing');
  if (lines.length === 0) return finish('unchanged');
  await prompts.say(lines.join('\n'));
  const answer = await choose(work, message('wizard.confirm', { path: target.file.place.shown }), {
    write: 'wizard.confirm.write',
    print: 'wizard.confirm.print',
    back: 'wizard.back',
  });
  if (answer === 'back') return undefined;
  return finish(answer === 'write' ? undefined : 'declined');
}

function choose<Word extends string>(
  { page: { language }, prompts }: Finishing,
  question: Message,
  entries: Readonly<Record<Word, MessageKey>>,
): Promise<Word> {
  const words = Object.keys(entries) as Word[];
  return prompts.choose({
    message: show(question, language),
    choices: words.map((value) => ({ value, name: text(entries[value], language) })),
  });
}

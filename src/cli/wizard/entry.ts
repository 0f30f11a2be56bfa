import { appendItem, setMembers } from '../../documents/edit-document.js';
import { itemLines, memberLines, type Plain } from '../../documents/plain-text.js';
import type { Facts } from '../../domain/facts.js';
import type { Level } from '../../domain/rules.js';
import type { QuestionSession } from '../../systems/question-session.js';
import type { WizardTarget } from './wizard-target.js';

/** A system as the inventory has it, with what the wizard knows of it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly facts: Readonly<Record<string, Plain>>;
  readonly declared_level?: Level;
}

/** The facts after the session: answers in the order of the questions, behind those of the entry that were not asked. */
export function factsAfter({ asked, answers }: QuestionSession, before: Facts = {}): Facts {
  const kept = Object.entries(before).filter(([id]) => !asked.includes(id));
  const given = asked.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]]));
  return Object.fromEntries([...kept, ...given]);
}

/** The entry to be written. `declared`: the level to be declared; undefined = as it was. */
export function makeEntry(
  { system }: WizardTarget,
  session: QuestionSession,
  {
    id,
    name,
    declared,
  }: { readonly id: string; readonly name: string; readonly declared: Level | undefined },
): Entry {
  const level = declared ?? system?.entry.declaredLevel;
  return {
    id: system?.entry.id ?? id,
    name: system?.entry.name ?? name,
    facts: factsAfter(session, system?.entry.facts) as Entry['facts'],
    ...(level !== undefined && { declared_level: level }),
  };
}

/** The entry as YAML, to be put below `systems:`. Ends with a line break. */
export function entryText(entry: Entry): string {
  return `${itemLines({ ...entry }, 2).join('\n')}\n`;
}

/** A new version of the inventory's text, and what is new in it, for the person to look at. */
export interface InventoryEdit {
  readonly text: string;
  /** YAML lines; of a changed entry only what differs, marked by `-` and `+`. Empty when nothing does. */
  readonly preview: readonly string[];
}

/** Undefined when the file can't be changed without touching something else, or would not be valid. */
export function editInventory(
  { file, system }: WizardTarget,
  session: QuestionSession,
  entry: Entry,
): InventoryEdit | undefined {
  if (!file) return undefined;
  const text = system
    ? changed(file.text, system.index, session, entry)
    : appendItem(file.text, ['systems'], { ...entry });
  if (text === undefined || file.newErrors(text).length > 0) return undefined;
  return {
    text,
    preview: system ? differences(system.entry, entry) : itemLines({ ...entry }, 2),
  };
}

/** Facts that were not asked stay untouched, whatever they hold. */
function changed(
  text: string,
  index: number,
  { asked }: QuestionSession,
  { facts, declared_level }: Entry,
): string | undefined {
  const members = Object.fromEntries(asked.map((id) => [id, facts[id]]));
  const withFacts = setMembers(text, ['systems', index, 'facts'], members);
  if (withFacts === undefined || declared_level === undefined) return withFacts;
  return setMembers(withFacts, ['systems', index], { declared_level });
}

interface Before {
  readonly facts: Facts;
  readonly declaredLevel?: Level;
}

function differences(before: Before, after: Entry): readonly string[] {
  const level = (declared: Level | undefined): Record<string, Plain> =>
    declared === undefined ? {} : { declared_level: declared };
  const old = [
    ...memberLines(before.facts as Entry['facts'], 2),
    ...memberLines(level(before.declaredLevel), 0),
  ];
  const now = [...memberLines(after.facts, 2), ...memberLines(level(after.declared_level), 0)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

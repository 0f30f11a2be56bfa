import { type ConditionProblem, checkCondition } from '../../conditions/check.js';
import type { Condition } from '../../conditions/condition.js';
import type { Declarations } from '../../conditions/declarations.js';
import type { ParameterDeclaration } from '../../conditions/parameters.js';
import { suggestion } from '../../documents/schemas.js';
import type { DiagnosticSeverity } from '../../domain/diagnostic.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';

/** Something wrong in a pack, not yet located: the file's name inside the pack and a JSON Pointer into it. */
export interface PackProblem {
  readonly file: string;
  readonly pointer: string;
  readonly message: Message;
  readonly hint?: Message;
  /** Default `error`. */
  readonly severity?: DiagnosticSeverity;
}

/** A condition of a pack and its place. */
export interface PlacedCondition {
  readonly file: string;
  readonly pointer: string;
  readonly condition: Condition | undefined;
}

/** What is wrong with a condition; nothing when there is none. */
export function conditionProblems(
  { file, pointer, condition }: PlacedCondition,
  declarations: Declarations,
  parameters: readonly ParameterDeclaration[] = [],
): readonly PackProblem[] {
  if (!condition) return [];
  return checkCondition(condition, declarations, parameters).map(
    ({ pointer: inside, ...problem }: ConditionProblem) => ({
      file,
      pointer: pointer + inside,
      ...problem,
    }),
  );
}

/** An id and where it is declared. */
export interface PlacedId {
  readonly id: string;
  readonly file: string;
  readonly pointer: string;
}

/** The ids of a list of a file, each with the place of its `id` key (or of another key that serves as one). */
export function placedIds<Item>(
  file: string,
  pointer: string,
  items: readonly Item[],
  id: (item: Item) => string | number,
  key = 'id',
): readonly PlacedId[] {
  return items.map((item, i) => ({
    id: String(id(item)),
    file,
    pointer: `${pointer}/${i}${key === '' ? '' : `/${key}`}`,
  }));
}

/** Ids that are declared again; the message names the first place, the diagnostic itself stands at the second. */
export function duplicateProblems(
  ids: readonly PlacedId[],
  place: (id: PlacedId) => string,
): readonly PackProblem[] {
  const first = new Map<string, PlacedId>();
  const problems: PackProblem[] = [];
  for (const each of ids) {
    const earlier = first.get(each.id);
    if (!earlier) first.set(each.id, each);
    else {
      problems.push({
        file: each.file,
        pointer: each.pointer,
        message: message('pack.duplicate_id', { id: each.id, place: place(earlier) }),
        hint: message('pack.duplicate_id.hint'),
      });
    }
  }
  return problems;
}

/** A name that must be one of the declared ones. */
export function referenceProblem(
  file: string,
  pointer: string,
  name: string,
  known: readonly string[],
  wrong: Message,
): readonly PackProblem[] {
  if (known.includes(name)) return [];
  return [
    {
      file,
      pointer,
      message: wrong,
      hint: known.length === 0 ? message('pack.none_declared') : nearOrAll(name, known),
    },
  ];
}

function nearOrAll(name: string, known: readonly string[]): Message {
  const near = suggestion(name, known);
  if (near) return near;
  const names = known.slice(0, maxNames).join(', ');
  const count = known.length - maxNames;
  return count > 0
    ? message('pack.known_names_more', { names, count })
    : message('pack.known_names', { names });
}

/** How many names a hint lists: the longest list of a pack (facts) would fill a screen. */
const maxNames = 12;

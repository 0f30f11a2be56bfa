import type { FactDeclaration } from '../../domain/facts.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import type { ClassificationFact, ReferenceList } from '../types.js';
import { type PackProblem, referenceProblem } from './problem.js';

/** A fact as a file declares it; only classification facts have the later parts. */
type DeclaredFact = FactDeclaration &
  Pick<ClassificationFact, 'constraints'> & { readonly valuesFrom?: string };

/**
 * What is wrong with the declarations of a file's `/facts`: words and bounds that don't go with the type, words twice,
 * constraints and reference lists that name what isn't there.
 */
export function factProblems(
  file: string,
  facts: readonly DeclaredFact[],
  lists: readonly ReferenceList[],
): readonly PackProblem[] {
  return facts.flatMap((fact, i) => {
    const pointer = `/facts/${i}`;
    const wrong = (key: string, text: Message): PackProblem => ({
      file,
      pointer: `${pointer}/${key}`,
      message: text,
    });
    const words = fact.values?.map((each) => each.value);
    const wordy = fact.type === 'enum' || (fact.type === 'set' && fact.itemType !== 'int');
    const numeric = fact.type === 'int' || fact.type === 'number' || fact.itemType === 'int';
    const problems: PackProblem[] = [];
    if (wordy && !words && fact.valuesFrom === undefined) {
      problems.push(wrong('type', message('pack.fact_without_values', { fact: fact.id })));
    }
    if (!wordy && words)
      problems.push(wrong('values', message('pack.fact_values_unfit', { fact: fact.id })));
    for (const [j, word] of (words ?? []).entries()) {
      if (words?.indexOf(word) === j) continue;
      problems.push(wrong(`values/${j}`, message('pack.word_twice', { fact: fact.id, word })));
    }
    for (const bound of ['min', 'max'] as const) {
      if (fact[bound] === undefined || numeric) continue;
      problems.push(wrong(bound, message('pack.bound_unfit', { fact: fact.id, bound })));
    }
    if (fact.min !== undefined && fact.max !== undefined && fact.min > fact.max) {
      problems.push(
        wrong(
          'min',
          message('pack.min_above_max', { fact: fact.id, min: fact.min, max: fact.max }),
        ),
      );
    }
    if (fact.valuesFrom !== undefined) {
      const known = lists.map((list) => list.id);
      const text = message('pack.unknown_list', { list: fact.valuesFrom });
      problems.push(
        ...referenceProblem(file, `${pointer}/values_from`, fact.valuesFrom, known, text),
      );
    }
    return [...problems, ...constraintProblems(file, pointer, fact, words ?? [])];
  });
}

function constraintProblems(
  file: string,
  pointer: string,
  { id: fact, constraints = [] }: DeclaredFact,
  words: readonly string[],
): readonly PackProblem[] {
  return constraints.flatMap(({ alone, notTogether = [] }, i) => {
    const place = `${pointer}/constraints/${i}`;
    const named = [
      ...(alone === undefined ? [] : [[`${place}/alone`, alone] as const]),
      ...notTogether.map((word, j) => [`${place}/not_together/${j}`, word] as const),
    ];
    return named.flatMap(([at, word]) =>
      referenceProblem(file, at, word, words, message('condition.unknown_word', { fact, word })),
    );
  });
}

import { declarationsById } from '../../conditions/declarations.js';
import { factsNeeded } from '../../conditions/facts-needed.js';
import { levels } from '../../domain/rules.js';
import { message } from '../../messages/catalogue.js';
import { levelByHarm, levelProposed } from '../computed-facts.js';
import type { Classification } from '../types.js';
import { factProblems } from './lint-facts.js';
import { conditionProblems, type PackProblem, referenceProblem } from './problem.js';

const file = 'classification.yaml';

/** Everything wrong inside `classification.yaml` but ids that are declared twice. */
export function classificationProblems(table: Classification): readonly PackProblem[] {
  return [
    ...factProblems(file, table.facts, table.referenceLists),
    ...reservedFacts(table),
    ...conditions(table),
    ...wizardProblems(table),
    ...askedTooEarly(table),
    ...levelProblems(table),
    ...adjustmentProblems(table),
    ...advisoryProblems(table),
    ...references(table),
  ];
}

function reservedFacts({ facts }: Classification): readonly PackProblem[] {
  return facts.flatMap(({ id }, i) =>
    id === levelProposed.id || id === levelByHarm
      ? [{ file, pointer: `/facts/${i}/id`, message: message('pack.reserved_fact', { fact: id }) }]
      : [],
  );
}

function conditions(table: Classification): readonly PackProblem[] {
  const declared = declarationsById(table.facts);
  const withLevel = declarationsById([...table.facts, levelProposed]);
  const lists = [
    ['/facts', 'ask_when', table.facts.map((fact) => fact.askWhen), declared],
    ['/gates', 'condition', table.gates.map((gate) => gate.condition), declared],
    ['/criteria', 'condition', table.criteria.map((criterion) => criterion.condition), declared],
    ['/harm_matrix/rows', 'condition', table.harmMatrix.rows.map((row) => row.condition), declared],
    [
      '/procedure_flags',
      'condition',
      table.procedureFlags.map((flag) => flag.condition),
      withLevel,
    ],
    ['/advisories', 'condition', table.advisories.map((advisory) => advisory.condition), declared],
  ] as const;
  return lists.flatMap(([list, key, all, declarations]) =>
    all.flatMap((condition, i) =>
      conditionProblems({ file, pointer: `${list}/${i}/${key}`, condition }, declarations),
    ),
  );
}

/** The wizard asks every fact exactly once. */
function wizardProblems({ wizard, facts }: Classification): readonly PackProblem[] {
  const known = facts.map((fact) => fact.id);
  const asked = new Set<string>();
  const problems: PackProblem[] = [];
  for (const [i, group] of wizard.entries()) {
    for (const [j, fact] of group.facts.entries()) {
      const pointer = `/wizard/${i}/facts/${j}`;
      const unknown = message('condition.unknown_fact', { fact });
      problems.push(...referenceProblem(file, pointer, fact, known, unknown));
      if (asked.has(fact))
        problems.push({ file, pointer, message: message('pack.asked_twice', { fact }) });
      asked.add(fact);
    }
  }
  const forgotten = facts.flatMap(({ id: fact }, i) =>
    asked.has(fact)
      ? []
      : [{ file, pointer: `/facts/${i}/id`, message: message('pack.never_asked', { fact }) }],
  );
  return [...problems, ...forgotten];
}

/** `ask_when` may rest only on what the wizard has asked before. */
function askedTooEarly({ wizard, facts }: Classification): readonly PackProblem[] {
  const order = wizard.flatMap((group) => group.facts);
  return facts.flatMap(({ id: fact, askWhen }, i) => {
    if (!askWhen) return [];
    const late = factsNeeded(askWhen).filter((each) => order.indexOf(each) >= order.indexOf(fact));
    return late.map((needed) => ({
      file,
      pointer: `/facts/${i}/ask_when`,
      message: message('pack.asked_too_early', { fact, needed }),
    }));
  });
}

/** Every level has a criterion and exactly one procedure. */
function levelProblems({ criteria, procedure }: Classification): readonly PackProblem[] {
  return levels.flatMap((level) => {
    const problems: PackProblem[] = [];
    if (!criteria.some((criterion) => criterion.level === level)) {
      problems.push({
        file,
        pointer: '/criteria',
        message: message('pack.level_without_criterion', { level }),
      });
    }
    if (!procedure.levels.some((each) => each.level === level)) {
      problems.push({
        file,
        pointer: '/procedure/levels',
        message: message('pack.level_without_procedure', { level }),
      });
    }
    return problems;
  });
}

function adjustmentProblems({ adjustments, facts }: Classification): readonly PackProblem[] {
  const known = [
    ...facts.filter((fact) => fact.type === 'int').map((fact) => fact.id),
    levelByHarm,
  ];
  return adjustments.flatMap(({ effect, raiseTo = [] }, i) => {
    const pointer = `/adjustments/${i}`;
    if (effect === 'raise_to' && raiseTo.length === 0) {
      return [{ file, pointer, message: message('pack.raise_to_nothing') }];
    }
    return raiseTo.flatMap((fact, j) =>
      referenceProblem(
        file,
        `${pointer}/raise_to/${j}`,
        fact,
        known,
        message('pack.not_a_level', { fact }),
      ),
    );
  });
}

function advisoryProblems({ advisories }: Classification): readonly PackProblem[] {
  return advisories.flatMap(({ id, condition, whenComputed }, i) =>
    (condition === undefined) === (whenComputed === undefined)
      ? [{ file, pointer: `/advisories/${i}`, message: message('pack.advisory_condition', { id }) }]
      : [],
  );
}

/** Flags and actors that are named must be declared. */
function references(table: Classification): readonly PackProblem[] {
  const flags = table.flags.map((flag) => flag.id);
  const actors = table.actors.map((actor) => actor.id);
  const actor = (pointer: string, name: string | undefined): readonly PackProblem[] =>
    name === undefined
      ? []
      : referenceProblem(
          file,
          pointer,
          name,
          actors,
          message('pack.unknown_actor', { actor: name }),
        );
  return [
    ...table.procedureFlags.flatMap(({ flag }, i) =>
      referenceProblem(
        file,
        `/procedure_flags/${i}/flag`,
        flag,
        flags,
        message('pack.unknown_flag', { flag }),
      ),
    ),
    ...table.procedure.levels.flatMap(({ appraiser, approver, reportTo }, i) => [
      ...actor(`/procedure/levels/${i}/appraiser`, appraiser),
      ...actor(`/procedure/levels/${i}/approver`, approver),
      ...actor(`/procedure/levels/${i}/report_to`, reportTo),
    ]),
    ...table.procedure.exceptions.flatMap(({ appraiser }, i) =>
      actor(`/procedure/exceptions/${i}/appraiser`, appraiser),
    ),
  ];
}

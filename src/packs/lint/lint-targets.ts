import { message } from '../../messages/catalogue.js';
import type { RulePack, Target } from '../types.js';
import { type PackProblem, referenceProblem } from './problem.js';

const file = 'targets.yaml';

/**
 * Everything wrong inside `targets.yaml` but ids that are declared twice: areas and an instrument that aren't declared, a
 * computed target without a metric, a reported one with it or without a word on what is counted, thresholds against their
 * floor. That the program knows a metric is the schema's matter.
 */
export function targetsProblems({
  targets = [],
  plan,
  instruments,
}: RulePack): readonly PackProblem[] {
  const areas = plan?.areas.map(({ id }) => id) ?? [];
  const instrument = plan?.head?.instrument;
  return [
    ...(instrument === undefined
      ? []
      : referenceProblem(
          file,
          '/plan/instrument',
          instrument,
          instruments.map(({ id }) => id),
          message('pack.unknown_instrument', { id: instrument }),
        )),
    ...targets.flatMap((target, i) => {
      const { area } = target;
      const unknown = message('pack.unknown_area', { area });
      return [
        ...referenceProblem(file, `/targets/${i}/area`, area, areas, unknown),
        ...measureProblems(target, `/targets/${i}`),
        ...thresholdProblems(target, `/targets/${i}`),
      ];
    }),
  ];
}

/** The file may mix the two kinds of target up; the type doesn't know that yet. */
function measureProblems(target: Target, at: string): readonly PackProblem[] {
  const { id, measuredBy } = target;
  const wrong =
    measuredBy === 'audit'
      ? [
          ...('metric' in target
            ? []
            : [problem(at, message('pack.target_without_metric', { id }))]),
          ...['per', 'figures', 'reported_by'].flatMap((key) => misplaced(target, at, key)),
        ]
      : [
          ...misplaced(target, at, 'metric'),
          ...('figures' in target
            ? []
            : [problem(at, message('pack.target_without_figures', { id }))]),
        ];
  return wrong;
}

function misplaced(target: Target, at: string, key: string): readonly PackProblem[] {
  const name = key.replace(/_b/, 'B');
  if (!(name in target)) return [];
  const { id, measuredBy } = target;
  return [
    problem(`${at}/${key}`, message('pack.target_misplaced_key', { id, key, kind: measuredBy })),
  ];
}

function problem(pointer: string, found: PackProblem['message']): PackProblem {
  return { file, pointer, message: found };
}

function thresholdProblems(
  { id, atLeastPercent, floorPercent }: Target,
  at: string,
): readonly PackProblem[] {
  const thresholds = { at_least_percent: atLeastPercent, floor_percent: floorPercent };
  return [
    ...(floorPercent > atLeastPercent
      ? [
          problem(
            `${at}/at_least_percent`,
            message('pack.target_below_floor', { id, value: atLeastPercent, floor: floorPercent }),
          ),
        ]
      : []),
    // Rates are compared in tenths of a percent, exactly; a finer threshold would be rounded in silence.
    ...Object.entries(thresholds)
      .filter(([, value]) => Number(value.toFixed(1)) !== value)
      .map(([key, value]) =>
        problem(`${at}/${key}`, message('pack.percent_too_fine', { value: String(value) })),
      ),
  ];
}

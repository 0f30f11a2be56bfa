import type { ParsedDocument } from '../../documents/document.js';
import { parseDuration } from '../../domain/dates.js';
import { message } from '../../messages/catalogue.js';
import { requirementsFolder } from '../read-requirements.js';
import type { MappingPoint, RequirementCatalogue, Requirements } from '../types.js';
import { type PackProblem, referenceProblem } from './problem.js';

/**
 * Everything wrong inside a pack's catalogues but ids that are declared twice: a clause outside its section or group, an
 * interval that is no duration, a requirement that nobody could answer, check or explain, a mapping that names nothing or
 * forgets a requirement. Empty when the catalogues weren't read.
 */
export function requirementsProblems(
  requirements: Requirements,
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly PackProblem[] {
  return [
    ...requirements.levels.flatMap((each) => catalogueProblems(each, requirements.points)),
    ...mappingProblems(requirements, documents),
  ];
}

/** The file of a level's catalogue inside its pack. */
export function catalogueFile({ level }: Pick<RequirementCatalogue, 'level'>): string {
  return `${requirementsFolder}/level-${level}.yaml`;
}

function catalogueProblems(
  catalogue: RequirementCatalogue,
  points: readonly MappingPoint[],
): readonly PackProblem[] {
  const file = catalogueFile(catalogue);
  const parts = new Set(points.filter(({ kind }) => kind === 'plan_part').map(({ id }) => id));
  const problems: PackProblem[] = [];
  const say = (pointer: string, text: PackProblem['message']) =>
    problems.push({ file, pointer, message: text });
  catalogue.groups.forEach((group, g) => {
    if (!isBelow(group.id, catalogue.section)) {
      const { id } = group;
      say(`/groups/${g}/id`, message('pack.clause_outside', { id, section: catalogue.section }));
    }
    group.requirements.forEach((each, r) => {
      const at = `/groups/${g}/requirements/${r}`;
      const { id } = each;
      if (!isBelow(id, group.id)) {
        say(`${at}/id`, message('pack.clause_outside', { id, section: group.id }));
      }
      const { interval } = each.parameters;
      if (interval !== undefined && parseDuration(String(interval)) === undefined) {
        const value = String(interval);
        say(`${at}/parameters/interval`, message('pack.interval_expected', { id, value }));
      }
      if (each.evidence.length === 0 && !each.endpointSignal && !each.note) {
        say(`${at}/id`, message('pack.requirement_unanswerable', { id }));
      }
      if (parts.size > 0 && !each.points.some((point) => parts.has(point))) {
        say(`${at}/slug`, message('pack.requirement_unmapped', { id }));
      }
    });
  });
  return problems;
}

/** `5.1.2.1.a` and `5.1.2#1` stand below `5.1.2`; `5.12` doesn't stand below `5.1`. */
function isBelow(id: string, section: string): boolean {
  return id === section || id.startsWith(`${section}.`) || id.startsWith(`${section}#`);
}

function mappingProblems(
  { levels, points }: Requirements,
  documents: ReadonlyMap<string, ParsedDocument>,
): readonly PackProblem[] {
  const file = `${requirementsFolder}/mapping.yaml`;
  if (!documents.has(file)) return [];
  const groups = levels.flatMap((level) => level.groups);
  const all = groups.flatMap((group) => group.requirements);
  const slugsOfGroups = [...new Set(groups.map(({ slug }) => slug))];
  const slugs = [...new Set(all.map(({ slug }) => slug))];
  return points.flatMap((point, i) => [
    ...(point.groups ?? []).flatMap((slug, j) =>
      referenceProblem(
        file,
        `/points/${i}/groups/${j}`,
        slug,
        slugsOfGroups,
        message('pack.unknown_group', { slug }),
      ),
    ),
    ...(point.slugs ?? []).flatMap((slug, j) =>
      referenceProblem(
        file,
        `/points/${i}/slugs/${j}`,
        slug,
        slugs,
        message('pack.unknown_requirement', { id: slug }),
      ),
    ),
    ...(point.clauses ?? []).flatMap((clause, j) =>
      all.some(({ id }) => isBelow(id, clause))
        ? []
        : [
            {
              file,
              pointer: `/points/${i}/clauses/${j}`,
              message: message('pack.unknown_requirement', { id: clause }),
            },
          ],
    ),
  ]);
}

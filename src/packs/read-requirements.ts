import { createHash } from 'node:crypto';
import { camelKeys } from '../documents/camel-keys.js';
import type { ParsedDocument } from '../documents/document.js';
import type { Certainty, Level } from '../domain/rules.js';
import { nfc } from '../domain/text.js';
import type { MappingPoint, Requirement, RequirementCatalogue, Requirements } from './types.js';

/** Folder of a pack that holds its catalogues. */
export const requirementsFolder = 'requirements';

/** Parameter names are the pack's own and stay as they are; so do the level numbers of an annex. */
const opaque: ReadonlySet<string> = new Set(['parameters']);

/** The schema of each file of the folder; undefined = not a file of ours. */
export function requirementsSchema(name: string): string | undefined {
  if (name === 'mapping.yaml') return 'requirement-mapping';
  if (/^level-[1-5]\.yaml$/.test(name)) return 'requirements';
  return /^annex-[a-z]\.yaml$/.test(name) ? 'annex' : undefined;
}

/** The file as it is written, keys renamed. */
interface WrittenRequirement
  extends Omit<
    Requirement,
    'clause' | 'digest' | 'points' | 'parameters' | 'optional' | 'certainty'
  > {
  readonly parameters?: Requirement['parameters'];
  readonly optional?: boolean;
  /** Where it differs from the file's. */
  readonly certainty?: Certainty;
}

interface WrittenCatalogue extends Omit<RequirementCatalogue, 'groups'> {
  readonly certainty: Certainty;
  readonly groups: readonly {
    readonly id: string;
    readonly slug: string;
    readonly title: Requirement['title'];
    readonly requirements: readonly WrittenRequirement[];
  }[];
}

interface AnnexLevel {
  readonly clause: string;
  readonly statement?: Requirement['statement'];
  readonly parameters?: Requirement['parameters'];
}

interface WrittenAnnex extends Omit<WrittenCatalogue, 'level' | 'section' | 'groups'> {
  readonly annex: string;
  readonly groups: readonly {
    readonly id: string;
    readonly slug: string;
    readonly title: Requirement['title'];
    readonly requirements: readonly (WrittenRequirement & {
      readonly levels: Readonly<Record<string, AnnexLevel>>;
    })[];
  }[];
}

/**
 * A pack's catalogues from its checked files, by file name; undefined when there is no catalogue among them. Annexes are
 * written once for all levels and spread out here, a catalogue for each level.
 */
export function buildRequirements(
  documents: ReadonlyMap<string, ParsedDocument>,
): Requirements | undefined {
  const read = (name: string): unknown => {
    const document = documents.get(`${requirementsFolder}/${name}`);
    return document && camelKeys(document.value, opaque);
  };
  const names = [...documents.keys()].flatMap((name) =>
    name.startsWith(`${requirementsFolder}/`) ? [name.slice(requirementsFolder.length + 1)] : [],
  );
  const mapping = read('mapping.yaml') as { points: readonly MappingPoint[] } | undefined;
  const points = mapping?.points ?? [];
  const levels = names
    .filter((name) => requirementsSchema(name) === 'requirements')
    .map((name) => catalogue(read(name) as WrittenCatalogue, points))
    .sort((a, b) => a.level - b.level);
  const annex = names
    .filter((name) => requirementsSchema(name) === 'annex')
    .flatMap((name) => annexCatalogues(read(name) as WrittenAnnex));
  return levels.length + annex.length === 0 ? undefined : { levels, annex, points };
}

function catalogue(written: WrittenCatalogue, points: readonly MappingPoint[]) {
  const { level, standard, section, use, certainty } = written;
  return {
    level,
    standard,
    section,
    use,
    groups: written.groups.map((group) => ({
      ...group,
      requirements: group.requirements.map((each) =>
        requirement(
          { ...each, certainty: each.certainty ?? certainty },
          served(each, group.slug, points),
        ),
      ),
    })),
  };
}

function annexCatalogues(written: WrittenAnnex): RequirementCatalogue[] {
  const { standard, use, certainty, annex } = written;
  const all = written.groups.flatMap((group) => group.requirements);
  const levels = [...new Set(all.flatMap((each) => Object.keys(each.levels)))].sort();
  return levels.map((level) => ({
    level: Number(level) as Level,
    standard,
    section: annex,
    use,
    groups: written.groups.flatMap((group) => {
      const requirements = group.requirements.flatMap(({ levels: at, ...each }) => {
        const own = at[level];
        if (!own) return [];
        const { clause, statement = each.statement, parameters = each.parameters } = own;
        const there = {
          ...each,
          certainty: each.certainty ?? certainty,
          statement,
          ...(parameters && { parameters }),
        };
        return [{ ...requirement(there, []), clause }];
      });
      return requirements.length === 0 ? [] : [{ ...group, requirements }];
    }),
  }));
}

function requirement(
  written: WrittenRequirement & { readonly certainty: Certainty },
  points: readonly string[],
): Requirement {
  const { parameters = {}, optional = false, ...rest } = written;
  const clause = written.id.replace(/#\d+$/, '');
  const digest = requirementDigest(written.statement.vi, parameters, optional);
  return { ...rest, clause, parameters, optional, digest, points };
}

/**
 * The digest that answers are bound to. It covers what an assessor reads and must satisfy; a better English wording, a
 * new evidence hint or another clause number doesn't make an answer stale.
 */
export function requirementDigest(
  statement: string,
  parameters: Requirement['parameters'],
  optional: boolean,
): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify([nfc(statement), sorted, optional]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The points that a requirement serves: named by its group, its slug, or its clause or the clause above it. */
function served(
  { id, slug }: { readonly id: string; readonly slug: string },
  group: string,
  points: readonly MappingPoint[],
): readonly string[] {
  return points
    .filter(
      (point) =>
        point.groups?.includes(group) ||
        point.slugs?.includes(slug) ||
        point.clauses?.some(
          (clause) => id === clause || id.startsWith(`${clause}.`) || id.startsWith(`${clause}#`),
        ),
    )
    .map((point) => point.id);
}

import type { PackDiff } from '../../packs/diff-packs.js';
import type { CatalogueDiff, RequirementPair } from '../../packs/diff-requirements.js';
import type { Requirement } from '../../packs/types.js';

/** What has changed, for `--json`: texts in both languages, members of changed items as in the pack's files. */
export function packDiffJson({ from, to, parts, requirements }: PackDiff): unknown {
  return {
    from,
    to,
    parts: parts.map(({ changed, ...part }) => ({
      ...part,
      changed: changed.map(({ id, title, changes }) => ({
        id,
        title,
        changes: changes.map((change) => ({
          field: snake(change.field),
          from: snakeKeys(change.from),
          to: snakeKeys(change.to),
        })),
      })),
    })),
    requirements: requirements.map(catalogueJson),
  };
}

function catalogueJson({ moved, changed, added, removed, ...diff }: CatalogueDiff) {
  return {
    ...diff,
    moved: moved.map(pair),
    changed: changed.map((each) => ({ ...pair(each), fields: each.fields })),
    added: added.map(brief),
    removed: removed.map(brief),
  };
}

function pair({ from, to }: RequirementPair) {
  return { from: brief(from), to: brief(to) };
}

function brief({ id, slug, digest, title, statement, parameters, optional }: Requirement) {
  return { id, slug, digest, title, statement, parameters, optional };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The keys of a pack's files again; a side that lacks the member is null. */
function snakeKeys(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [snake(key), snakeKeys(each)]),
  );
}

import type { Deadline } from '../audit/deadline.js';

/** One obligation with one day and one status, and everything that it is due for. At least one item. */
export interface DeadlineGroup {
  readonly first: Deadline;
  readonly items: readonly Deadline[];
}

/**
 * Items that differ only in whom they are for, together; `loosely`: of what nobody knows, whatever the day. Order stays that
 * of the first of each group.
 */
export function deadlineGroups(
  items: readonly Deadline[],
  loosely: boolean,
): readonly DeadlineGroup[] {
  return groupBy(items, ({ kind, id, status, due, latest }) =>
    JSON.stringify([kind, id, ...(loosely && status === 'unknown' ? [] : [due, latest])]),
  );
}

/** A group's items by agency, in their order; what belongs to no agency is one group. */
export function byAgency(items: readonly Deadline[]): readonly DeadlineGroup[] {
  return groupBy(items, ({ agency }) => agency?.id ?? '');
}

function groupBy(
  items: readonly Deadline[],
  keyOf: (item: Deadline) => string,
): readonly DeadlineGroup[] {
  const groups = new Map<string, [Deadline, ...Deadline[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()].map((group) => ({ first: group[0], items: group }));
}

import type { Deadline } from '../audit/deadline.js';

/** One obligation with one day and one status, and everything that it is due for. At least one item. */
export interface DeadlineGroup {
  readonly first: Deadline;
  readonly items: readonly Deadline[];
}

/**
 * How items are put together. `subject`: those that differ only in whom they are for; `day`: the same, and of what nobody
 * knows whatever the day; `duty`: whatever the day and whom it is for, for a look over many agencies.
 */
export type DeadlineGrouping = 'subject' | 'day' | 'duty';

/** The items in groups. Order stays that of the first of each group, which has the earliest day. */
export function deadlineGroups(
  items: readonly Deadline[],
  grouping: DeadlineGrouping,
): readonly DeadlineGroup[] {
  return groupBy(items, ({ kind, id, status, due, latest }) => {
    const loose = grouping === 'duty' || (grouping === 'day' && status === 'unknown');
    return JSON.stringify(loose ? [kind, id] : [kind, id, due, latest]);
  });
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

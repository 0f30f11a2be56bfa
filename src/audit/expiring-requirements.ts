import { addDuration, type Duration, daysBetween, type IsoDate } from '../domain/dates.js';
import { message } from '../messages/catalogue.js';
import { intervalOf, type RequirementItem } from '../systems/judge-requirements.js';
import type { Deadline } from './deadline.js';
import type { JudgedSystem } from './read-province.js';

/** Clauses named in a title; the rest are counted. */
const namedClauses = 3;

/**
 * The requirements of a system whose answers hold only until a day: one item a day, past days included. Requirements that
 * an obligation follows (`own`, slugs) and mere suggestions are left out.
 */
export function expiringRequirements(
  { system, result }: JudgedSystem,
  agency: { readonly id: string; readonly name: string },
  own: ReadonlySet<string>,
  { asOf, soon }: { readonly asOf: IsoDate; readonly soon: Duration },
): readonly Deadline[] {
  const { requirements } = result;
  if (requirements?.use !== 'audit') return [];
  const days = new Map<IsoDate, RequirementItem[]>();
  for (const item of requirements.items) {
    const { slug, optional } = item.requirement;
    const day = lastDay(item);
    if (day === undefined || optional || own.has(slug)) continue;
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].map(([day, items]) => {
    const daysLeft = daysBetween(asOf, day);
    const clauses = [...new Set(items.map(({ requirement }) => requirement.clause))];
    const named = clauses.slice(0, namedClauses).join(', ');
    const rest = clauses.length - namedClauses;
    return {
      kind: 'requirements',
      id: requirements.pack,
      title: message('obligation.requirements_expire', {
        count: items.length,
        clauses:
          rest > 0 ? message('obligation.clauses_more', { clauses: named, count: rest }) : named,
      }),
      who: 'operating_unit',
      agency: { id: agency.id, name: agency.name },
      system: { id: system.id, name: system.name },
      event: null,
      status: daysLeft < 0 ? 'overdue' : day <= addDuration(asOf, soon) ? 'due_soon' : 'upcoming',
      due: day,
      latest: day,
      at: null,
      daysLeft,
      daysLeftLatest: daysLeft,
      next: null,
      doneOn: null,
      lastWorkingDay: null,
      period: null,
      certainty: 'secondary',
      severity: 'medium',
      citations: [],
      why: [],
      missing: [],
      remediation: message('obligation.requirement_remediation'),
    };
  });
}

/** The last day on which the latest answer holds, or held; undefined for one that doesn't expire or never held. */
function lastDay({ requirement, state, expires, self, inspection }: RequirementItem) {
  if (expires !== null) return expires;
  if (state !== 'expired') return undefined;
  const latest = [self, inspection]
    .flatMap((each) => (each ? [each.date] : []))
    .sort()
    .at(-1);
  const interval = intervalOf(requirement);
  return latest !== undefined && interval ? addDuration(latest, interval) : undefined;
}

import type { Assessment } from '../../audit/assessment.js';
import { AppError } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import type { ReportScope } from '../../reports/restrict.js';
import { suggest } from '../suggest.js';

/** How many ids an error lists. */
const maxListed = 20;

/**
 * Throws `AppError` (exit 2) for an agency, kind or system that the assessment doesn't have, and for a restriction that leaves
 * no agency: a report about nothing would look like one without findings.
 */
export function checkScope({ agencies }: Assessment, scope: ReportScope): void {
  const systems = agencies.flatMap((agency) => agency.systems);
  check(
    'report.unknown_agency',
    scope.agencies,
    agencies.map(({ id }) => id),
  );
  check('report.unknown_kind', scope.kinds, [...new Set(agencies.map(({ kind }) => kind))]);
  check(
    'report.unknown_system',
    scope.systems,
    systems.map(({ id }) => id),
  );
  const left = agencies.filter(
    (each) =>
      (scope.agencies.length === 0 || scope.agencies.includes(each.id)) &&
      (scope.kinds.length === 0 || scope.kinds.includes(each.kind)) &&
      (scope.systems.length === 0 || each.systems.some(({ id }) => scope.systems.includes(id))),
  );
  if (left.length === 0) throw new AppError({ message: message('report.nothing_left') });
}

function check(
  key: 'report.unknown_agency' | 'report.unknown_kind' | 'report.unknown_system',
  ids: readonly string[],
  known: readonly string[],
): void {
  const id = ids.find((each) => !known.includes(each));
  if (id === undefined) return;
  const near = suggest(id, known);
  const listed = known.slice(0, maxListed).join(', ');
  throw new AppError({
    message: message(key, { id }),
    hints: [
      ...(near === undefined ? [] : [message('cli.did_you_mean', { name: near })]),
      message('cli.allowed', { allowed: known.length > maxListed ? `${listed} …` : listed }),
    ],
  });
}

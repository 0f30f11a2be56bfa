import { suggestion } from '../../documents/schemas.js';
import { AppError } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { nameKey } from './same-name.js';
import type { AnnualReportOptions, ReportingAgency } from './source.js';

/** Owners named in an error; more would hide what to do. */
const maxNamed = 8;

/**
 * Whom a person means by the id of an agency or the name of an owner. Throws `AppError` (exit 2) when there is neither, or
 * the agency of that name handed in nothing to find it by.
 */
export function chooseOwner(
  agencies: readonly ReportingAgency[],
  found: string,
): Pick<AnnualReportOptions, 'owner' | 'agency'> {
  if (agencies.some(({ id }) => id === found)) return { agency: found };
  const named = agencies.flatMap(({ inventory }) => [
    ...(inventory?.organisation?.owner ? [inventory.organisation.owner.name] : []),
    ...(inventory?.systems ?? []).flatMap((system) => system.owner?.name ?? []),
  ]);
  const owners = new Map(named.reverse().map((name) => [nameKey(name), name]));
  const owner = owners.get(nameKey(found));
  if (owner !== undefined) return { owner };
  const names = [...owners.values()].reverse();
  const near = suggestion(found, [...agencies.map(({ id }) => id), ...names]);
  const shown = names.slice(0, maxNamed).join('; ');
  throw new AppError({
    message: message('annual_report.unknown_owner', { found }),
    hints: [
      ...(near ? [near] : []),
      message('annual_report.known_owners', {
        names: names.length > maxNamed ? `${shown}; …` : shown,
      }),
    ],
  });
}

import { formatNumber } from '../../../messages/format.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportFinding, ReportModel } from '../../report-model.js';

/** Agencies with how many of the findings are theirs, in the order of first appearance: `Sở Y tế (3); Sở Công Thương (1)`. */
export function byAgency(
  findings: readonly ReportFinding[],
  { language }: ReportModel,
  say: Speaker,
): string {
  const counts = new Map<string | null, { readonly name: string; count: number }>();
  for (const { agency } of findings) {
    const id = agency?.id ?? null;
    const own = counts.get(id);
    if (own) own.count += 1;
    else counts.set(id, { name: agency?.name ?? say('summary.province_itself'), count: 1 });
  }
  return [...counts.values()]
    .map(({ name, count }) => say('summary.named', { name, count: formatNumber(count, language) }))
    .join('; ');
}

/** How many different agencies; the province as a whole isn't one. */
export function agencyCount(findings: readonly ReportFinding[]): number {
  return new Set(findings.flatMap(({ agency }) => (agency ? [agency.id] : []))).size;
}

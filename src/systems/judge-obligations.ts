import { declarationsById } from '../conditions/declarations.js';
import { formatDate, type IsoDate } from '../domain/dates.js';
import { message } from '../messages/catalogue.js';
import type { PackObligation } from '../packs/obligations.js';
import {
  ask,
  type ObligationCase,
  type ObligationContext,
  type ObligationSubjectFacts,
} from './obligation-case.js';
import { judgeOnce, judgeRhythm, judgeUnset, judgeYearly } from './obligation-forms.js';
import type { ObligationResult } from './obligation-result.js';
import { type Verdict, verdict } from './obligation-verdict.js';

/**
 * Judges one obligation for one subject. What isn't known makes the result unknown once the day is past, never done; before
 * that day the date stands. Pure; throws only when the pack's conditions ask undeclared facts, which its linter refuses.
 */
export function judgeObligation(
  { pack, facts, obligation }: PackObligation,
  subject: ObligationSubjectFacts,
  context: ObligationContext,
): ObligationResult {
  const declarations = declarationsById(facts);
  const found = judge({ ...subject, ...context, obligation, declarations });
  return { obligation: obligation.id, pack, certainty: obligation.certainty, ...found };
}

function judge(subject: ObligationCase): Verdict {
  const { asOf, obligation } = subject;
  const floor = bindsFrom(subject);
  if (floor > asOf) {
    return verdict('not_applicable', subject, {
      why: [message('obligation.why.binds_from', { date: formatDate(floor) })],
    });
  }
  const applies = ask(obligation.appliesWhen, subject, true);
  if (applies.value === false) return verdict('not_applicable', subject, { why: applies.why });
  const found = byForm(subject, floor);
  const judged = { ...found, why: [...applies.why, ...found.why] };
  if (found.status === 'not_applicable') return judged;
  if (obligation.kind === 'information') return { ...judged, status: 'information', missing: [] };
  // Once done it doesn't matter whether it had to be.
  return applies.value === undefined && judged.status !== 'done'
    ? { ...judged, status: 'unknown', missing: [...applies.missing, ...found.missing] }
    : judged;
}

/** The first day on which the duty binds this subject. */
function bindsFrom(subject: ObligationCase): IsoDate {
  const { bindsFrom: starts = [], effective } = subject.obligation;
  const start = starts.find(({ when }) => ask(when, subject, true).value === true);
  return start && start.on > effective.from ? start.on : effective.from;
}

function byForm(subject: ObligationCase, floor: IsoDate): Verdict {
  const { due } = subject.obligation;
  if ('everyYear' in due) return judgeYearly(due, subject, floor);
  if ('every' in due) return judgeRhythm(due, subject, floor);
  if ('unset' in due) return judgeUnset(due, subject);
  return judgeOnce(due, subject);
}

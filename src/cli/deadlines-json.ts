import type { Deadline } from '../audit/deadline.js';
import type { Deadlines } from '../audit/deadlines.js';
import type { Language, Message } from '../domain/text.js';
import { formatMessage, localized } from '../messages/format.js';

/** The deadlines for `--json`: texts in one language, `null` for what there isn't. */
export function deadlinesJson(
  { asOf, items, totals }: Deadlines,
  title: string,
  language: Language,
): unknown {
  return {
    as_of: asOf,
    title,
    totals,
    deadlines: items.map((item) => deadlineJson(item, language)),
  };
}

function deadlineJson(item: Deadline, language: Language): unknown {
  const say = (said: Message) => formatMessage(said, language);
  const { remediation } = item;
  return {
    kind: item.kind,
    id: item.id,
    title: say(item.title),
    who: item.who,
    agency: item.agency,
    system: item.system,
    event: item.event,
    status: item.status,
    due: item.due,
    latest: item.latest,
    at: item.at,
    days_left: item.daysLeft,
    days_left_latest: item.daysLeftLatest,
    next: item.next,
    done_on: item.doneOn,
    last_working_day: item.lastWorkingDay,
    period: item.period,
    certainty: item.certainty,
    severity: item.severity,
    citations: item.citations,
    why: item.why.map(say),
    missing: item.missing.map(say),
    remediation: 'key' in remediation ? say(remediation) : localized(remediation, language),
  };
}

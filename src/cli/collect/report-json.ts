import type { MachineReport } from '../../collect/collect-machine.js';
import type { Language } from '../../domain/text.js';
import { formatMessage } from '../../messages/format.js';
import { notObservedMessage } from './report-words.js';

/** The report for `--json`; `file` is where it was written, if it was. */
export function reportJson(
  { records, notObserved, gatekeeper }: MachineReport,
  file: string | undefined,
  language: Language,
): object {
  return {
    file,
    records,
    not_observed: notObserved.map((each) => ({
      fact: each.fact,
      why: each.why,
      product: each.of,
      text: formatMessage(notObservedMessage(each), language),
    })),
    gatekeeper,
  };
}

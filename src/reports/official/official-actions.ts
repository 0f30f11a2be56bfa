import { formatMessage, isKnownMessage } from '../../messages/format.js';
import type { ReportAgency, ReportModel } from '../report-model.js';

/**
 * What an agency is to do, as an official letter words it, most urgent first; without a full stop. An action for which there
 * is no such wording keeps the short one.
 */
export function officialActions(
  { language }: ReportModel,
  { actions }: ReportAgency,
): readonly { readonly id: string; readonly text: string }[] {
  return actions.map(({ key, count, text }) => {
    const id = (key ?? '').replace(/^audit\.action\./, '');
    const worded = `official.action.${id}`;
    if (isKnownMessage(worded)) {
      return { id, text: formatMessage({ key: worded, params: { count: count ?? 0 } }, language) };
    }
    const capital = text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);
    return { id, text: capital };
  });
}

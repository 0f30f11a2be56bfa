import type { DocumentModel } from '../document.js';
import { officialFoot } from '../official/official-foot.js';
import { officialHead } from '../official/official-head.js';
import { speaker } from '../official/official-text.js';
import type { ReportDocument } from '../report-document.js';
import type { ReportAgency, ReportModel } from '../report-model.js';
import { actionBlocks } from './reminder/actions.js';
import { figureBlocks } from './reminder/figures.js';
import { openingBlocks } from './reminder/opening.js';
import { reminderCase } from './reminder/reminder-case.js';

/**
 * An official letter that urges an agency: what is due, what is missing, what to do. One for each agency that was late,
 * hasn't handed in everything, or doesn't meet its targets; none for one that is fine.
 */
export const document: ReportDocument = {
  id: 'reminder',
  per: 'agency',
  subjects: ({ agencies }) =>
    agencies.filter((agency) => reminderCase(agency) !== null).map(({ id }) => id),
  build(model, subject) {
    const agency = model.agencies.find(({ id }) => id === subject);
    if (agency === undefined) throw new Error(`no agency ${subject} in the report`);
    return letter(model, agency);
  },
};

function letter(model: ReportModel, agency: ReportAgency): DocumentModel {
  const say = speaker(model.language);
  const why = reminderCase(agency) ?? 'late';
  const findings = model.findings.filter((finding) => finding.agency?.id === agency.id);
  const subject = say(`reminder.subject.${why}`);
  return {
    id: 'reminder',
    language: model.language,
    title: say('reminder.title', { agency: agency.name, subject }),
    date: model.asOfDate,
    head: officialHead(model, {
      documentType: null,
      abbreviation: null,
      subject: say('reminder.subject', { subject }),
      addressees: [agency.name],
    }),
    body: [
      ...openingBlocks(model, agency, why, say),
      ...figureBlocks(model, agency, findings, say),
      ...actionBlocks(model, agency, findings, why, say),
    ],
    foot: officialFoot(model, { about: 'agency', recipients: [say('official.as_above')] }),
    annexes: [],
  };
}

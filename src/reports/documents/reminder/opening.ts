import { type Block, dottedBlank } from '../../document.js';
import { paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportModel } from '../../report-model.js';
import type { ReminderCase } from './reminder-case.js';

/** Why the letter is written, in one or two paragraphs. */
export function openingBlocks(
  model: ReportModel,
  agency: ReportAgency,
  why: ReminderCase,
  say: Speaker,
): Block[] {
  const facts = {
    issuer: model.letterhead.issuer ?? dottedBlank,
    agency: agency.name,
    date: model.asOf,
  };
  if (why === 'not_submitted') {
    return [
      paragraph([say('reminder.opening.not_submitted', facts), ...dueText(model, say)].join(' ')),
      paragraph(say('reminder.opening.not_submitted_effect', { agency: agency.name })),
    ];
  }
  const handedIn =
    agency.submittedOn === ''
      ? say('reminder.opening.handed_in', facts)
      : say('reminder.opening.handed_in_on', { ...facts, on: agency.submittedOn });
  const said = [
    handedIn,
    ...(agency.late ? [say('reminder.opening.was_late'), ...dueText(model, say)] : []),
    say(`reminder.opening.${why}`),
  ];
  return [paragraph(said.join(' '))];
}

function dueText({ collectionDue: due }: ReportModel, say: Speaker): readonly string[] {
  return due === '' ? [] : [say('reminder.opening.due', { due })];
}

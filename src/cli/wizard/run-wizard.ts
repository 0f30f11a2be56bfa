import type { IsoDate } from '../../domain/dates.js';
import type { Message } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage } from '../../messages/format.js';
import type { Prompts } from '../../platform/prompts.js';
import { classifySystem } from '../../systems/composite.js';
import { goBack, startSession } from '../../systems/question-session.js';
import type { SystemClassification } from '../../systems/system-classification.js';
import { paragraph } from '../table.js';
import { askFacts } from './ask-facts.js';
import { factsAfter } from './entry.js';
import { type Finished, finishEntry, type Said } from './finish-entry.js';
import type { Page } from './session-text.js';
import { summaryText } from './summary-text.js';
import type { WizardTarget } from './wizard-target.js';

/** What the conversation came to. */
export interface WizardResult extends Finished {
  readonly found: SystemClassification;
}

/**
 * Holds the whole conversation: questions, result, what else the entry needs, confirmation. Every step can go back to the
 * one before. Writes nothing. Rejects with `Interrupted` when the person leaves.
 */
export async function runWizard(
  target: WizardTarget,
  asOf: IsoDate,
  page: Page,
  prompts: Prompts,
): Promise<WizardResult> {
  const { classification, pack, system } = target;
  await greet(target, page, prompts);
  let session = startSession(classification, asOf, system?.entry.facts);
  let said: Said = { id: '', name: '', declared: undefined };
  for (;;) {
    session = await askFacts(session, page, prompts);
    const facts = factsAfter(session, system?.entry.facts);
    const components = system?.entry.components ?? [];
    const found = classifySystem(classification, { facts, components }, { asOf });
    await prompts.say(`\n${summaryText(found, classification, pack, page)}\n`);
    const finished = await finishEntry({ target, session, found, page, prompts }, said);
    if (!('back' in finished)) return { ...finished, found };
    said = finished.back;
    session = goBack(session);
  }
}

async function greet(
  { file, folder, system }: WizardTarget,
  { language, width }: Page,
  prompts: Prompts,
): Promise<void> {
  const say = (said: Message) => prompts.say(paragraph(formatMessage(said, language), width, ''));
  await say(message('wizard.intro'));
  if (!file) return say(message('wizard.target.none', { path: folder }));
  const path = file.place.shown;
  const { agency } = file.inventory;
  if (!system) return say(message('wizard.target.add', { path, agency }));
  const { id, name, components } = system.entry;
  await say(message('wizard.target.change', { id, name, path }));
  const count = components.length;
  return count > 0 ? say(message('wizard.components', { count })) : undefined;
}

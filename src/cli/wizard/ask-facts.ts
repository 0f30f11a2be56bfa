import { message } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import type { Prompts } from '../../platform/prompts.js';
import {
  type Answer,
  goBack,
  type QuestionSession,
  remainingQuestions,
  reply,
} from '../../systems/question-session.js';
import { show } from '../print.js';
import { askQuestion } from './ask-question.js';
import { outlookText, type Page, whyText } from './session-text.js';

/**
 * Asks until nothing is left that could change the result. After each answer one line says what the level is now and what
 * may still raise it. Rejects with `Interrupted` when the person leaves.
 */
export async function askFacts(
  begun: QuestionSession,
  page: Page,
  prompts: Prompts,
): Promise<QuestionSession> {
  const { language } = page;
  let session = begun;
  let group: string | undefined;
  let draft: Answer | undefined;
  for (;;) {
    const questions = remainingQuestions(session);
    const [question] = questions;
    if (!question) return session;
    const { fact } = question;
    if (question.group.group !== group) {
      const { title } = question.group;
      const heading = message('wizard.group', { title, count: questions.length });
      await prompts.say(`\n${show(heading, language)}`);
      group = question.group.group;
    }
    const said = await askQuestion(prompts, fact, draft ?? session.proposed[fact.id], language);
    draft = said.kind === 'why' ? said.draft : undefined;
    switch (said.kind) {
      case 'why':
        await prompts.say(whyText(question, session.classification, page));
        break;
      case 'back':
        if (session.asked.length === 0) await prompts.say(text('wizard.first', language));
        session = goBack(session);
        break;
      case 'unknown':
      case 'answer':
        session = reply(session, said.kind === 'answer' ? said.value : undefined);
        await prompts.say(outlookText(session, page));
    }
  }
}

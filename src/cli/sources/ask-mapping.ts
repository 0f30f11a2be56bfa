import type { CatalogueProduct } from '../../documents/product-catalogue.js';
import type { Language, Message } from '../../domain/text.js';
import { type DraftAnswers, type DraftRole, draftRoles } from '../../fleet/draft/draft-source.js';
import type { ColumnGuess } from '../../fleet/draft/guess-columns.js';
import type { PlacedWords } from '../../fleet/draft/known-words.js';
import type { ObservedFactName } from '../../fleet/observation.js';
import { message } from '../../messages/catalogue.js';
import type { Prompts } from '../../platform/prompts.js';
import { safe, show } from '../print.js';

/** Products that no console is of: agents of management and inventory protect nothing. */
const agents: ReadonlySet<string> = new Set(['management_agent', 'inventory_agent']);

type Doubtful = Extract<ColumnGuess, { is: 'read' | 'doubtful' }>;

/**
 * Asks what only a person knows and the flags haven't said: where the file comes from, of which product a console is, what each
 * doubtful column tells, what each unknown word of it means. Rejects with `Interrupted` when the person leaves.
 */
export async function askMapping(
  guesses: readonly ColumnGuess[],
  products: readonly CatalogueProduct[],
  given: DraftAnswers,
  language: Language,
  prompts: Prompts,
): Promise<DraftAnswers> {
  const say = (said: Message) => show(said, language);
  const role: DraftRole =
    given.role ??
    (await prompts.choose({
      message: say(message('endpoints_map.ask.role')),
      choices: draftRoles.map((value) => ({
        value,
        name: say(message(`endpoints_map.ask.role.${value}`)),
      })),
    }));
  const product =
    given.product !== undefined || role !== 'console'
      ? given.product
      : await prompts.choose<string | null>({
          message: say(message('endpoints_map.ask.product')),
          choices: [
            ...products
              .filter((each) => !agents.has(each.class))
              .map(({ id, label }) => ({ value: id, name: safe(label), short: safe(id) })),
            { value: null, name: say(message('endpoints_map.ask.product.none')) },
          ],
        });
  const columns = new Map<string, { fact: ObservedFactName; words?: PlacedWords } | null>();
  for (const guess of guesses) {
    if (guess.is !== 'doubtful' || guess.fact === 'host') continue;
    columns.set(guess.header, await askColumn(guess, say, prompts));
  }
  return { role, ...(product !== undefined && { product }), columns };
}

async function askColumn(
  guess: Doubtful,
  say: (said: Message) => string,
  prompts: Prompts,
): Promise<{ fact: ObservedFactName; words?: PlacedWords } | null> {
  const { header, words } = guess;
  const facts: readonly ObservedFactName[] = words
    ? [...new Set<ObservedFactName>([guess.fact, 'realtime', 'installed'])]
    : ['signatures_date', 'last_seen'];
  const fact = await prompts.choose<ObservedFactName | null>({
    message: words
      ? say(
          message('endpoints_map.ask.word_column', {
            header,
            words: Object.values(words).flat().join(', '),
          }),
        )
      : say(message('endpoints_map.ask.date_column', { header })),
    choices: [
      ...facts.map((value) => ({ value, name: factWord(value, say) })),
      { value: null, name: say(message('endpoints_map.ask.fact.none')) },
    ],
  });
  if (fact === null) return null;
  return words ? { fact, words: await askWords(header, words, say, prompts) } : { fact };
}

function factWord(fact: ObservedFactName, say: (said: Message) => string): string {
  switch (fact) {
    case 'realtime':
    case 'installed':
    case 'signatures_date':
    case 'last_seen':
      return say(message(`endpoints_map.ask.fact.${fact}`));
    default:
      return fact;
  }
}

async function askWords(
  header: string,
  words: PlacedWords,
  say: (said: Message) => string,
  prompts: Prompts,
): Promise<PlacedWords> {
  const placed = {
    yes: [...(words['yes'] ?? [])],
    no: [...(words['no'] ?? [])],
    unknown: [] as string[],
  };
  for (const word of words['unknown'] ?? []) {
    const meaning = await prompts.choose({
      message: say(message('endpoints_map.ask.word', { header, word })),
      choices: (['yes', 'no', 'unknown'] as const).map((value) => ({
        value,
        name: say(message(`endpoints_map.ask.word.${value}`)),
      })),
      initial: 'unknown' as const,
    });
    placed[meaning].push(word);
  }
  return placed;
}

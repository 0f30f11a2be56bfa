import { useLayoutEffect, useRef } from 'preact/hooks';
import { useReport } from '../report/report-context.js';
import { routeHref, type ScreenId } from '../routes/route.js';
import { LanguageSwitch } from './language-switch.js';
import { ThemeSwitch } from './theme-switch.js';
import type { ThemeChoice } from './use-theme.js';

interface PageTopProps {
  readonly screen: ScreenId | null;
  readonly languages: readonly string[];
  readonly onLanguage: (language: string) => void;
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
}

/** The head of every screen: whose report, the ways through it, language and theme. */
export function PageTop({ screen, languages, onLanguage, theme, onTheme }: PageTopProps) {
  const { report, say } = useReport();
  const { model } = report;
  return (
    <header class="top">
      <SkipLink />
      <div class="top-line">
        <p class="whose">
          <b>{model.letterhead.issuer ?? model.title}</b>
          <span>{say('overview.as_of', { date: model.asOf })}</span>
        </p>
        <div class="switches">
          <LanguageSwitch languages={languages} onChoose={onLanguage} />
          <ThemeSwitch choice={theme} onChoose={onTheme} />
        </div>
      </div>
      <Places screen={screen} />
    </header>
  );
}

function SkipLink() {
  const { say } = useReport();
  return (
    <button
      type="button"
      class="skip"
      onClick={() => document.querySelector<HTMLElement>('main h1')?.focus()}
    >
      {say('nav.skip')}
    </button>
  );
}

const places = [
  'overview',
  'agencies',
  'systems',
  'findings',
  'articles',
  'packs',
  'inputs',
] as const;

/** Screens that stand under an entry of the navigation. */
const parentOf: Readonly<Partial<Record<ScreenId, ScreenId>>> = {
  agency: 'agencies',
  system: 'systems',
  finding: 'findings',
  article: 'articles',
};

function Places({ screen }: Pick<PageTopProps, 'screen'>) {
  const { say } = useReport();
  const list = useRef<HTMLUListElement>(null);
  const here = screen && (parentOf[screen] ?? screen);
  useLayoutEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    // Narrow screens show a part of the list; the page itself must not move.
    if (list.current && current) list.current.scrollLeft = current.offsetLeft - 60;
  }, [here]);
  return (
    <nav class="places" aria-label={say('nav.label')}>
      <ul ref={list}>
        {places.map((place) => (
          <li key={place}>
            <a
              href={routeHref(place)}
              aria-current={screen === place ? 'page' : here === place ? 'true' : undefined}
            >
              {say(place === 'agencies' ? 'agencies.title' : `nav.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

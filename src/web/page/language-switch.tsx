import { useReport } from '../report/report-context.js';

interface LanguageSwitchProps {
  readonly languages: readonly string[];
  readonly onChoose: (language: string) => void;
}

/** The languages that the report is in, each under its own name. */
export function LanguageSwitch({ languages, onChoose }: LanguageSwitchProps) {
  const { language, say } = useReport();
  return (
    <fieldset class="switch">
      <legend class="unseen">{say('page.language')}</legend>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-label={nameOf(each)}
          aria-pressed={each === language}
          onClick={() => onChoose(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}

/** A language's name in itself, from the browser. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language);
  return `${language.toUpperCase()} - ${name ?? language}`;
}

import { useReport } from '../report/report-context.js';
import type { ThemeChoice } from './use-theme.js';

interface ThemeSwitchProps {
  readonly choice: ThemeChoice;
  readonly onChoose: (choice: ThemeChoice) => void;
}

/** Goes from the system's theme to the light one, to the dark one and back. */
export function ThemeSwitch({ choice, onChoose }: ThemeSwitchProps) {
  const { say } = useReport();
  const name = choice ?? 'system';
  const next = choice === null ? 'light' : choice === 'light' ? 'dark' : null;
  return (
    <button
      type="button"
      class="theme"
      data-choice={name}
      aria-label={say(`page.theme.${name}`)}
      title={say(`page.theme.${name}`)}
      onClick={() => onChoose(next)}
    />
  );
}

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useReport } from '../report/report-context.js';

/** How long a person pauses before the rows are searched: less than a glance, more than between two letters. */
const pauseMs = 120;

interface SearchBoxProps {
  /** What is being searched for, as the address says. */
  readonly typed: string;
  readonly onSearch: (text: string) => void;
}

/** Where one types what to look for. Letters appear at once, however long the list is; it is searched in a pause. */
export function SearchBox({ typed, onSearch }: SearchBoxProps) {
  const { say } = useReport();
  const id = useId();
  const [text, setText] = useState(typed);
  const sent = useRef(typed);
  const timer = useRef(0);
  useEffect(() => {
    // The address changed by itself: filters were cleared, or a link was followed.
    if (typed === sent.current) return;
    sent.current = typed;
    setText(typed);
  }, [typed]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      sent.current = next;
      onSearch(next);
    }, pauseMs);
  };
  return (
    <div class="tool grow">
      <label for={id}>{say('list.search')}</label>
      <input
        id={id}
        type="search"
        value={text}
        placeholder={say('list.search_hint')}
        autoComplete="off"
        onInput={(event) => search(event.currentTarget.value)}
      />
    </div>
  );
}

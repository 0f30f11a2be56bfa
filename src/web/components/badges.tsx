import type { Finding } from '../report/report-index.js';

/** A word with a mark before it: what the colour says, the word and the mark's form say too. */
export function Badge({ tone, word }: { readonly tone: string; readonly word: string }) {
  return (
    <span class="badge" data-tone={tone}>
      {word}
    </span>
  );
}

/** How grave a finding is. */
export function SeverityBadge({ finding }: { readonly finding: Finding }) {
  return <Badge tone={finding.severity} word={finding.severityWord} />;
}

/** That a statement of law isn't simply its text; nothing when it is. */
export function Certainty({ word }: { readonly word: string | null }) {
  return word === null ? null : <span class="certainty">{word}</span>;
}

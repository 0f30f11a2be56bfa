import { useReport } from '../report/report-context.js';
import type { Finding } from '../report/report-index.js';

/** Where a finding is seen: file, row, what stands there, and the digest of the file. */
export function EvidenceList({ evidence }: { readonly evidence: Finding['evidence'] }) {
  const { say } = useReport();
  if (evidence.length === 0) return <p class="empty">{say('finding.no_evidence')}</p>;
  return (
    <ul class="plain-list">
      {evidence.map(({ place, note, sha256 }) => (
        <li key={`${place} ${note}`}>
          <code>{place}</code>
          {note !== '' && <span class="line">{note}</span>}
          {sha256 !== '' && (
            <span class="quiet line digest">
              SHA-256 <code>{sha256}</code>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

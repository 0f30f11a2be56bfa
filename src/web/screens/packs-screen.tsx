import { Certainty } from '../components/badges.js';
import { Facts } from '../components/facts.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { type ReportView, useReport } from '../report/report-context.js';

type Pack = ReportView['report']['model']['packs'][number];

/** The rules by which was judged, what in them is open, and which thresholds the workspace changed. */
export function PacksScreen() {
  const { report, say } = useReport();
  const { packs, notInForce, openPoints, changedParameters, remarks } = report.model;
  return (
    <>
      <PageHead title={say('nav.packs')}>
        <p class="lead">{say('packs.open_points', { count: openPoints })}</p>
        {notInForce.length > 0 && (
          <p class="notice">{say('packs.not_in_force', { packs: notInForce.join(', ') })}</p>
        )}
      </PageHead>
      {packs.map((pack) => (
        <PackPart key={pack.id} pack={pack} />
      ))}
      <Section title={say('packs.changed')}>
        {changedParameters.length === 0 ? (
          <p class="empty">{say('packs.unchanged')}</p>
        ) : (
          <Facts
            items={changedParameters.map(({ id, usual, value }) => ({
              label: id,
              value: say('packs.changed_from', { usual, value }),
            }))}
          />
        )}
      </Section>
      {remarks.length > 0 && (
        <Section title={say('packs.remarks')}>
          <ul class="plain-list">
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function PackPart({ pack }: { readonly pack: Pack }) {
  const { say } = useReport();
  const { id, version, title, digest, effective, inForce, notes } = pack;
  return (
    <Section title={title}>
      <Facts
        items={[
          { label: say('packs.pack'), value: <code>{`${id} ${version}`}</code> },
          { label: say('packs.effective'), value: effective },
          {
            label: say('packs.state'),
            value: say(inForce ? 'packs.in_force' : 'packs.not_binding'),
          },
          {
            label: 'SHA-256',
            value: <code class="digest">{digest}</code>,
          },
        ]}
      />
      {notes.length > 0 && (
        <ul class="plain-list">
          {notes.map((note) => (
            <li key={note.id}>
              {note.text} <Certainty word={note.certaintyWord} />
              <span class="quiet line">{note.id}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

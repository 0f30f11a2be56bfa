import { useReport } from '../report/report-context.js';
import { ShareBar } from './share-bar.js';

/** How many agencies handed in. */
export function SubmissionState() {
  const { report, say } = useReport();
  const { agencies } = report.model.province;
  return (
    <>
      <ShareBar
        shares={[
          {
            id: 'submitted',
            label: say('submission.submitted'),
            count: agencies.submitted,
            tone: 'met',
          },
          {
            id: 'partly',
            label: say('submission.partly'),
            count: agencies.partly,
            tone: 'inconclusive',
          },
          {
            id: 'not_submitted',
            label: say('submission.not_submitted'),
            count: agencies.not_submitted,
            tone: 'not_met',
          },
        ]}
      />
      <p>
        {say('submission.total', { count: agencies.total })}{' '}
        {agencies.late > 0 && say('submission.late', { count: agencies.late })}
      </p>
    </>
  );
}

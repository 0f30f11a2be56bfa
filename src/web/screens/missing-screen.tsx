import { PageHead } from '../components/page-head.js';
import { useReport } from '../report/report-context.js';
import { routeHref } from '../routes/route.js';

/** Said when an address names nothing in this report. */
export function MissingScreen() {
  const { say } = useReport();
  return (
    <>
      <PageHead title={say('missing.title')} />
      <p>{say('missing.text')}</p>
      <p>
        <a href={routeHref('overview')}>{say('nav.overview')}</a>
      </p>
    </>
  );
}

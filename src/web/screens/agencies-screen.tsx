import { PageHead } from '../components/page-head.js';
import { AgencyList } from '../lists/agency-list.js';
import { useReport } from '../report/report-context.js';
import type { ScreenProps } from './screen-props.js';

/** The ranking of the agencies by itself. */
export function AgenciesScreen({ route }: ScreenProps) {
  const { say } = useReport();
  return (
    <>
      <PageHead title={say('agencies.title')} />
      <AgencyList query={route.query} />
    </>
  );
}

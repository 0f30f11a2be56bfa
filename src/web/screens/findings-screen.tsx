import { PageHead } from '../components/page-head.js';
import { FindingList } from '../lists/finding-list.js';
import { useReport } from '../report/report-context.js';
import type { ScreenProps } from './screen-props.js';

/** Every finding. */
export function FindingsScreen({ route }: ScreenProps) {
  const { report, say } = useReport();
  return (
    <>
      <PageHead title={say('nav.findings')} />
      <FindingList
        caption={say('nav.findings')}
        findings={report.model.findings}
        query={route.query}
        empty={say('findings.none')}
      />
    </>
  );
}

import { PageHead } from '../components/page-head.js';
import { SystemList } from '../lists/system-list.js';
import { useReport } from '../report/report-context.js';
import type { ScreenProps } from './screen-props.js';

/** Every information system. */
export function SystemsScreen({ route }: ScreenProps) {
  const { index, say } = useReport();
  return (
    <>
      <PageHead title={say('systems.title')} />
      <SystemList systems={index.allSystems} query={route.query} empty={say('systems.none')} />
    </>
  );
}

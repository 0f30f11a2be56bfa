import { useReport } from '../report/report-context.js';

/** What holds for every screen: that the official texts prevail, how to read intervals. */
export function PageFoot() {
  const { report } = useReport();
  return (
    <footer class="foot">
      {report.model.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
    </footer>
  );
}

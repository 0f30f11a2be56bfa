import type { WebChart, WebPicture } from '../../reports/web/web-report.js';
import { useReport } from '../report/report-context.js';

/** A chart drawn with the report, in the theme that is shown; phones get a narrower drawing. */
export function ChartPicture({ chart }: { readonly chart: WebChart }) {
  const { theme, printing } = useReport();
  const { wide, narrow } = printing || theme === 'light' ? chart.light : chart.dark;
  return (
    <figure class="chart">
      <figcaption>{chart.caption}</figcaption>
      <picture>
        <source
          media="screen and (max-width: 639px)"
          srcset={pictureAddress(narrow)}
          width={narrow.width}
          height={narrow.height}
        />
        <img src={pictureAddress(wide)} width={wide.width} height={wide.height} alt={chart.alt} />
      </picture>
    </figure>
  );
}

function pictureAddress({ svg }: WebPicture): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

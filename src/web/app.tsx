import { useLayoutEffect, useMemo } from 'preact/hooks';
import { PageFoot } from './page/page-foot.js';
import { PageTop } from './page/page-top.js';
import { usePrinting } from './page/use-printing.js';
import { useStored } from './page/use-stored.js';
import { useTheme } from './page/use-theme.js';
import type { PageData } from './report/read-page.js';
import { ReportContext } from './report/report-context.js';
import { reportView } from './report/report-view.js';
import { routeHref } from './routes/route.js';
import { usePagePlace } from './routes/use-page-place.js';
import { useRoute } from './routes/use-route.js';
import { Screen } from './screens/screen.js';

/** The application: one screen of the report in the language, theme and place that the reader chose. */
export function App({ data }: { readonly data: PageData }) {
  const [chosen, choose] = useStored('language', data.languages);
  const language = chosen ?? data.languages[0] ?? '';
  const view = useMemo(() => reportView(data.report(language)), [data, language]);
  const { theme, choice, choose: chooseTheme } = useTheme();
  const printing = usePrinting();
  const route = useRoute();
  const shown = useMemo(() => ({ ...view, theme, printing }), [view, theme, printing]);
  usePagePlace(route ? routeHref(route.screen, route.path) : '');
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <ReportContext.Provider value={shown}>
      <PageTop
        screen={route?.screen ?? null}
        languages={data.languages}
        onLanguage={choose}
        theme={choice}
        onTheme={chooseTheme}
      />
      <main id="main">
        <Screen route={route} />
      </main>
      <PageFoot />
    </ReportContext.Provider>
  );
}

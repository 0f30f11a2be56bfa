import type { ComponentType } from 'preact';
import type { Route, ScreenId } from '../routes/route.js';
import { AgenciesScreen } from './agencies-screen.js';
import { AgencyScreen } from './agency-screen.js';
import { ArticleScreen } from './article-screen.js';
import { ArticlesScreen } from './articles-screen.js';
import { FindingScreen } from './finding-screen.js';
import { FindingsScreen } from './findings-screen.js';
import { InputsScreen } from './inputs-screen.js';
import { MissingScreen } from './missing-screen.js';
import { OverviewScreen } from './overview-screen.js';
import { PacksScreen } from './packs-screen.js';
import type { ScreenProps } from './screen-props.js';
import { SystemScreen } from './system-screen.js';
import { SystemsScreen } from './systems-screen.js';

const screenOf: Readonly<Record<ScreenId, ComponentType<ScreenProps>>> = {
  overview: OverviewScreen,
  agencies: AgenciesScreen,
  agency: AgencyScreen,
  systems: SystemsScreen,
  system: SystemScreen,
  findings: FindingsScreen,
  finding: FindingScreen,
  articles: ArticlesScreen,
  article: ArticleScreen,
  packs: PacksScreen,
  inputs: InputsScreen,
};

/** The screen that an address names. Another subject is another screen: it keeps nothing of the one before. */
export function Screen({ route }: { readonly route: Route | null }) {
  if (!route) return <MissingScreen />;
  const Named = screenOf[route.screen];
  return <Named key={route.path.join('/')} route={route} />;
}

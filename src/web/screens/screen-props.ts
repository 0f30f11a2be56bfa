import type { Route } from '../routes/route.js';

/** What every screen gets besides the report: the address that named it. */
export interface ScreenProps {
  readonly route: Route;
}

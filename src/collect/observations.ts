import type { MachineFacts, NotObserved, ProductFinding } from './record.js';
import type { Traced } from './traces.js';

/** What was found on one operating system, before it becomes records. */
export interface Observations {
  readonly machine: MachineFacts;
  readonly findings: readonly ProductFinding[];
  /** Products that services, units or processes show. */
  readonly traced: readonly Traced[];
  /** A source that sees every product truly answered that there is none. */
  readonly noProduct: boolean;
  /** macOS: whether it checks programs before they start. The report's format has no field for it. */
  readonly gatekeeper?: boolean | undefined;
  readonly notObserved: readonly NotObserved[];
}

import { message } from '../messages/catalogue.js';
import { bothLanguages, type SystemFinding } from './system-finding.js';

/** The finding that nothing in force says how to judge a system's level, or its approval. */
export function noPack(rule: 'level-no-pack' | 'approval-no-pack'): SystemFinding {
  const level = rule === 'level-no-pack';
  return {
    rule,
    outcome: 'unknown',
    severity: 'high',
    citations: [],
    message: level
      ? message('system.finding.no_classification')
      : message('system.finding.no_approval'),
    notes: [],
    remediation: bothLanguages('system.remediation.pack'),
  };
}

/** The finding that working out the level failed inside the program. */
export function levelError(error: unknown): SystemFinding {
  return {
    rule: 'level-error',
    outcome: 'error',
    severity: 'high',
    citations: [],
    message: message('system.finding.error', { rule: 'level-error', detail: String(error) }),
    notes: [],
    remediation: null,
  };
}

import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { AgencyResult, TargetResult } from './assessment.js';
import { isEndpointMetric } from './target-results.js';

/** What an agency must do next toward its targets, most urgent first; empty when every target is met. */
export function nextActions(agency: Omit<AgencyResult, 'actions'>, brokenFiles: number): Message[] {
  if (agency.submission.status === 'not_submitted') return [message('audit.action.hand_in')];
  const actions: Message[] = [];
  if (brokenFiles > 0) actions.push(message('audit.action.mend_files', { count: brokenFiles }));
  const classified = agency.targets.find((target) => target.metric === 'systems_classified');
  const deployed = agency.targets.find(
    (target) => target.metric === 'systems_classified_and_plan_deployed',
  );
  const installed = agency.targets.find((target) => isEndpointMetric(target.metric));
  if (classified) {
    const failing = classified.denominator - classified.numerator - classified.unknown;
    if (failing > 0) actions.push(message('audit.action.approve', { count: failing }));
    if (classified.unknown > 0)
      actions.push(message('audit.action.answer', { count: classified.unknown }));
  }
  if (classified && deployed) {
    const failing = (target: TargetResult) =>
      target.denominator - target.numerator - target.unknown;
    const behind = failing(deployed) - failing(classified);
    const unanswered = deployed.unknown - classified.unknown;
    if (behind > 0) actions.push(message('audit.action.deploy', { count: behind }));
    if (unanswered > 0) actions.push(message('audit.action.review', { count: unanswered }));
  }
  if (installed && installed.outcome !== 'met') {
    const failing = installed.denominator - installed.numerator - installed.unknown;
    const settle = Math.min(installed.missing, installed.unknown);
    if (installed.denominator === 0) actions.push(message('audit.action.report_endpoints'));
    else if (installed.missing > installed.unknown) {
      actions.push(
        message('audit.action.install', {
          count: Math.min(failing, installed.missing - installed.unknown),
        }),
      );
    }
    if (settle > 0) actions.push(message('audit.action.settle', { count: settle }));
    if (installed.missing === 0 && agency.endpoints.self_reported)
      actions.push(message('audit.action.second_source'));
  }
  return actions;
}

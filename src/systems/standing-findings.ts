import type { InformationSystem } from '../domain/systems.js';
import { message } from '../messages/catalogue.js';
import type { TransitionCase } from '../packs/types.js';
import type { ApplicableRules } from './applicable-rules.js';
import type { SystemClassification } from './system-classification.js';
import { bothLanguages, type SystemFinding } from './system-finding.js';

/** What the transition leaves to be settled: an unsettled basis, a pack that isn't at hand, a kept level that differs. */
export function standingFindings(
  system: InformationSystem,
  { computedLevel }: SystemClassification,
  standing: TransitionCase | undefined,
  { settled, missingPack }: ApplicableRules,
): readonly SystemFinding[] {
  if (!standing) return [];
  const { citations } = standing;
  const found: SystemFinding[] = [];
  if (missingPack !== undefined) {
    found.push({
      rule: 'standing-no-pack',
      outcome: 'unknown',
      severity: 'high',
      citations,
      message: message('system.finding.standing_no_pack', { pack: missingPack }),
      notes: [
        { pointer: '/approval', note: message('finding.pack_text', { text: standing.title }) },
      ],
      remediation: bothLanguages('system.remediation.standing_no_pack'),
    });
  } else if (!settled) {
    const { title, note = title } = standing;
    found.push({
      rule: standing.id,
      outcome: 'unknown',
      severity: 'medium',
      citations,
      message: message('system.finding.standing', { title, note }),
      notes: [{ pointer: '/approval', note: message('finding.pack_text', { text: title }) }],
      remediation: bothLanguages('system.remediation.standing'),
    });
  }
  const approved = system.approval?.level;
  if (standing.levelKept && approved && computedLevel && computedLevel !== approved) {
    found.push({
      rule: 'level-kept',
      outcome: 'unknown',
      severity: computedLevel > approved ? 'medium' : 'info',
      citations: [...citations, { text: 'Điều 25 NĐ 331/2026', certainty: 'reading' }],
      message: message('system.finding.level_kept', { approved, computed: computedLevel }),
      notes: [
        { pointer: '/approval', note: message('finding.pack_text', { text: standing.title }) },
      ],
      remediation: bothLanguages('system.remediation.level_kept'),
    });
  }
  return found;
}

import type { Block } from '../../document.js';
import { paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportSystem } from '../../report-model.js';
import { highLevel } from './justification.js';
import { partState } from './part-state.js';

/** Part 5: the specialised unit's opinion, which only levels 4 and 5 need (Decree 331/2026/NĐ-CP Art. 21). */
export function opinionBlocks(system: ReportSystem, say: Speaker): Block[] {
  if (!highLevel(system)) {
    return [
      paragraph(
        system.computedLevel === null
          ? say('dossier.opinion.unknown')
          : say('dossier.opinion.none'),
      ),
    ];
  }
  return [
    ...partState(system, 'expert_opinion', say),
    {
      kind: 'fields',
      items: [
        {
          label: say('dossier.opinion.unit'),
          value: system.profile?.specialisedUnit ?? null,
        },
        { label: say('dossier.document.number'), value: null },
        { label: say('dossier.opinion.summary'), value: null },
      ],
    },
  ];
}

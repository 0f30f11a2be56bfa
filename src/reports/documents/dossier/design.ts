import type { Block } from '../../document.js';
import { paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportSystem } from '../../report-model.js';
import { partState } from './part-state.js';

/** Part 2: the design document, another for a new system than for one in operation (Decree 331/2026/NĐ-CP Art. 21). */
export function designBlocks(system: ReportSystem, say: Speaker): Block[] {
  return [
    ...partState(system, 'design', say),
    paragraph(
      system.lifecycle === 'operating'
        ? say('dossier.design.operating')
        : say('dossier.design.new'),
    ),
    {
      kind: 'fields',
      items: [
        { label: say('dossier.document.name'), value: null },
        { label: say('dossier.document.number'), value: null },
        { label: say('dossier.document.authority'), value: null },
      ],
    },
  ];
}

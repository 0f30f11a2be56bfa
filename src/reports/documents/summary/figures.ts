import type { FiguresBlock } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportModel } from '../../report-model.js';

/** The big figures: each target's rate, and how many agencies handed in everything. */
export function figures(model: ReportModel, say: Speaker): FiguresBlock {
  const { targets, province } = model;
  const { agencies } = province;
  return {
    kind: 'figures',
    items: [
      ...targets.flatMap(({ shortTitle, threshold }, index): FiguresBlock['items'] => {
        const cell = province.cells[index];
        if (cell === undefined) return [];
        const outcome = cell.outcomeWord.toLocaleLowerCase(model.language);
        return [
          {
            value: cell.denominator === 0 ? say('summary.figure.none') : cell.percent,
            label: shortTitle,
            note: say('summary.figure.target', { threshold, outcome }),
            tone: cell.outcome,
          },
        ];
      }),
      {
        value: `${agencies.submitted}/${agencies.total}`,
        label: say('summary.figure.handed_in'),
        note: say('summary.figure.handed_in_note', {
          partly: agencies.partly,
          none: agencies.not_submitted,
        }),
        tone: 'neutral',
      },
    ],
  };
}

import type { TableBlock } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportModel } from '../../report-model.js';

/** The rule packs with their editions and digests, in force or not. */
export function packTable({ packs }: ReportModel, say: Speaker): TableBlock {
  return {
    kind: 'table',
    caption: say('summary.table.packs'),
    compact: true,
    columns: [
      { title: say('summary.column.pack'), weight: 34 },
      { title: say('summary.column.edition'), weight: 26 },
      { title: say('summary.column.digest'), weight: 40 },
    ],
    rows: packs.map(({ id, title, version, effective, digest, inForce }) => {
      const edition = `${version}, ${effective}`;
      return [
        `${title} (${id})`,
        inForce ? edition : say('summary.pack.not_in_force', { edition }),
        digest,
      ];
    }),
    empty: say('official.none'),
  };
}

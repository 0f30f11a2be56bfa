import type { Block } from '../document.js';
import type { ReportModel } from '../report-model.js';
import { heading, note, paragraph, type Speaker } from './official-text.js';

/**
 * On which editions of the rules a report rests, with their digests, and what in them is a reading, open, or not checked
 * against the text of the law.
 */
export function ruleNotes(model: ReportModel, say: Speaker): Block[] {
  return [
    paragraph(say('official.notes.how', { date: model.asOf })),
    ...model.packs
      .filter(({ inForce }) => inForce)
      .flatMap((pack): Block[] => {
        const open = pack.notes.filter(({ certaintyWord }) => certaintyWord !== null);
        return [
          heading(2, pack.title),
          {
            kind: 'fields',
            items: [
              {
                label: say('official.notes.edition'),
                value: say('official.notes.edition_value', {
                  id: pack.id,
                  version: pack.version,
                  effective: pack.effective,
                }),
              },
              { label: 'SHA-256', value: pack.digest },
            ],
          },
          ...(open.length === 0
            ? []
            : [
                {
                  kind: 'list',
                  ordered: false,
                  items: open.map(({ id, certaintyWord, text }) => [
                    { text: `${id} (${certaintyWord}): `, bold: true },
                    { text },
                  ]),
                } satisfies Block,
              ]),
        ];
      }),
  ];
}

/** What a reader of any report must know, in small letters: that the official texts prevail, how to read intervals. */
export function remarkBlocks(model: ReportModel): Block[] {
  return model.remarks.map((remark) => note(remark));
}

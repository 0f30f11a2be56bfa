import { formatNumber, isKnownMessage } from '../../../messages/format.js';
import type { Block } from '../../document.js';
import { say as sayKey } from '../../model/words.js';
import { note, paragraph, type Speaker } from '../../official/official-text.js';
import type { ReportModel } from '../../report-model.js';
import { groupBy } from './group-by.js';

/** What the agencies must do, added up: who, and how many systems, machines or files. */
export function recommendations(
  model: ReportModel,
  ranking: string,
  say: Speaker,
): readonly Block[] {
  const { agencies, language } = model;
  const asked = agencies.flatMap(({ name, actions }) =>
    actions.map((action) => ({ name, ...action })),
  );
  if (asked.length === 0) return [paragraph(say('summary.recommendations.none'))];
  const number = (count: number) => formatNumber(count, language);
  const groups = [...groupBy(asked, ({ key, text }) => key ?? text).values()].sort(
    (a, b) => order(a[0].key) - order(b[0].key),
  );
  return [
    {
      kind: 'table',
      caption: null,
      compact: true,
      columns: [
        { title: say('official.no'), weight: 4, align: 'center' },
        { title: say('summary.column.recommendation'), weight: 34 },
        { title: say('summary.column.agencies'), weight: 8, align: 'right' },
        { title: say('summary.column.amount'), weight: 8, align: 'right' },
        { title: say('summary.column.who'), weight: 46 },
      ],
      rows: groups.map((own, index) => [
        number(index + 1),
        recommendation(own[0], model),
        number(own.length),
        own[0].count === undefined
          ? ''
          : number(own.reduce((sum, { count }) => sum + (count ?? 0), 0)),
        own
          .map(({ name, count }) =>
            count === undefined ? name : say('summary.named', { name, count: number(count) }),
          )
          .join('; '),
      ]),
      empty: say('official.none'),
    },
    note(say('summary.recommendations.note', { ranking })),
  ];
}

/** In the order in which an agency is asked; what isn't known last. */
const known = [
  'hand_in',
  'mend_files',
  'report_endpoints',
  'approve',
  'answer',
  'review',
  'deploy',
  'install',
  'settle',
  'second_source',
];

function order(key: string | undefined): number {
  const place = known.indexOf(lastPart(key));
  return place < 0 ? known.length : place;
}

function lastPart(key: string | undefined): string {
  return key?.replace(/^audit\.action\./, '') ?? '';
}

function recommendation(
  { key, text }: { readonly key?: string; readonly text: string },
  { language }: ReportModel,
): string {
  const own = `summary.recommend.${lastPart(key)}`;
  return isKnownMessage(own) ? sayKey(language, own) : text;
}

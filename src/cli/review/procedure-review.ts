import type { Language } from '../../domain/text.js';
import { message } from '../../messages/catalogue.js';
import { formatMessage, localized, text } from '../../messages/format.js';
import type { Classification, LevelProcedure, RulePack } from '../../packs/types.js';
import { markdownTable, markdownText } from '../markdown.js';
import { certaintyWord } from '../pack-words.js';

/** Who appraises and approves at each level, within how many days, by which forms; the general limits; the exceptions. */
export function procedureReview(
  { classification }: RulePack,
  language: Language,
): readonly string[] {
  if (!classification) return [];
  const { procedure } = classification;
  const { incompleteFileReplyDays: reply, approvalDays: approval } = procedure;
  const limits = [
    ['review.incomplete_file', reply],
    ['review.approval_limit', approval],
  ] as const;
  return [
    levelTable(classification, language),
    limits
      .map(([key, limit]) => {
        const { workingDays: count, citation, note } = limit;
        const said = formatMessage(message(key, { count, citation }), language);
        return `- ${markdownText(note ? `${said} ${localized(note, language)}` : said)}`;
      })
      .join('\n'),
    ...(procedure.exceptions.length === 0 ? [] : [exceptionTable(classification, language)]),
  ];
}

function levelTable({ procedure, actors }: Classification, language: Language): string {
  const head = ['level', 'appraiser', 'approver', 'time', 'forms', 'citation', 'comment'] as const;
  const actor = (id: string) => {
    const title = actors.find((each) => each.id === id)?.title;
    return markdownText(title ? localized(title, language) : id);
  };
  return markdownTable(
    head.map((column) => text(`review.column.${column}`, language)),
    procedure.levels.map((each) => [
      String(each.level),
      [
        actor(each.appraiser),
        ...(each.expertOpinion ? [markdownText(text('review.expert', language))] : []),
      ],
      [
        actor(each.approver),
        ...(each.reportTo === undefined
          ? []
          : [`${markdownText(text('review.report_to', language))} ${actor(each.reportTo)}`]),
      ],
      markdownText(limitText(each, language)),
      each.forms.length === 0
        ? ''
        : markdownText(
            `${each.forms.join(', ')} (${formatMessage(certaintyWord(each.formsCertainty), language)})`,
          ),
      markdownText(each.citation),
      '',
    ]),
  );
}

function limitText(
  { appraisalWorkingDays, appraisalDays }: LevelProcedure,
  language: Language,
): string {
  if (appraisalDays !== undefined) {
    return formatMessage(message('requirement.days', { count: appraisalDays }), language);
  }
  return appraisalWorkingDays === null
    ? text('review.no_limit', language)
    : formatMessage(message('review.working_days', { count: appraisalWorkingDays }), language);
}

function exceptionTable({ procedure, actors }: Classification, language: Language): string {
  const head = ['id', 'exception', 'appraiser', 'citation', 'comment'] as const;
  return markdownTable(
    head.map((column) => text(`review.column.${column === 'id' ? 'note' : column}`, language)),
    procedure.exceptions.map(({ id, when, appraiser, procedureAsLevel, citation }) => {
      const title = actors.find((each) => each.id === appraiser)?.title;
      return [
        markdownText(id),
        markdownText(localized(when, language)),
        [
          ...(title ? [markdownText(localized(title, language))] : []),
          ...(procedureAsLevel === undefined
            ? []
            : [
                markdownText(
                  formatMessage(message('review.as_level', { level: procedureAsLevel }), language),
                ),
              ]),
        ],
        markdownText(citation),
        '',
      ];
    }),
  );
}

/** Which rules a system must pass to count in a metric. */
export function metricReview({ approval }: RulePack, language: Language): readonly string[] {
  const metrics = Object.entries(approval?.metrics ?? {});
  if (metrics.length === 0) return [];
  const head = ['metric', 'rules', 'comment'] as const;
  return [
    markdownTable(
      head.map((column) => text(`review.column.${column}`, language)),
      metrics.map(([metric, rules]) => [`\`${metric}\``, markdownText(rules.join(', ')), '']),
    ),
  ];
}

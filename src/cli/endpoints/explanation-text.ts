import type { ExplainedEndpoint } from '../../audit/explain-endpoint.js';
import type { Message, MessageParam } from '../../domain/text.js';
import type { SourceRow } from '../../fleet/explain/source-rows.js';
import type {
  CheckExplanation,
  SeenFact,
  StepExplanation,
} from '../../fleet/explain/verdict-steps.js';
import { type MessageKey, message } from '../../messages/catalogue.js';
import { text } from '../../messages/format.js';
import { safe } from '../print.js';
import { identityLines, rowLines, saidLines } from './evidence-text.js';
import { momentText, type Page, said } from './page.js';

/** Why a machine has its verdict, for a terminal: the verdict first, then everything that led to it. */
export function explanationText(explained: ExplainedEndpoint, page: Page): string {
  const { explanation } = explained;
  const { language, styles } = page;
  const { name, id } = explanation.endpoint;
  const part = (key: MessageKey, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', styles.heading(text(key, language)), ...lines];
  return [
    styles.heading(safe(name === id ? id : `${name} · ${id}`)),
    ...machineLines(explained, page),
    '',
    ...verdictLines(explained, page),
    ...part('endpoint_explain.identity', identityLines(explanation, page)),
    '',
    ...rowLines(explanation, page),
    ...part('endpoint_explain.said', saidLines(explanation, page)),
    '',
    styles.heading(text('endpoint_explain.checks', language)),
    ...explanation.checks.flatMap((each) => checkLines(each, page)),
    '',
    styles.heading(text('endpoint_explain.steps', language)),
    ...explanation.steps.flatMap((each) => stepLines(each, page)),
  ].join('\n');
}

function machineLines({ explanation, agencyName }: ExplainedEndpoint, page: Page): string[] {
  const { endpoint, kind, os, identity, rows, seenDaysAgo, evidenceAgeDays } = explanation;
  const unknown = message('endpoint_explain.not_known');
  const words = [os.name, os.version, os.build, os.edition].filter((each) => each !== null);
  const system = words.length === 0 ? unknown : words.join(' ');
  const others = identity.agencies.slice(1).map(({ agency }) => agency);
  return [
    message('endpoint_explain.agency', { name: agencyName, id: endpoint.agency }),
    ...(others.length > 0
      ? [message('endpoint_explain.agencies', { agencies: others.join(', ') })]
      : []),
    message('endpoint_explain.kind', {
      kind: kind === null ? unknown : { key: `endpoint_explain.kind.${kind}`, params: {} },
      os: supportWords[os.support ?? '']?.(system) ?? system,
    }),
    seenDaysAgo === null
      ? message('endpoint_explain.seen_never')
      : message('endpoint_explain.seen', { at: momentText(lastSeen(rows)), days: seenDaysAgo }),
    ...(evidenceAgeDays === null
      ? []
      : [message('endpoint_explain.evidence_age', { days: evidenceAgeDays })]),
  ].map((each) => said(each, page));
}

function verdictLines({ explanation, decisive }: ExplainedEndpoint, page: Page): string[] {
  const { verdict, installed, exclusion, steps, products, checks, noProtection } = explanation;
  const { styles } = page;
  const word = verdictWord(verdict);
  const product = products.find(({ decides }) => decides);
  const step = steps.find(({ decided }) => decided)?.step;
  const tone =
    verdict === 'protected' ? styles.good : verdict === 'unprotected' ? styles.bad : styles.caution;
  const outcome = checks.find(({ check }) => check.id === decisive?.check.id)?.outcome;
  return [
    tone(
      said(
        product
          ? message('endpoint_explain.verdict_by', { verdict: word, product: product.label })
          : message('endpoint_explain.verdict', { verdict: word }),
        page,
        '',
      ),
    ),
    ...[
      step
        ? message('endpoint_explain.step', {
            id: step.id,
            title: step.title,
            citation: step.citation,
          })
        : message('endpoint_explain.no_step'),
      ...(exclusion === null
        ? []
        : [message('endpoint_explain.exclusion', { reason: exclusionWord(exclusion) })]),
      ...(decisive
        ? [
            message('endpoint_explain.check', {
              id: decisive.check.id,
              title: decisive.check.title,
              text:
                outcome === 'fail' ? decisive.check.message.fail : decisive.check.message.unknown,
            }),
            message('report.remediation', { text: decisive.check.remediation }),
          ]
        : []),
      ...(verdict === 'unknown' || verdict === 'unprotected'
        ? [message(`endpoint_explain.no_protection.${noProtection.rule}`)]
        : []),
      message(`endpoint_explain.installed.${installed}`),
      ...(decisive ? [message('endpoint_explain.finding', { id: decisive.finding })] : []),
    ].map((each) => said(each, page)),
  ];
}

const supportWords: Readonly<Record<string, (os: MessageParam) => Message>> = {
  supported: (os) => message('endpoint_explain.os_supported', { os }),
  extended: (os) => message('endpoint_explain.os_extended', { os }),
  end_of_life: (os) => message('endpoint_explain.os_ended', { os }),
};

const marks = { pass: '+', fail: 'x', unknown: '?', not_applicable: '-' } as const;

function checkLines({ check, outcome, warned, because }: CheckExplanation, page: Page): string[] {
  const { styles } = page;
  const tone = {
    pass: styles.good,
    fail: styles.bad,
    unknown: styles.caution,
    not_applicable: styles.faint,
  };
  const head = said(
    message('endpoint_explain.check_line', {
      mark: warned ? '!' : marks[outcome],
      id: check.id,
      title: check.title,
    }),
    page,
    '    ',
    '  ',
  );
  return [
    (warned ? styles.caution : tone[outcome])(head),
    ...because.map((each) => seenLine(each, page)),
  ];
}

function stepLines({ step, holds, decided, because }: StepExplanation, page: Page): string[] {
  const { styles } = page;
  const head = said(
    message('endpoint_explain.step_line', {
      mark: decided ? '>' : holds === null ? '?' : '-',
      id: step.id,
      verdict: verdictWord(step.verdict),
      title: step.title,
    }),
    page,
    '    ',
    '  ',
  );
  return [decided ? styles.strong(head) : head, ...because.map((each) => seenLine(each, page))];
}

function seenLine({ message: seen }: SeenFact, page: Page): string {
  return page.styles.faint(said(seen, page, '        ', '      '));
}

function verdictWord(verdict: string): Message {
  return { key: `audit.verdict.${verdict}`, params: {} };
}

/** The newest day on which any row says that the machine was there; a directory's days have their allowance besides. */
function lastSeen(rows: readonly SourceRow[]): string | null {
  const seen = rows.flatMap(({ facts }) =>
    typeof facts['last_seen'] === 'string' ? [facts['last_seen']] : [],
  );
  return seen.toSorted().at(-1) ?? null;
}

/** The reason of an exclusion in words; a reason that isn't known as it stands. */
export function exclusionWord(reason: string): Message {
  return { key: `exclusion.${reason}`, params: {} };
}

import type { Message } from '../../domain/text.js';
import type { FlagExplanation, ProductExplanation } from '../../fleet/explain/product-facts.js';
import type { SourceRow } from '../../fleet/explain/source-rows.js';
import type { EndpointExplanation } from '../../fleet/explain-endpoint.js';
import { doubtDays, staleAfterDays } from '../../fleet/stages/resolve.js';
import { message } from '../../messages/catalogue.js';
import { show } from '../print.js';
import { paragraph } from '../table.js';
import { momentText, type Page, said } from './page.js';

/** Rows shown on the screen; `--json` has all. */
const maxRows = 12;

/** Why the rows are one machine. */
export function identityLines({ identity, totalRows }: EndpointExplanation, page: Page): string[] {
  const { rung, key, merges, keptApart, shared, placeholderOnly, sound } = identity;
  return [
    rung === null || key === null
      ? message('endpoint_explain.known_by_name')
      : message('endpoint_explain.known_by', { rung: rungWord(rung), key: keyText(rung, key) }),
    ...(totalRows === 1 ? [message('endpoint_explain.single_row')] : []),
    ...merges.map((each) =>
      message('endpoint_explain.merged', {
        rung: rungWord(each.rung),
        key: keyText(each.rung, each.key),
        rows: each.rows.join(', '),
      }),
    ),
    ...keptApart.map((each) =>
      message('endpoint_explain.kept_apart', {
        rung: rungWord(each.rung),
        key: keyText(each.rung, each.key),
        others: each.others.map(({ id, name }) => `${name} (${id})`).join(', '),
      }),
    ),
    ...shared.map((each) =>
      message('endpoint_explain.shared', {
        rung: rungWord(each.rung),
        key: keyText(each.rung, each.key),
        count: each.machines,
      }),
    ),
    ...(placeholderOnly ? [message('endpoint_explain.placeholder_only')] : []),
    ...(sound ? [] : [message('endpoint_explain.unsound')]),
  ].map((each) => said(each, page, '    ', '  '));
}

/** The rows of exports that speak of the machine, with everything that they say. */
export function rowLines({ rows, totalRows }: EndpointExplanation, page: Page): string[] {
  const { language, width, styles } = page;
  const hidden = totalRows - Math.min(rows.length, maxRows);
  return [
    styles.heading(show(message('endpoint_explain.rows', { count: totalRows }), language)),
    ...rows.slice(0, maxRows).flatMap((each) => [
      said(
        message('endpoint_explain.row', { no: each.no, path: placeOf(each), row: each.row }),
        page,
        '     ',
        '  ',
      ),
      said(
        message('endpoint_explain.row_source', {
          source: each.sourceTitle,
          grade: each.grade,
          at: momentText(each.observedAt),
        }),
        page,
        '     ',
      ),
      paragraph(factsText(each), width, '       ', '     '),
      ...(each.futureDate ? [said(message('endpoint_explain.row_future'), page, '     ')] : []),
    ]),
    ...(hidden > 0 ? [said(message('endpoint_explain.more_rows', { count: hidden }), page)] : []),
  ];
}

function placeOf({ path, part }: SourceRow): string {
  return part === null ? path : `${path} [${part}]`;
}

/** Names of facts as a mapping gives them, as `endpoints inspect` shows them. */
function factsText({ facts }: SourceRow): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(' ') : String(value)}`)
    .join(', ');
}

/** Each product and each flag: what it is taken to be, why, and which rows say so. */
export function saidLines({ products, machineFlags }: EndpointExplanation, page: Page): string[] {
  return [
    ...(products.length === 0 ? [said(message('endpoint_explain.no_product'), page)] : []),
    ...products.flatMap((each) => productLines(each, page)),
    ...(machineFlags.length === 0
      ? []
      : [
          page.styles.strong(said(message('endpoint_explain.machine'), page)),
          ...flagsLines(machineFlags, page, true),
        ]),
  ];
}

function productLines(product: EndpointExplanation['products'][number], page: Page): string[] {
  const { label, candidate, decides, verdict, blocking, flags, signatures, openThreats } = product;
  const standing = decides
    ? message('endpoint_explain.product_decides')
    : candidate && verdict
      ? message('endpoint_explain.product_alone', {
          verdict: { key: `audit.verdict.${verdict.verdict}`, params: {} },
        })
      : message('endpoint_explain.product_never');
  return [
    page.styles.strong(
      said(
        message('endpoint_explain.product_line', {
          product:
            product.class === null
              ? message('endpoint_explain.product_unlisted', { label })
              : label,
          standing,
        }),
        page,
      ),
    ),
    ...flagsLines(flags, page, candidate),
    ...(candidate ? [said(blockingLine(blocking), page, '      ', '    ')] : []),
    ...(signatures
      ? [
          said(
            message('endpoint_explain.signatures', {
              date: momentText(signatures.date),
              at: momentText(signatures.observedAt),
            }),
            page,
            '      ',
            '    ',
          ),
        ]
      : []),
    ...(openThreats === null
      ? []
      : [said(message('endpoint_explain.threats', { count: openThreats }), page, '    ')]),
  ];
}

function blockingLine(blocking: ProductExplanation['blocking']): Message {
  return message('endpoint_explain.blocking', { taken: truthWord(blocking) });
}

/** Flags of which some row speaks, each with its rows; the others in one line. Not `judged`: nothing is taken of them. */
function flagsLines(flags: readonly FlagExplanation[], page: Page, judged: boolean): string[] {
  const spoken = flags.filter(({ words, rule }) => words.length > 0 || rule !== 'silent');
  const silent = flags.filter((each) => !spoken.includes(each));
  return [
    ...spoken.flatMap(({ flag, taken, rule, words }) => [
      said(
        judged
          ? message('endpoint_explain.flag_line', {
              flag: flagWord(flag),
              taken: truthWord(taken),
              rule: ruleWord(rule),
            })
          : flagWord(flag),
        page,
        '      ',
        '    ',
      ),
      ...words.map(({ says, row, grade, at, implied }) =>
        page.styles.faint(
          said(
            message(implied ? 'endpoint_explain.word_implied' : 'endpoint_explain.word', {
              says: truthWord(says),
              row,
              grade,
              at: momentText(at),
            }),
            page,
            '        ',
            '      ',
          ),
        ),
      ),
    ]),
    ...(silent.length === 0
      ? []
      : [
          said(
            message('endpoint_explain.silent', {
              flags: silent.map(({ flag }) => show(flagWord(flag), page.language)).join(', '),
            }),
            page,
            '      ',
            '    ',
          ),
        ]),
  ];
}

/** Why a flag is taken to be what it is. */
export function ruleWord(rule: FlagExplanation['rule']): Message {
  if (rule === 'doubt') return message('endpoint_explain.rule.doubt', { days: doubtDays });
  if (rule === 'stale') return message('endpoint_explain.rule.stale', { days: staleAfterDays });
  return message(`endpoint_explain.rule.${rule}`);
}

function truthWord(truth: boolean | null): Message {
  if (truth === null) return message('endpoint_explain.not_known');
  return message(truth ? 'endpoint_explain.yes' : 'endpoint_explain.no');
}

function flagWord(flag: string): Message {
  return { key: `endpoint_explain.flag.${flag}`, params: {} };
}

function rungWord(rung: string): Message {
  return { key: `endpoint_explain.rung.${rung}`, params: {} };
}

/** A key without what only the database needs in it: the agency, the source, the kind of id. */
function keyText(rung: string, key: string): string {
  if (rung === 'mac_and_host') return key.replace('|', ' ');
  return key.slice(key.lastIndexOf('|') + 1);
}

import type { MachineReport } from '../../collect/collect-machine.js';
import type { EndpointRecord, MachineFacts, ProductFacts } from '../../collect/record.js';
import type { Language } from '../../domain/text.js';
import { type MessageKey, message } from '../../messages/catalogue.js';
import { formatMessage, text } from '../../messages/format.js';
import { type Styles, safe, show } from '../print.js';
import { paragraph } from '../table.js';
import { textWidth } from '../text-width.js';
import { notObservedMessage } from './report-words.js';

const machineFacts = [
  'fqdn',
  'os_name',
  'os_version',
  'os_build',
  'os_edition',
  'kind',
  'virtual',
  'manufacturer',
  'serial',
  'hardware_uuid',
  'machine_id',
  'macs',
] as const satisfies readonly (keyof MachineFacts)[];

const controls = [
  'firewall',
  'disk_encrypted',
  'last_patch',
  'last_full_scan',
] as const satisfies readonly (keyof MachineFacts)[];

const productFacts = [
  'product_version',
  'installed',
  'running',
  'realtime',
  'mode',
  'signatures_date',
  'signatures_current',
  'auto_update',
  'managed',
  'tamper_protection',
] as const satisfies readonly (keyof ProductFacts)[];

/** The report for people: who the machine is, what protects it, what isn't known and why, what more rights would tell. */
export function reportText(
  { records, notObserved, gatekeeper }: MachineReport,
  language: Language,
  width: number,
  styles: Styles,
): string {
  const [machine, ...others] = records;
  const heading = (key: 'protection' | 'unknown'): string =>
    styles.heading(text(`collect.heading.${key}`, language));
  const products = others.flatMap((each) => productLines(each, language, width, styles));
  const gatekeeperLine = gatekeeper === undefined ? [] : [['gatekeeper', gatekeeper] as const];
  const needRights = notObserved.filter(({ why }) => why === 'no_permission');
  return [
    styles.heading(show(message('collect.heading.machine', { host: machine.host }), language)),
    ...factLines(
      machineFacts.map((name) => [name, machine[name]] as const),
      '  ',
      language,
      width,
    ),
    '',
    heading('protection'),
    ...(products.length > 0
      ? products
      : [paragraph(text('collect.nothing_seen', language), width, '  ')]),
    ...factLines(
      [...controls.map((name) => [name, machine[name]] as const), ...gatekeeperLine],
      '  ',
      language,
      width,
    ),
    '',
    heading('unknown'),
    ...(notObserved.length === 0
      ? [paragraph(text('collect.all_known', language), width, '  ')]
      : notObserved.map((each) =>
          paragraph(formatMessage(notObservedMessage(each), language), width, '    ', '  - '),
        )),
    ...(needRights.length === 0
      ? []
      : ['', paragraph(moreRights(needRights, language), width, '')]),
  ].join('\n');
}

function productLines(
  record: EndpointRecord,
  language: Language,
  width: number,
  styles: Styles,
): readonly string[] {
  if (record.product === undefined) {
    return [styles.bad(paragraph(text('collect.no_product', language), width, '  '))];
  }
  const title = message('collect.product', {
    product: record.product,
    evidence: message(`collect.evidence.${record.grade}`),
  });
  return [
    paragraph(formatMessage(title, language), width, '    ', '  '),
    ...factLines(
      productFacts.map((name) => [name, record[name]] as const),
      '    ',
      language,
      width,
    ),
  ];
}

type Named = readonly [
  name: Extract<MessageKey, `collect.fact.${string}`> extends `collect.fact.${infer Name}`
    ? Name
    : never,
  value: string | boolean | readonly string[] | undefined,
];

/** A line for each known fact, values below one another; a value too long for the line goes on below itself. */
function factLines(
  facts: readonly Named[],
  indent: string,
  language: Language,
  width: number,
): readonly string[] {
  const known = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [[label(name, language), shown(name, value, language)] as const],
  );
  const column = Math.max(0, ...known.map(([title]) => textWidth(title))) + 2;
  return known.map(([title, value]) => {
    const start = `${indent}${title}${' '.repeat(column - textWidth(title))}`;
    return paragraph(value, width, ' '.repeat(textWidth(start)), start);
  });
}

function label(name: Named[0], language: Language): string {
  return text(`collect.fact.${name}`, language);
}

function shown(name: string, value: Exclude<Named[1], undefined>, language: Language): string {
  if (typeof value === 'boolean') return text(value ? 'collect.yes' : 'collect.no', language);
  if (typeof value !== 'string') return value.map(safe).join(', ');
  if (name === 'mode') return text(`collect.mode.${value as 'block'}`, language);
  if (name === 'kind') return text(`collect.kind.${value as 'server'}`, language);
  return value;
}

function moreRights(facts: MachineReport['notObserved'], language: Language): string {
  const names = facts.map(({ fact, of }) => {
    const name = label(fact, language);
    return of === undefined ? name : `${name} (${of})`;
  });
  return formatMessage(message('collect.more_rights', { facts: names.join(', ') }), language);
}

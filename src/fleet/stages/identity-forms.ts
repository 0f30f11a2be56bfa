import type { Statement } from '../engines/engine.js';

/** UUIDs that makers leave in place of a real one, in the form of `uuid_form`. */
const placeholderUuids = ['00020003-0004-0005-0006-000700080009'];

/** Serial numbers that mean "none". */
const placeholderSerials = [
  'to be filled by o.e.m.',
  'default string',
  'system serial number',
  'none',
  '0',
  '-',
  'not specified',
  'n/a',
  'invalid',
];

/** Shorter device ids are a console's running numbers, which every console gives anew. */
const minVendorIdLength = 8;

/** Makers whose name is written in several ways, by its first word. */
const makerAliases: Readonly<Record<string, string>> = {
  hewlett: 'hp',
  hpe: 'hp',
  asustek: 'asus',
  micro: 'msi',
  giga: 'gigabyte',
};

/** First words that mainboard makers leave where a maker's name belongs. */
const placeholderMakers = ['to', 'default', 'system', 'o', 'oem', 'not', 'none', 'n', 'unknown'];

/** Exports of one console that carry another name than the console's: by the first word of the source's id. */
const consoleAliases: Readonly<Record<string, string>> = { graph: 'intune' };

/**
 * Macros that give an identifier the one form in which it is compared; NULL for a placeholder and for what is none.
 * `console_of` names the console that a source is an export of: the first word of the source's id.
 */
export function identityMacros(): Statement[] {
  const words = (list: readonly string[]) => list.map((word) => `'${word}'`).join(', ');
  const renamed = (aliases: Readonly<Record<string, string>>) =>
    Object.entries(aliases)
      .map(([from, to]) => `WHEN '${from}' THEN '${to}'`)
      .join(' ');
  return [
    {
      // SMBIOS readers disagree on the byte order of the first three groups: the lesser of the two forms is taken.
      sql: `CREATE MACRO uuid_bytes(x) AS CASE WHEN regexp_matches(x, '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
        AND NOT regexp_matches(x, '^[0f-]+$') THEN least(x, regexp_replace(x,
          '^(..)(..)(..)(..)-(..)(..)-(..)(..)-', '\\4\\3\\2\\1-\\6\\5-\\8\\7-')) END`,
    },
    {
      sql: `CREATE MACRO uuid_form(x) AS CASE WHEN uuid_bytes(trim(lower(x), '{} ')) NOT IN (${words(placeholderUuids)})
        THEN uuid_bytes(trim(lower(x), '{} ')) END`,
    },
    {
      // VMware writes its serials with or without blanks and dashes.
      sql: `CREATE MACRO serial_text(x) AS CASE WHEN fold(x) LIKE 'vmware-%'
        THEN 'vmware-' || regexp_replace(substr(fold(x), 8), '[ -]', '', 'g') ELSE fold(x) END`,
    },
    {
      sql: `CREATE MACRO serial_form(x) AS CASE WHEN length(serial_text(x)) >= 4 AND serial_text(x) NOT IN (${words(placeholderSerials)})
        AND replace(serial_text(x), left(serial_text(x), 1), '') <> '' THEN serial_text(x) END`,
    },
    {
      sql: `CREATE MACRO maker_word(x) AS CASE x ${renamed(makerAliases)} ELSE x END`,
    },
    {
      // "Dell Inc." and "DELL" are one maker: its first word.
      sql: `CREATE MACRO maker_form(x) AS CASE WHEN regexp_extract(fold(x), '[a-z0-9]+') NOT IN ('', ${words(placeholderMakers)})
        THEN maker_word(regexp_extract(fold(x), '[a-z0-9]+')) END`,
    },
    {
      // A machine that isn't joined to a directory has an id of zeros in many exports.
      sql: `CREATE MACRO device_form(x) AS CASE WHEN NOT regexp_matches(trim(lower(x), '{} '), '^([0-]*|[f-]*)$')
        THEN trim(lower(x), '{} ') END`,
    },
    {
      sql: `CREATE MACRO vendor_form(x) AS CASE WHEN length(device_form(x)) >= ${minVendorIdLength} THEN trim(x) END`,
    },
    {
      sql: `CREATE MACRO console_of(x) AS CASE regexp_extract(x, '^[^-]+') ${renamed(consoleAliases)} ELSE regexp_extract(x, '^[^-]+') END`,
    },
    {
      // An address is no name: machines change theirs, and the first number of it is many machines'.
      sql: `CREATE MACRO is_address(x) AS coalesce(regexp_matches(trim(x), '^(\\d{1,3}([.]\\d{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)$'), false)`,
    },
    {
      sql: `CREATE MACRO host_form(x) AS CASE WHEN NOT is_address(x) THEN nullif(regexp_extract(upper(nfc_normalize(trim(x))), '^[^.]+'), 'LOCALHOST') END`,
    },
  ];
}

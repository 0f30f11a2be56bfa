import type { Statement } from '../engines/engine.js';

/**
 * Words that tools join or shorten, brought to the catalogue's: `WindowsServer2019` and `RedHatEnterpriseLinux` as Defender
 * for Endpoint writes them, `CentOS 7`, `RHEL 9`. Applied in order to folded text.
 */
const rewritten: readonly (readonly [pattern: string, replacement: string])[] = [
  ['windowsserver', 'windows server '],
  ['windows(\\d)', 'windows \\1'],
  ['(server \\d{4})r2', '\\1 r2'],
  ['redhatenterpriselinux|\\brhel\\b|redhat enterprise linux', 'red hat enterprise linux'],
  ['(oracle|amazon|rocky)linux', '\\1 linux '],
  ['alma linux', 'almalinux'],
  ['\\brelease ', ''],
  ['^centos (\\d)', 'centos linux \\1'],
  // Defender for Endpoint writes Ubuntu's 20.04 as 20.4.
  ['^(ubuntu.*\\b\\d{2})\\.4\\b', '\\1.04'],
  ['\\s+', ' '],
];

const tidy = (text: string) =>
  rewritten.reduce(
    (sql, [from, to]) => `regexp_replace(${sql}, '${from}', '${to}', 'g')`,
    `fold(${text})`,
  );

/** Which class of editions of Windows a name or an EditionID speaks of: each class has its own end of support. */
const editionClass = `CASE
  WHEN regexp_matches(e, 'iot') AND regexp_matches(e, 'ltsc|ltsb|enterprises') THEN 'iot_ltsc'
  WHEN regexp_matches(e, 'ltsc|ltsb|\\benterprisesn?\\b') THEN 'enterprise_ltsc'
  WHEN regexp_matches(e, 'pro(fessional)? ?education') THEN 'home_pro'
  WHEN regexp_matches(e, 'enterprise|education') THEN 'enterprise_education'
  WHEN regexp_matches(e, '\\b(pro|home|professional|core|coresinglelanguage)\\b') THEN 'home_pro' END`;

/** A version of Windows 10 or 11 by its name: `22H2`, `1809`. */
const windowsVersion = '\\b(\\d{2}h[12]|1507|1511|1607|1703|1709|1803|1809|1903|1909|2004)\\b';

/**
 * How long each operating system is supported, from the dated catalogue, as table `os_fact`. What kind of machine it is
 * decides first, since client and server share build numbers; then the build, else the words. An unnamed edition takes the
 * earliest end; releases of which some are supported and some aren't leave it unknown, and so does one that isn't listed.
 */
export function operatingSystems(asOf: string): Statement {
  return {
    sql: `CREATE TABLE os_fact AS
      WITH named AS (SELECT DISTINCT os_name, os_version, os_build, os_edition, kind FROM endpoint WHERE os_name IS NOT NULL),
      tidied AS (SELECT *, ${tidy("os_name || ' ' || coalesce(os_version, '')")} AS words, trim(${tidy('os_name')}) AS name,
          fold(os_name || ' ' || coalesce(os_edition, '')) AS e,
          try_cast(coalesce(nullif(regexp_extract(os_build, '\\d{4,5}'), ''),
            nullif(regexp_extract(coalesce(os_version, ''), '(?:^10\\.0[ .]*\\(?(?:build )?|^)(\\d{5})\\b', 1), '')) AS INTEGER) AS build
        FROM named),
      -- "Windows" alone: the version completes the name, else the kind of machine and the build tell which.
      reported AS (SELECT *, ${editionClass} AS edition,
          unnest(CASE WHEN contains(name, 'windows server') OR NOT contains(name, 'windows') THEN [name]
            WHEN kind = 'server' THEN ['windows server']
            WHEN NOT regexp_matches(name, '^(microsoft )?windows( nt)?$') THEN [name]
            WHEN regexp_matches(words, 'windows( nt)? (xp|vista|7|8|8\\.1|10|11)( |$)') THEN [words]
            WHEN build IS NULL THEN []
            WHEN kind = 'workstation' THEN ['windows 10'] ELSE ['windows 10', 'windows server'] END) AS product,
          build IS NULL AND regexp_matches(words, 'windows (10|11)\\b') AND NOT regexp_matches(words, '${windowsVersion}') AS vague
        FROM tidied),
      matched AS (SELECT r.*, o.label, o.eol, o.extended_until, o.ended, regexp_matches(r.words, o.release_pattern) AS fits_words
        FROM reported r JOIN catalogue_os o ON regexp_matches(r.product, o.name_pattern, 'i')
        WHERE CASE WHEN r.build IS NOT NULL AND o.build IS NOT NULL THEN o.build = r.build
            WHEN r.vague THEN regexp_matches(r.words, o.series_pattern)
            ELSE (r.build IS NULL OR o.build IS NULL) AND regexp_matches(r.words, o.release_pattern) END
          AND (o.edition IS NULL OR o.edition = 'all' OR r.edition = o.edition
            OR (r.edition IS NULL AND o.edition IN ('home_pro', 'enterprise_education')))),
      -- A build of two releases: the one whose name is given.
      chosen AS (SELECT * FROM matched
        QUALIFY fits_words OR NOT bool_or(fits_words) OVER (PARTITION BY os_name, os_version, os_build, os_edition, kind)),
      release AS (SELECT os_name, os_version, os_build, os_edition, kind, label,
          min(CASE WHEN NOT ended AND (eol IS NULL OR eol >= CAST($as_of AS DATE)) THEN 'supported'
            WHEN extended_until >= CAST($as_of AS DATE) THEN 'extended' ELSE 'end_of_life' END) AS state,
          min(date_diff('day', CAST($as_of AS DATE), eol)) AS days_to_end
        FROM chosen GROUP BY 1, 2, 3, 4, 5, 6)
      SELECT os_name, os_version, os_build, os_edition, kind,
        CASE WHEN count(DISTINCT state = 'supported') = 1 THEN min(state) END AS os_support,
        CASE WHEN count(DISTINCT state = 'supported') = 1 THEN min(days_to_end) END AS os_days_to_end
      FROM release GROUP BY 1, 2, 3, 4, 5`,
    params: { as_of: asOf },
  };
}

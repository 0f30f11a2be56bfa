import { loadSchemas } from '../../../src/documents/schemas.js';
import { FileProblem, type Files } from '../../../src/domain/files.js';
import { type PackOptions, type PackReading, readPack } from '../../../src/packs/read-pack.js';
import { openFolder } from '../../../src/platform/files.js';

const schemas = await loadSchemas(openFolder('.'), 'schemas');

/** A small pack with every part, nothing wrong in it. Tests change one text of one file. */
export const smallPack: Readonly<Record<string, string>> = {
  'pack.yaml': `schema_version: 1
id: small
version: "1.0.0"
title: {vi: Nhỏ, en: Small}
description: {vi: Nhỏ, en: Small}
effective: {from: "2026-01-01", to: "2026-12-31"}
instruments:
  - {id: "1", number: "1/NĐ", kind: decree, title: {vi: Một, en: One}, effective: {from: "2026-01-01", to: null}}
notes:
  - {id: N-1, certainty: open, text: {vi: Mở, en: Open}}
`,
  'classification.yaml': `schema_version: 1
facts:
  - {id: kinds, type: set, values: [{value: a, label: {vi: A, en: A}}, {value: b, label: {vi: B, en: B}}], constraints: [{alone: b, because: {vi: B, en: B}}], question: {vi: Loại, en: Kind}}
  - {id: people, type: int, min: 0, max: 9, ask_when: {fact: kinds, op: contains, value: a}, question: {vi: Người, en: People}}
  - {id: level_risk, type: int, nullable: true, question: {vi: Rủi ro, en: Risk}}
  - {id: data, type: set, values_from: list, question: {vi: Dữ liệu, en: Data}}
wizard:
  - {group: one, title: {vi: Một, en: One}, facts: [kinds, people]}
  - {group: two, title: {vi: Hai, en: Two}, facts: [level_risk, data]}
gates:
  - {id: G-1, citation: Điều 1, condition: {fact: people, op: gte, value: 1}, on_false: not_a_system, message: {vi: Không, en: No}}
criteria:
  - {id: C-1, level: 1, citation: Điều 1, certainty: text, condition: {fact: kinds, op: contains, value: a}, title: {vi: A, en: A}, explanation: {vi: A, en: A}}
  - {id: C-2, level: 2, citation: Điều 2, certainty: text, condition: {fact: people, op: gt, value: 2}, title: {vi: A, en: A}, explanation: {vi: A, en: A}}
  - {id: C-3, level: 3, citation: Điều 3, certainty: text, condition: {fact: people, op: gt, value: 3}, title: {vi: A, en: A}, explanation: {vi: A, en: A}}
  - {id: C-4, level: 4, citation: Điều 4, certainty: text, condition: {fact: people, op: gt, value: 4}, title: {vi: A, en: A}, explanation: {vi: A, en: A}}
  - {id: C-5, level: 5, citation: Điều 5, certainty: text, condition: {fact: data, op: contains, value: x}, title: {vi: A, en: A}, explanation: {vi: A, en: A}}
harm_matrix:
  citation: Điều 8
  note: {vi: Bảng, en: Table}
  rows: [{id: H-1, level: 1, citation: Điều 8, condition: {fact: people, op: eq, value: 9}}]
adjustments:
  - {id: A-1, effect: raise_to, raise_to: [level_risk, level_by_harm], citation: Điều 10, certainty: text, explanation: {vi: Nâng, en: Raise}}
procedure_flags:
  - {id: F-1, citation: Điều 16, condition: {fact: level_proposed, op: eq, value: 5}, flag: listed}
flags:
  - {id: listed, citation: Điều 16, title: {vi: Danh mục, en: List}, effect: {vi: A, en: A}}
advisories:
  - {id: ADV-1, severity: review, condition: {fact: people, op: eq, value: 7}, message: {vi: Bảy, en: Seven}}
actors:
  - {id: owner, title: {vi: Chủ quản, en: Owner}}
procedure:
  incomplete_file_reply_days: {working_days: 5, citation: Điều 23}
  approval_days: {working_days: 7, citation: Điều 24}
  levels:
    - {level: 1, appraiser: owner, approver: owner, appraisal_working_days: null, expert_opinion: false, forms: ["01"], forms_certainty: reading, citation: Điều 18}
    - {level: 2, appraiser: owner, approver: owner, appraisal_working_days: null, expert_opinion: false, forms: ["01"], forms_certainty: reading, citation: Điều 18}
    - {level: 3, appraiser: owner, approver: owner, appraisal_working_days: 15, expert_opinion: false, forms: ["02"], forms_certainty: reading, citation: Điều 18}
    - {level: 4, appraiser: owner, approver: owner, appraisal_working_days: 25, expert_opinion: true, forms: ["03"], forms_certainty: reading, citation: Điều 18}
    - {level: 5, appraiser: owner, approver: owner, report_to: owner, appraisal_working_days: 25, expert_opinion: true, forms: ["03"], forms_certainty: reading, citation: Điều 18}
  exceptions:
    - {id: E-1, when: {vi: Khi, en: When}, appraiser: owner, citation: Điều 18}
reference_lists:
  - {id: list, citation: Điều 4, title: {vi: Danh mục, en: List}, items: [{value: x, label: {vi: X, en: X}}]}
`,
  'classification.cases.yaml': `schema_version: 1
defaults: {bool: false, int: 1, set: [], enum: none, nullable: null}
overrides: {kinds: [a]}
cases:
  - {id: T-1, name: {vi: Một, en: One}, facts: {people: 1}, expect: {level: 1, matched: [C-1]}}
  - {id: T-2, name: {vi: Hai, en: Two}, facts: {people: 7}, unknown: [data], expect: {level: 4, matched: [C-4, C-1, C-2, C-3], open: [C-5], advisories: [ADV-1]}}
  - {id: T-3, name: {vi: Ba, en: Three}, facts: {level_risk: 5}, expect: {level: 5, matched: [C-1], flags: [listed], raised_by: A-1}}
  - {id: T-4, name: {vi: Bốn, en: Four}, facts: {kinds: [b], people: 3}, expect: {level: 2, matched: [C-2]}}
`,
  'approval.yaml': `schema_version: 1
facts:
  - {id: decided, type: bool, question: {vi: Quyết định, en: Decided}}
rules:
  - {id: CL-1, title: {vi: A, en: A}, severity: high, citations: [{text: Điều 18, certainty: text}], condition: {fact: decided, op: eq, value: true}, message: {fail: {vi: A, en: A}, unknown: {vi: A, en: A}}, remediation: {vi: A, en: A}}
metrics:
  systems_classified: [CL-1]
`,
  'checks.yaml': `schema_version: 1
parameters:
  - {id: fail_days, title: {vi: Ngày, en: Days}, type: int, default: 7, floor: 9, weaker: higher, citation: Gói}
facts:
  - {id: age, type: int, question: {vi: Tuổi, en: Age}}
  - {id: out, type: bool, question: {vi: Ngoài, en: Out}}
checks:
  - {id: EP-1, title: {vi: A, en: A}, severity: high, citations: [{text: CIS, certainty: secondary}], applies_when: {fact: out, op: eq, value: false}, condition: {fact: age, op: lte, value: {param: fail_days}}, warn_when: {fact: age, op: gt, value: 3}, warning: {vi: Cũ, en: Old}, message: {fail: {vi: A, en: A}, unknown: {vi: A, en: A}}, remediation: {vi: A, en: A}}
  - {id: EP-2, title: {vi: A, en: A}, severity: high, citations: [{text: CIS, certainty: secondary}], condition: {fact: out, op: eq, value: false}, message: {fail: {vi: A, en: A}, unknown: {vi: A, en: A}}, remediation: {vi: A, en: A}}
installed: {check: EP-1, evidence_within_days: {param: fail_days}}
verdict:
  - {id: V1, verdict: out_of_scope, when: {fact: out, op: eq, value: true}, title: {vi: A, en: A}, citation: Gói}
  - {id: V2, verdict: protected, when: {fact: ep_1, op: eq, value: pass}, title: {vi: A, en: A}, citation: Gói}
  - {id: V3, verdict: unprotected, when: {fact: ep_1, op: eq, value: fail}, title: {vi: A, en: A}, citation: Gói}
`,
  'checks.cases.yaml': `schema_version: 1
cases:
  - {id: K-1, name: {vi: Một, en: One}, facts: {age: 7, out: false}, expect: {verdict: protected, checks: {EP-1: warn, EP-2: pass}}}
  - {id: K-2, name: {vi: Hai, en: Two}, facts: {age: 7, out: false}, parameters: {fail_days: 6}, expect: {verdict: unprotected, checks: {EP-1: fail}}}
  - {id: K-3, name: {vi: Ba, en: Three}, facts: {age: 7}, expect: {verdict: unknown, checks: {EP-1: unknown}}}
  - {id: K-4, name: {vi: Bốn, en: Four}, facts: {age: 9, out: true}, expect: {verdict: out_of_scope, checks: {EP-1: not_applicable, EP-2: fail}}}
`,
  'targets.yaml': `schema_version: 1
plan: {instrument: "1", issued_by: {vi: Ban, en: Board}, carried_out_by: {vi: Sở, en: Departments}}
areas:
  - {id: a, title: {vi: A, en: A}}
targets:
  - {id: t-2, area: a, measured_by: reported, at_least_percent: 50, floor_percent: 50, title: {vi: B, en: B}, figures: {numerator: {vi: M, en: M}, denominator: {vi: N, en: N}, unit: {vi: hộ, en: households}}, citations: [{text: Kế hoạch, certainty: secondary}]}
  - {id: t-1, area: a, measured_by: audit, metric: systems_classified, at_least_percent: 90, floor_percent: 80.5, title: {vi: A, en: A}, citations: [{text: Kế hoạch, certainty: secondary}]}
`,
};

/** Files in memory, below one folder. */
function inMemory(folder: string, texts: Readonly<Record<string, string>>): Files {
  const missing = (path: string): never => {
    throw new FileProblem(path, 'missing');
  };
  return {
    list: async (asked) => {
      const below = asked === folder ? '' : `${asked.slice(folder.length + 1)}/`;
      const inside = Object.keys(texts)
        .filter((path) => path.startsWith(below))
        .map((path) => path.slice(below.length).split('/'));
      if (inside.length === 0) return undefined;
      const folders = inside.flatMap(([name = '', ...rest]) => (rest.length > 0 ? [name] : []));
      const files = inside.flatMap(([name = '', ...rest]) => (rest.length === 0 ? [name] : []));
      return { folders: [...new Set(folders)].sort(), files: files.sort() };
    },
    read: async (path) => {
      const text = texts[path.slice(folder.length + 1)];
      return text === undefined ? missing(path) : new TextEncoder().encode(text);
    },
    digest: async (path) => missing(path),
    nativePath: missing,
  };
}

/** Reads files as a pack in the folder `packs/small`. */
export function readSmall(
  texts: Readonly<Record<string, string>>,
  options: PackOptions = {},
): Promise<PackReading> {
  return readPack(inMemory('packs/small', texts), 'packs/small', schemas, options);
}

/** The small pack with one text of one file put in place of another; the text must be there. */
export function changed(file: string, find: string, put: string): Record<string, string> {
  const before = smallPack[file] ?? '';
  if (!before.includes(find)) throw new Error(`${file} has no: ${find}`);
  return { ...smallPack, [file]: before.replace(find, put) };
}

/** The 1-based line of a text in a file. */
export function lineOf(text: string | undefined, find: string): number {
  const before = (text ?? '').split(find)[0] ?? '';
  return before.split('\n').length;
}

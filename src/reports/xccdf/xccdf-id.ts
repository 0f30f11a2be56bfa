import { nameToken } from '../outcomes/name-token.js';

/** An id of the form that XCCDF 1.2 asks for: `xccdf_<owner>_<kind>_<name>`. */
export function xccdfId(kind: 'benchmark' | 'group' | 'rule' | 'testresult', id: string): string {
  return nameToken(`xccdf_tuanthu_${kind}_`, id);
}

/** The id of a rule; a rule without an id of ours can't be. */
export function ruleId(rule: string): string {
  return xccdfId('rule', rule);
}

/** The id of a group of rules. */
export function groupId(area: string): string {
  return xccdfId('group', area);
}

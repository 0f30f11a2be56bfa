import { field, type JsonObject, objectOf, objectsOf, parseJson, words } from '../plain-json.js';

/** What the rules say of packets that come in: refused unless allowed, let in, or neither clearly. */
export type Incoming = 'refused' | 'open' | 'unclear';

/**
 * What `nft -j list ruleset` says of incoming packets: refused when a chain at the input hook drops by policy or ends in a
 * rule that drops or rejects everything; open when there is no such chain or none refuses anything; unclear otherwise.
 * Undefined when the text is no ruleset.
 */
export function nftIncoming(stdout: string): Incoming | undefined {
  const entries = field(objectOf(parseJson(stdout)), 'nftables');
  if (!Array.isArray(entries)) return undefined;
  const all = objectsOf(entries);
  const inner = (name: string): readonly JsonObject[] =>
    all.map((entry) => objectOf(field(entry, name))).filter((each) => each !== undefined);
  const chains = inner('chain').filter((chain) => field(chain, 'hook') === 'input');
  if (chains.some((chain) => field(chain, 'policy') === 'drop')) return 'refused';
  const rules = inner('rule');
  const own = chains.map((chain) =>
    rules.filter(
      (rule) =>
        ['family', 'table'].every((name) => field(rule, name) === field(chain, name)) &&
        field(rule, 'chain') === field(chain, 'name'),
    ),
  );
  const last = own.map((each) => expressions(each.at(-1)));
  if (last.some((each) => each.every(isNoMatch) && each.some(isRefusal))) return 'refused';
  const isUsed = own.some((each) =>
    each.some((rule) => expressions(rule).some((each) => isRefusal(each) || isJump(each))),
  );
  return isUsed ? 'unclear' : 'open';
}

function expressions(rule: JsonObject | undefined): readonly JsonObject[] {
  return objectsOf(field(rule, 'expr'));
}

function isRefusal(expression: JsonObject): boolean {
  return Object.hasOwn(expression, 'drop') || Object.hasOwn(expression, 'reject');
}

function isJump(expression: JsonObject): boolean {
  return Object.hasOwn(expression, 'jump') || Object.hasOwn(expression, 'goto');
}

/** Counting and logging hold for every packet; anything else may be a condition. */
function isNoMatch(expression: JsonObject): boolean {
  return (
    isRefusal(expression) || ['counter', 'log'].some((name) => Object.hasOwn(expression, name))
  );
}

/** What `ufw status verbose` says: active with incoming packets denied or rejected by default. Inactive isn't "open". */
export function ufwIncoming(stdout: string): Incoming | 'inactive' | undefined {
  const status = /^Status: (active|inactive)\s*$/m.exec(stdout)?.[1];
  if (status !== 'active') return status === undefined ? undefined : 'inactive';
  const incoming = /^Default: (\w+) \(incoming\)/m.exec(stdout)?.[1];
  if (incoming === 'deny' || incoming === 'reject') return 'refused';
  return incoming === 'allow' ? 'open' : 'unclear';
}

/** What `firewall-cmd --state` and its default zone say: the zone `trusted` lets everything in. */
export function firewalldIncoming(
  state: string,
  zone: string | undefined,
): Incoming | 'inactive' | undefined {
  const word = words(state)?.toLowerCase();
  if (word === 'not running') return 'inactive';
  if (word !== 'running') return undefined;
  const name = words(zone)?.toLowerCase();
  if (name === 'trusted') return 'open';
  return name === undefined ? 'unclear' : 'refused';
}

/**
 * Whether the machine refuses what it wasn't told to let in. The kernel's own rules decide when they are clear; a manager
 * that is on and refuses counts as yes, but that one is inactive shows nothing: another may do the work.
 */
export function linuxFirewall(
  nft: Incoming | undefined,
  ...managers: readonly (Incoming | 'inactive' | undefined)[]
): boolean | undefined {
  if (nft === 'refused') return true;
  if (managers.includes('refused') && nft !== 'open') return true;
  if (nft === 'open' && !managers.includes('refused')) return false;
  return managers.includes('open') ? false : undefined;
}

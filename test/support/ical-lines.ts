/** An iCalendar component as RFC 5545 has it: its properties in order, and the components inside. */
export interface IcalComponent {
  readonly name: string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  readonly components: readonly IcalComponent[];
}

/**
 * Reads iCalendar text as strictly as RFC 5545 writes it: lines end with CRLF and have at most 75 octets, folded ones go on
 * after a blank, every BEGIN has its END. Throws for anything else.
 */
export function parseIcal(text: string): IcalComponent {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line break: ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`);
  }
  const lines: string[] = [];
  for (const line of physical) {
    const last = lines.pop();
    if (!line.startsWith(' ')) lines.push(...(last === undefined ? [] : [last]), line);
    else if (last === undefined) throw new Error('begins with a folded line');
    else lines.push(last + line.slice(1));
  }
  const [component, rest] = read(lines);
  if (rest.length > 0) throw new Error(`something after the end: ${rest[0]}`);
  return component;
}

function read(lines: readonly string[]): [IcalComponent, readonly string[]] {
  const [begin = '', ...body] = lines;
  const name = /^BEGIN:([A-Z]+)$/.exec(begin)?.[1];
  if (name === undefined) throw new Error(`no component begins: ${begin}`);
  const properties: { name: string; value: string }[] = [];
  const components: IcalComponent[] = [];
  let rest: readonly string[] = body;
  for (;;) {
    const [line] = rest;
    if (line === undefined) throw new Error(`${name} has no end`);
    if (line === `END:${name}`) return [{ name, properties, components }, rest.slice(1)];
    if (line.startsWith('BEGIN:')) {
      const [component, after] = read(rest);
      components.push(component);
      rest = after;
      continue;
    }
    const parts = /^([A-Z][A-Z0-9-]*(?:;[A-Z0-9-]+=[^:;]+)*):(.*)$/u.exec(line);
    if (!parts) throw new Error(`no property: ${line}`);
    properties.push({ name: parts[1] ?? '', value: parts[2] ?? '' });
    rest = rest.slice(1);
  }
}

/** The values of a property, parameters of its name left aside. */
export function values(component: IcalComponent, name: string): readonly string[] {
  return component.properties
    .filter((each) => each.name.split(';')[0] === name)
    .map(({ value }) => value);
}

/** A MAC address in the spelling of an export: `macText('a4bb6d001122', '-')` is `a4-bb-6d-00-11-22`. */
export function macText(mac: string, separator: string): string {
  return (mac.match(/../g) ?? []).join(separator);
}

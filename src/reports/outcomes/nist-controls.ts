/** `NIST SP 800-53 r5 SI-3 c.1`: the control's family and number, then enhancements and parts as they are. */
const pattern =
  /\bNIST SP 800-53(?: (?:r|rev\.? ?)(\d+))?,? ([A-Z]{2}-\d{1,2}(?:[ (][^;,]{0,40})?)/i;

/**
 * The controls of NIST SP 800-53 that citations name, as mapping tools write them (`SI-3 c.1`), then the revision
 * (`Rev_5`); empty when none is named. Nothing is mapped that a citation doesn't say.
 */
export function nistControls(citations: readonly string[]): readonly string[] {
  const found = citations.map((text) => pattern.exec(text));
  const controls = found.flatMap((match) => match?.[2]?.trim() ?? []);
  const revisions = found.flatMap((match) => (match?.[1] ? [`Rev_${match[1]}`] : []));
  return [...new Set([...controls, ...revisions])];
}

/** Bytes of windows-1258 by the letter that each stands for. */
const bytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** Grave, acute, tilde, hook above, dot below: this encoding writes them after their letter. */
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * Vietnamese text in Windows' encoding from before Unicode: letters with their tone marks apart, unless the encoding has the
 * whole letter. Throws for a letter that it lacks.
 */
export function windows1258(text: string): Uint8Array {
  return Uint8Array.from([...text.normalize('NFC')].flatMap((letter) => bytesOf(letter)));
}

function bytesOf(letter: string): number[] {
  const whole = bytes.get(letter);
  if (whole !== undefined) return [whole];
  const parts = letter.normalize('NFD');
  const tone = toneMarks.exec(parts)?.[0] ?? '';
  const base = parts.replace(tone, '').normalize('NFC');
  return [base, tone].map((part) => {
    const byte = bytes.get(part);
    if (byte === undefined) throw new Error(`not in windows-1258: ${letter}`);
    return byte;
  });
}

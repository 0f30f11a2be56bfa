import { field, flag, type JsonObject, words } from '../plain-json.js';
import type { ProductFacts } from '../record.js';

/** A product that announced itself to the Windows Security Center. The record may outlive the product. */
export interface RegisteredProduct {
  readonly name: string;
  /** `off` includes snoozed and expired; undefined: a state that nobody documented. */
  readonly state: 'on' | 'off' | undefined;
  readonly signaturesCurrent: boolean | undefined;
  /** Whether the program that reports for it is on the disk; undefined when that can't be told. */
  readonly present: boolean | undefined;
}

/** States in `productState`; Microsoft doesn't document them, several public write-ups agree (neophob.com 2010, IDERA). */
const states: Readonly<Record<number, RegisteredProduct['state']>> = {
  0: 'off',
  4096: 'on', // 0x1000
  8192: 'off', // 0x2000, snoozed
  12288: 'off', // 0x3000, expired
};

const signatures: Readonly<Record<number, boolean>> = { 0: true, 16: false };

/** The registered products; an entry without a name is left out. */
export function registeredProducts(items: readonly JsonObject[]): readonly RegisteredProduct[] {
  return items.flatMap((item) => {
    const name = words(field(item, 'displayName'));
    const number = field(item, 'productState');
    const isState = typeof number === 'number' && Number.isInteger(number) && number >= 0;
    if (name === undefined) return [];
    return [
      {
        name,
        state: isState ? states[number & 0xf000] : undefined,
        signaturesCurrent: isState ? signatures[number & 0x00f0] : undefined,
        present: flag(field(item, 'present')),
      },
    ];
  });
}

/** What the Security Center may prove of a product (grade B): there, on or off, signatures as a flag. */
export function registeredFacts({ state, signaturesCurrent }: RegisteredProduct): ProductFacts {
  const isOn = state === undefined ? undefined : state === 'on';
  return {
    installed: true,
    // Switched off, its service may well run.
    running: isOn || undefined,
    realtime: isOn,
    signatures_current: signaturesCurrent,
  };
}

import type { Message, MessageParam } from '../domain/text.js';
import type { vi } from './vi.js';

/** Keys of the product's own texts. */
export type MessageKey = keyof typeof vi;

/** A language's texts: the same keys as Vietnamese. A test compares the parameters. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

type ParamNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** The parameters that a key's text needs: none, or an object with exactly those names. */
export type ParamsOf<Key extends MessageKey> =
  ParamNames<(typeof vi)[Key]> extends never
    ? []
    : [params: Readonly<Record<ParamNames<(typeof vi)[Key]>, MessageParam>>];

/** A reference to a text of the catalogue with its parameters, checked by the compiler. */
export function message<Key extends MessageKey>(key: Key, ...params: ParamsOf<Key>): Message {
  return { key, params: params[0] ?? {} };
}

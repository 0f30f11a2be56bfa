import type { Certainty } from '../../domain/rules.js';

/**
 * How a source is read from its console's API: the `fetch:` part of `rules/sources/<id>.yaml`, checked by
 * `source-fetch.schema.json`. A place is a field name, levels apart by dots: `data.affected_items`.
 */
export interface SourceFetch {
  /** Behind the console's address; starts with `/`. */
  readonly path: string;
  /** Sent with every request that we build ourselves. */
  readonly query?: Readonly<Record<string, string>>;
  readonly auth: FetchAuth;
  /** Headers besides the token that the console asks for; the user gives their values. */
  readonly headers?: readonly string[];
  /** Place of the page's list of records; undefined when the page itself is the list. */
  readonly records?: string;
  /** Place of the number of records in all. */
  readonly total?: string;
  readonly paging: Paging;
  readonly citation: string;
  readonly certainty: Certainty;
}

/** `bearer`: `Authorization: Bearer <token>`. `header`: `<name>: <prefix> <token>`. */
export type FetchAuth =
  | { readonly scheme: 'bearer' }
  | { readonly scheme: 'header'; readonly name: string; readonly prefix?: string };

export type Paging =
  | { readonly style: 'none' }
  | { readonly style: 'next_link'; readonly at: string }
  | { readonly style: 'cursor'; readonly at: string; readonly param: string }
  | {
      readonly style: 'offset';
      readonly offsetParam: string;
      readonly limitParam: string;
      readonly limit: number;
    }
  | {
      readonly style: 'page';
      readonly pageParam: string;
      readonly limitParam: string;
      readonly limit: number;
      readonly first: 0 | 1;
    };

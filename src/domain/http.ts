/**
 * What the layers below the command line may ask of the network: nothing but to read an address. The command line passes
 * an implementation, so that tests can pass a made one.
 */
export interface HttpClient {
  /** Reads an address. Never throws: what goes wrong on the way is a value. Redirects are followed on the same origin only. */
  get(
    url: string,
    headers: Readonly<Record<string, string>>,
    limits: HttpLimits,
  ): Promise<HttpResult>;
}

export interface HttpLimits {
  /** Largest body, after decompression. */
  readonly maxBytes: number;
  /** How long nothing may come. */
  readonly idleMilliseconds: number;
  /** How long the whole answer may take. */
  readonly totalMilliseconds: number;
}

/** What came back: an answer of any status with its whole body, or why there is none. */
export type HttpResult =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Names in lower case. */
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  | HttpProblem;

export interface HttpProblem {
  readonly kind: 'problem';
  readonly reason: HttpProblemReason;
  /** The system's error code, or the host that a redirect points to. Never holds a header's value. */
  readonly detail: string;
}

/**
 * `insecure`: not https and plain http isn't allowed. `untrusted`: the server's certificate doesn't hold. `unreachable`: no
 * connection. `slow`: a time limit passed. `too_large`: the size limit passed. `cut_off`: the body ended before its end.
 * `redirected`: to another origin, or round and round.
 */
export type HttpProblemReason =
  | 'insecure'
  | 'untrusted'
  | 'unreachable'
  | 'slow'
  | 'too_large'
  | 'cut_off'
  | 'redirected';

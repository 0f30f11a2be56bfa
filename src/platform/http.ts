import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { type Response } from 'node-fetch';
import type {
  HttpClient,
  HttpLimits,
  HttpProblem,
  HttpProblemReason,
  HttpResult,
} from '../domain/http.js';

/** Redirects on the way to one answer; browsers allow more, an API needs none or one. */
const maxRedirects = 5;

/**
 * Reads addresses over https, over plain http only when allowed. Certificates are always checked, whatever the environment
 * says. A redirect is followed on the same origin only: nothing that the headers carry goes to another host, and no answer
 * leads into a network that the person didn't name. Decompresses; limits count what comes out.
 */
export function openHttp(options: { readonly allowHttp: boolean }): HttpClient {
  const agents = {
    'http:': new HttpAgent(),
    'https:': new HttpsAgent({ rejectUnauthorized: true }),
  };
  return {
    async get(url, headers, limits) {
      const watch = watchTime(limits);
      try {
        let address = new URL(url);
        for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
          if (
            address.protocol !== 'https:' &&
            !(options.allowHttp && address.protocol === 'http:')
          ) {
            return problem('insecure', address.protocol);
          }
          const response = await fetch(address, {
            headers: { Accept: 'application/json', 'User-Agent': 'tuanthu', ...headers },
            redirect: 'manual',
            signal: watch.signal,
            agent: ({ protocol }) => agents[protocol as keyof typeof agents],
          });
          watch.alive();
          const location = redirection(response);
          if (location === undefined) return await wholeAnswer(response, limits, watch);
          response.body?.on('error', () => undefined).resume();
          if (!URL.canParse(location, address.href)) return problem('redirected', '-');
          const target = new URL(location, address);
          if (target.origin !== address.origin) return problem('redirected', target.host);
          address = target;
        }
        return problem('redirected', address.host);
      } catch (error) {
        return watch.signal.aborted ? problem('slow', '') : fault(error);
      } finally {
        watch.stop();
      }
    },
  };
}

function redirection(response: Response): string | undefined {
  const moved = [301, 302, 303, 307, 308].includes(response.status);
  return moved ? (response.headers.get('location') ?? undefined) : undefined;
}

async function wholeAnswer(
  response: Response,
  limits: HttpLimits,
  watch: Watch,
): Promise<HttpResult> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    watch.alive();
    const part = chunk as Uint8Array;
    bytes += part.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (bytes > limits.maxBytes) return problem('too_large', '');
    chunks.push(part);
  }
  const headers = Object.fromEntries(response.headers.entries());
  return { kind: 'answer', status: response.status, headers, body: Buffer.concat(chunks) };
}

/** Ends a request when nothing came for too long, or the whole took too long. */
interface Watch {
  readonly signal: AbortSignal;
  /** Something came. */
  alive(): void;
  stop(): void;
}

function watchTime(limits: HttpLimits): Watch {
  const controller = new AbortController();
  const end = (): void => controller.abort();
  const whole = setTimeout(end, limits.totalMilliseconds);
  const idle = setTimeout(end, limits.idleMilliseconds);
  return {
    signal: controller.signal,
    alive: () => idle.refresh(),
    stop() {
      clearTimeout(whole);
      clearTimeout(idle);
    },
  };
}

/** Codes of Node.js and OpenSSL that say that the server couldn't show who it is. */
const untrusted = /CERT|SIGNATURE|SELF_SIGNED|ALTNAME|^ERR_(?:TLS|SSL)|^EPROTO$/;

/** Codes of a connection that ended while it was in use. */
const cutOff = /^(?:ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|EPIPE|Z_[A-Z_]+|HPE_[A-Z_]+)$/;

/** Only the code is told: messages of the library hold the address. */
function fault(error: unknown): HttpProblem {
  const { code = 'ERROR' } = error as NodeJS.ErrnoException;
  if (untrusted.test(code)) return problem('untrusted', code);
  return problem(cutOff.test(code) ? 'cut_off' : 'unreachable', code);
}

function problem(reason: HttpProblemReason, detail: string): HttpProblem {
  return { kind: 'problem', reason, detail };
}

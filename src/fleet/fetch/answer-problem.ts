import type { HttpProblem, HttpResult } from '../../domain/http.js';
import { message } from '../../messages/catalogue.js';
import { type FetchProblem, notWhole, wrongInput } from './fetch-problem.js';

/** JSON itself and the types that end in `+json`, whatever their parameters (RFC 6838 section 4.2.8). */
const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** Why an answer is no page: its status, or a type that isn't JSON. Undefined when it may be one. */
export function answerProblem(
  answer: Extract<HttpResult, { kind: 'answer' }>,
): FetchProblem | undefined {
  const { status, headers } = answer;
  if (status === 401 || status === 403) {
    return wrongInput(
      message('fetch.unauthorised', { status: String(status) }),
      message('fetch.unauthorised.hint'),
    );
  }
  if (status === 429 || status >= 500) {
    return notWhole(message('fetch.refused', { status: String(status) }));
  }
  if (status !== 200) {
    return wrongInput(
      message('fetch.refused', { status: String(status) }),
      message('fetch.refused.hint'),
    );
  }
  const type = headers['content-type'] ?? '';
  if (jsonType.test(type)) return undefined;
  return wrongInput(
    message('fetch.not_json', { type: type.slice(0, 80) || '-' }),
    message('fetch.not_json.hint'),
  );
}

/** A problem on the way in words. `untrusted`, `insecure` and `redirected` are for a person to settle. */
export function wayProblem({ reason, detail }: HttpProblem): FetchProblem {
  switch (reason) {
    case 'insecure':
      return wrongInput(message('fetch.insecure'), message('fetch.insecure.hint'));
    case 'untrusted':
      return wrongInput(message('fetch.untrusted', { detail }), message('fetch.untrusted.hint'));
    case 'redirected':
      return wrongInput(
        message('fetch.redirected', { host: detail }),
        message('fetch.refused.hint'),
      );
    case 'unreachable':
      return notWhole(message('fetch.unreachable', { detail }), message('fetch.unreachable.hint'));
    case 'slow':
      return notWhole(message('fetch.slow'), message('fetch.slow.hint'));
    case 'cut_off':
      return notWhole(message('fetch.cut_off'));
    case 'too_large':
      return notWhole(message('fetch.too_large'));
  }
}

import { type Answer, sendJson } from './console-server.js';

/** A console that answers as its vendor's documents say, and what fetching everything from it must ask. */
interface MadeConsole {
  readonly source: string;
  readonly answer: Answer;
  readonly count: number;
  readonly requests: readonly string[];
  /** The word before the token. */
  readonly header: 'Bearer' | 'ApiToken';
}

interface Machine {
  readonly id: string;
  readonly name: string;
}

/** Machines PC-1, PC-2 … */
export function machines(count: number): readonly Machine[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index + 1),
    name: `PC-${index + 1}`,
  }));
}

/** The machines of a page, from an offset. */
function part<T>(all: readonly T[], from: number, size: number): readonly T[] {
  return all.slice(from, from + size);
}

const number = (url: URL, name: string): number => Number(url.searchParams.get(name));

/** Defender's and Graph's next link: an absolute address with a token of the server's own. */
function odata(path: string, size: number, count: number): Answer {
  return (url, response) => {
    const from = number(url, '$skiptoken');
    const next = from + size;
    const host = response.req.headers.host ?? '';
    sendJson(response, {
      '@odata.context': 'x',
      value: part(machines(count), from, size),
      ...(next < count ? { '@odata.nextLink': `http://${host}${path}?$skiptoken=${next}` } : {}),
    });
  };
}

export const consoles: readonly MadeConsole[] = [
  {
    source: 'defender-antivirus-health',
    answer: odata('/api/deviceavinfo', 20, 45),
    count: 45,
    requests: [
      '/api/deviceavinfo',
      '/api/deviceavinfo?$skiptoken=20',
      '/api/deviceavinfo?$skiptoken=40',
    ],
    header: 'Bearer',
  },
  {
    source: 'graph-managed-devices',
    answer: odata('/v1.0/deviceManagement/managedDevices', 1000, 1000),
    count: 1000,
    requests: ['/v1.0/deviceManagement/managedDevices'],
    header: 'Bearer',
  },
  {
    source: 'defender-machines',
    answer: (url, response) =>
      sendJson(response, { value: part(machines(12), number(url, '$skip'), number(url, '$top')) }),
    count: 12,
    requests: ['/api/machines?%24skip=0&%24top=10000', '/api/machines?%24skip=12&%24top=10000'],
    header: 'Bearer',
  },
  {
    source: 'wazuh-agents',
    answer: (url, response) =>
      sendJson(response, {
        data: {
          affected_items: part(machines(1100), number(url, 'offset'), number(url, 'limit')),
          total_affected_items: 1100,
          total_failed_items: 0,
        },
        error: 0,
      }),
    count: 1100,
    requests: [
      '/agents?offset=0&limit=500',
      '/agents?offset=500&limit=500',
      '/agents?offset=1000&limit=500',
    ],
    header: 'Bearer',
  },
  {
    source: 'fleet-hosts',
    answer: (url, response) => {
      const size = number(url, 'per_page');
      sendJson(response, { hosts: part(machines(130), number(url, 'page') * size, size) });
    },
    count: 130,
    requests: [0, 1, 2].map((page) => `/api/v1/fleet/hosts?order_key=id&page=${page}&per_page=100`),
    header: 'Bearer',
  },
  {
    source: 'symantec-computers',
    answer: (url, response) => {
      const size = number(url, 'pageSize');
      const page = number(url, 'pageIndex');
      sendJson(response, {
        content: part(machines(501), (page - 1) * size, size),
        totalElements: 501,
        lastPage: page === 2,
      });
    },
    count: 501,
    requests: [1, 2].map((page) => `/sepm/api/v1/computers?pageIndex=${page}&pageSize=500`),
    header: 'Bearer',
  },
  {
    source: 'sophos-endpoints',
    answer: (url, response) => {
      const size = number(url, 'pageSize');
      const from = Number(atob(url.searchParams.get('pageFromKey') ?? ''));
      const next = from + size;
      const more = next < 150 ? { nextKey: btoa(String(next)) } : {};
      sendJson(response, {
        items: part(machines(150), from, size),
        pages: { size, maxSize: 500, ...more },
      });
    },
    count: 150,
    requests: [
      '/endpoint/v1/endpoints?view=full&pageSize=100',
      '/endpoint/v1/endpoints?view=full&pageSize=100&pageFromKey=MTAw',
    ],
    header: 'Bearer',
  },
  {
    source: 'crowdstrike-hosts',
    answer: (url, response) => {
      const from = number(url, 'offset');
      const next = from + number(url, 'limit');
      sendJson(response, {
        meta: { pagination: { total: 1001, limit: 1000, next: next < 1001 ? String(next) : '' } },
        resources: part(machines(1001), from, 1000),
        errors: [],
      });
    },
    count: 1001,
    requests: [
      '/devices/combined/devices/v1?limit=1000',
      '/devices/combined/devices/v1?limit=1000&offset=1000',
    ],
    header: 'Bearer',
  },
  {
    source: 'sentinelone-agents',
    answer: (url, response) => {
      const from = number(url, 'cursor');
      const next = from + number(url, 'limit');
      sendJson(response, {
        data: part(machines(1500), from, 1000),
        pagination: { totalItems: 1500, nextCursor: next < 1500 ? String(next) : null },
      });
    },
    count: 1500,
    requests: ['/web/api/v2.1/agents?limit=1000', '/web/api/v2.1/agents?limit=1000&cursor=1000'],
    header: 'ApiToken',
  },
];

/** Largest page: ten thousand machines at some kilobytes each; more is no page of a list. */
export const maxPageBytes = 64 * 1024 * 1024;

/** Largest fetch in all: at 2 kB a record over a hundred thousand machines, several times a province's fleet. */
export const maxTotalBytes = 256 * 1024 * 1024;

/** Most pages: Defender's antivirus health comes 20 machines a page (Microsoft Learn), so this is 200,000 machines. */
export const maxPages = 10_000;

/** Pages without a record, in a row, that still point to a next one: OData services may send some. */
export const maxEmptyPages = 3;

/** Longest address or mark of a next page; servers refuse longer request lines. */
export const maxNextLength = 8000;

/** How often one page is asked for before giving up. */
export const maxAttempts = 5;

/** First wait after a failure; each further one is twice as long. */
export const firstWaitMilliseconds = 1000;

/** Longest single wait, also when the server asks for more: beyond it a person should decide. */
export const maxWaitMilliseconds = 10 * 60_000;

/** Longest fetch in all. Tokens rarely live longer, and a list read over hours is no list of one moment. */
export const maxFetchMilliseconds = 2 * 3_600_000;

/** How old an unfinished fetch may be to go on with: pages of different days are not one list. */
export const maxResumeMilliseconds = 24 * 3_600_000;

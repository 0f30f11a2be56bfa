/** Largest YAML document that people write: a thousand systems fit; parsing more would take many seconds. */
export const maxDocumentBytes = 2 * 1024 * 1024;

/** How often YAML aliases may multiply a document. Ours need none; 100 leaves room for hand-made shorthands. */
export const maxAliasCount = 100;

/** Problems shown of one document: beyond that the file is a wrong file, not a file with slips. */
export const maxProblemsPerDocument = 50;

/** Syntax problems shown of one document: one slip makes the parser stumble over many of the lines behind it. */
export const maxSyntaxProblems = 5;

/** How deep collections may nest. Conditions in packs need most: two levels each, up to 32 of them; then there is room. */
export const maxDepth = 100;

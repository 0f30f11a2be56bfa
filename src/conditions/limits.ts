/** How deep conditions may nest. The law's own need three levels; the limit keeps a hostile pack off the call stack. */
export const maxConditionDepth = 32;

/** Longest pattern of `matches`, in characters. Product names and versions need far less; RE2's program grows with it. */
export const maxPatternLength = 200;

/**
 * Most often that counted repetitions of one pattern may multiply, all together: `(a{5}b){10}` makes 50. RE2 refuses a
 * compiled program beyond its memory limit, at run time; with the length above this keeps every pattern well below.
 */
export const maxPatternRepetitions = 100;

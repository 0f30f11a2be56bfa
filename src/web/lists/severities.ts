/** How grave findings are, from the gravest; the order of `findingCounts`. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;

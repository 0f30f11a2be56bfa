/**
 * Chapman's estimate of how many subjects there are, from two lists of them: (n₁+1)(n₂+1)/(m+1) − 1 with n₁ and n₂ the lists'
 * sizes and m how many stand in both; rounded down. It assumes that the lists are independent and that every subject of both
 * was matched, so it is a hint that a list may be short, never a count. Undefined when a list is empty or none stands in
 * both: then nothing can be estimated. (Chapman 1951, after Lincoln and Petersen.)
 */
export function chapmanEstimate(first: number, second: number, both: number): number | undefined {
  if (first === 0 || second === 0 || both === 0) return undefined;
  return Math.floor(((first + 1) * (second + 1)) / (both + 1)) - 1;
}

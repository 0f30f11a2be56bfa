/** Natural order of ids: digit runs compare as numbers, so that 6.2 precedes 6.10 and EP-2 precedes EP-10. A total order. */
export function compareIds(a: string, b: string): number {
  const partsA = a.match(/\d+|\D+/g) ?? [];
  const partsB = b.match(/\d+|\D+/g) ?? [];
  for (let i = 0; i < Math.min(partsA.length, partsB.length); i++) {
    const partA = partsA[i] as string;
    const partB = partsB[i] as string;
    if (/^\d/.test(partA) && /^\d/.test(partB)) {
      const difference = BigInt(partA) - BigInt(partB);
      if (difference !== 0n) return difference < 0n ? -1 : 1;
    }
    if (partA !== partB) return partA < partB ? -1 : 1;
  }
  return partsA.length - partsB.length;
}

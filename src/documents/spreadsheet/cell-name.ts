/** Letters of a column counted from 0: `A`, `Z`, `AA`. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** A cell's name as people see it; row and column counted from 0. With the sheet's name unless that is empty. */
export function cellName(sheet: string, row: number, column: number): string {
  const cell = `${columnName(column)}${row + 1}`;
  return sheet === '' ? cell : `${quotedSheet(sheet)}!${cell}`;
}

/** A sheet's name as formulas need it. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Names that sheets can bear (31 characters, no `[ ] : * ? / \`, no `history`), all different, for the wanted ones. */
export function sheetNames(wanted: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return wanted.map((each) => {
    const clean = each.replace(/[[\]:*?/\\']/g, '-');
    const plain = clean === '' || clean.toLowerCase() === 'history' ? `${clean}_` : clean;
    let name = plain.slice(0, maxSheetName);
    for (let i = 2; used.has(name.toLowerCase()); i++) {
      const end = `~${i}`;
      name = plain.slice(0, maxSheetName - end.length) + end;
    }
    used.add(name.toLowerCase());
    return name;
  });
}

/** Excel's limit. */
const maxSheetName = 31;

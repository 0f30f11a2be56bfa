/** The four order relations by their SQL sign. */
export type Order = '<' | '<=' | '>' | '>=';

/** Whether `a` stands in the order to `b`: two numbers, or two dates as texts (four-digit years). */
export function inOrder<Value extends number | string>(a: Value, order: Order, b: Value): boolean {
  switch (order) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

import type { ParsedDocument } from '../documents/document.js';
import { formatDate, type IsoDate } from '../domain/dates.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import type { Message } from '../domain/text.js';
import { message } from '../messages/catalogue.js';
import type { ReportedTarget } from '../packs/types.js';
import type { WrittenIndicator } from './indicators.js';
import { remarkAt } from './problem.js';

/** Digits after the comma that figures may have: millionths of a billion are more than any statistic gives. */
const maxDecimals = 6;

/**
 * What is wrong with the figures of one entry for its target: rows where one figure is asked or the other way round, a
 * number left out, a part larger than its whole, decimals where things are counted. A denominator of 0 and a date after
 * as-of are warned of: such a figure says nothing yet.
 */
export function figureProblems(
  document: ParsedDocument,
  each: WrittenIndicator,
  pointer: string,
  target: ReportedTarget,
  asOf: IsoDate,
): Diagnostic[] {
  const { id } = target;
  const say = (at: string, found: Message, hint?: Message): Diagnostic =>
    remarkAt(document, at, 'error', found, hint);
  const bySector = target.per === 'sector';
  if (bySector && !each.rows) {
    const hint = message('indicators.rows_needed.hint');
    return [say(`${pointer}/target`, message('indicators.rows_needed', { id }), hint)];
  }
  if (!bySector && each.rows) {
    const hint = message('indicators.rows_misplaced.hint');
    return [say(`${pointer}/rows`, message('indicators.rows_misplaced', { id }), hint)];
  }
  const beside = (['numerator', 'denominator'] as const).filter(
    (key) => (each[key] === undefined) !== bySector,
  );
  if (beside.length > 0) {
    const [key = ''] = beside;
    return [
      bySector
        ? say(
            `${pointer}/${key}`,
            message('indicators.beside_rows', { key }),
            message('indicators.rows_needed.hint'),
          )
        : say(pointer, message('indicators.number_missing', { id, key })),
    ];
  }
  const figures = each.rows
    ? each.rows.map((row, i) => ({ ...row, at: `${pointer}/rows/${i}`, date: row.date }))
    : [{ ...each, at: pointer, date: undefined }];
  return [
    ...late(document, each.date, `${pointer}/date`, asOf),
    ...figures.flatMap(({ at, date, numerator = 0, denominator = 0 }) => [
      ...numberProblems(document, { numerator, denominator }, at, target),
      ...(date === undefined ? [] : late(document, date, `${at}/date`, asOf)),
    ]),
  ];
}

function late(
  document: ParsedDocument,
  date: IsoDate,
  pointer: string,
  asOf: IsoDate,
): Diagnostic[] {
  if (date <= asOf) return [];
  const found = message('indicators.in_future', {
    date: formatDate(date),
    asOf: formatDate(asOf),
  });
  return [remarkAt(document, pointer, 'warning', found, message('indicators.in_future.hint'))];
}

function numberProblems(
  document: ParsedDocument,
  numbers: { readonly numerator: number; readonly denominator: number },
  at: string,
  { id, figures }: ReportedTarget,
): Diagnostic[] {
  const { numerator, denominator } = numbers;
  const ill = (['numerator', 'denominator'] as const).flatMap((key) => {
    const value = numbers[key];
    const found =
      figures.decimals !== true && !Number.isInteger(value)
        ? message('indicators.whole_number', { id, key, value: String(value) })
        : Number(value.toFixed(maxDecimals)) === value
          ? undefined
          : message('indicators.too_fine', { key, value: String(value), decimals: maxDecimals });
    return found ? [remarkAt(document, `${at}/${key}`, 'error', found, undefined)] : [];
  });
  if (ill.length > 0) return ill;
  if (numerator > denominator && figures.mayExceed !== true) {
    const found = message('indicators.part_over_whole', {
      numerator: String(numerator),
      denominator: String(denominator),
      part: figures.numerator,
      whole: figures.denominator,
    });
    const hint = message('indicators.part_over_whole.hint');
    return [remarkAt(document, `${at}/numerator`, 'error', found, hint)];
  }
  if (denominator > 0) return [];
  const found = message('indicators.zero', { whole: figures.denominator });
  return [
    remarkAt(document, `${at}/denominator`, 'warning', found, message('indicators.zero.hint')),
  ];
}

import { macText } from './mac-text.js';
import type { Machine, Protection } from './machines.js';
import { type Moment, vietnameseDay } from './moments.js';
import { windows1258 } from './windows-1258.js';

/** The shapes in which offices hand in lists typed in Excel. */
export type ListShape =
  | 'bom_semicolon' // "CSV UTF-8" of a Vietnamese Excel
  | 'sep_line' // first line `sep=;`
  | 'utf16' // "Unicode text" with `;`, UTF-16LE with BOM
  | 'windows1258' // saved by an old program, in Windows' encoding from before Unicode
  | 'titled' // title rows above, summary rows below
  | 'nfd' // typed on macOS: letters and marks apart
  | 'repeated_header' // a printed list: the header again on each page
  | 'plain_comma';

export interface ListOptions {
  readonly shape: ListShape;
  readonly agencyName: string;
  readonly exportedAt: Moment;
  /** Product that the office says it uses; machines in state `not_installed` say none, unless `otherProduct`. */
  readonly product: string;
  readonly otherProduct?: string;
}

const header = [
  'STT',
  'Tên máy',
  'Địa chỉ IP',
  'Địa chỉ MAC',
  'Hệ điều hành',
  'Số sê-ri',
  'Đơn vị',
  'Phần mềm diệt virus',
  'Trạng thái',
  'Bảo vệ thời gian thực',
  'Ngày cập nhật',
  'Lần kết nối cuối',
  'Ghi chú',
];

const aliasHeader = [
  'STT',
  'Tên máy tính',
  'Địa chỉ IP',
  'Địa chỉ MAC',
  'Hệ điều hành',
  'Serial',
  'Phòng ban',
  'PM diệt virus',
  'Trạng thái',
  'Bảo vệ thời gian thực',
  'Cập nhật lần cuối',
  'Kết nối gần nhất',
  'Ghi chú',
];

/** State of the program and of real-time protection, as offices write them. */
const words: Readonly<
  Record<Protection, readonly [state: string, realtime: string, note: string]>
> = {
  fine: ['Đang hoạt động', 'Bật', ''],
  slightly_old: ['Đang hoạt động', 'Bật', ''],
  outdated: ['Đang hoạt động', 'Bật', 'Hết hạn bản quyền'],
  stopped: ['Ngừng hoạt động', 'Tắt', ''],
  suspended: ['Ngừng hoạt động', 'Tắt', ''],
  failure: ['Ngừng hoạt động', 'Tắt', 'Lỗi phần mềm'],
  not_installed: ['Chưa cài', '', ''],
  stale: ['Đang hoạt động', '', 'Máy để kho'],
  missing: ['Đã cài', 'Có', ''],
};

/** A list kept by hand in Excel and saved as text. Grade E: it proves that machines exist, nothing more. */
export function listExport(
  machines: readonly Machine[],
  options: ListOptions,
): string | Uint8Array {
  const { shape } = options;
  const separator = shape === 'plain_comma' ? ',' : ';';
  const names = shape === 'plain_comma' || shape === 'nfd' ? aliasHeader : header;
  const lines: string[] = [names.join(separator)];
  machines.forEach((machine, index) => {
    if (shape === 'repeated_header' && index > 0 && index % 35 === 0)
      lines.push(names.join(separator));
    const cells = rowOf(machine, index, options);
    lines.push(cells.map((cell) => quoteIfNeeded(cell, separator)).join(separator));
  });
  if (shape === 'sep_line') lines.unshift('sep=;');
  if (shape === 'titled' || shape === 'windows1258') {
    lines.unshift(...titleRows(options, separator));
    lines.push(...summaryRows(machines, separator));
  }
  return encode([...lines, ''].join('\r\n'), shape);
}

function rowOf(machine: Machine, index: number, options: ListOptions): string[] {
  const [state, realtime, note] = words[machine.protection];
  const none = machine.protection === 'not_installed';
  const other = none ? options.otherProduct : undefined;
  const product = other ?? (none ? '' : options.product);
  return [
    String(index + 1),
    machine.host,
    machine.ip,
    macText(machine.mac, '-').toUpperCase(),
    machine.system.caption,
    machine.serial,
    options.agencyName,
    product,
    other === undefined ? state : 'Đã cài',
    other === undefined ? realtime : 'Bật',
    none ? '' : vietnameseDay(machine.databases),
    vietnameseDay(machine.lastActive),
    note,
  ];
}

function titleRows(options: ListOptions, separator: string): string[] {
  const blanks = separator.repeat(header.length - 1);
  return [
    `${options.agencyName.toUpperCase()}${blanks}`,
    `DANH SÁCH MÁY TÍNH ĐANG SỬ DỤNG${blanks}`,
    `(Tính đến ngày ${vietnameseDay(options.exportedAt)})${blanks}`,
    blanks,
  ];
}

function summaryRows(machines: readonly Machine[], separator: string): string[] {
  const blanks = separator.repeat(header.length - 2);
  const without = machines.filter((machine) => machine.protection === 'not_installed').length;
  return [
    `Tổng cộng${separator}${machines.length}${blanks}`,
    `Chưa cài phần mềm diệt virus${separator}${without}${blanks}`,
  ];
}

function quoteIfNeeded(cell: string, separator: string): string {
  return cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, shape: ListShape): string | Uint8Array {
  if (shape === 'utf16') return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  if (shape === 'windows1258') return windows1258(text);
  if (shape === 'nfd') return text.normalize('NFD');
  return shape === 'plain_comma' ? text : `\uFEFF${text}`;
}

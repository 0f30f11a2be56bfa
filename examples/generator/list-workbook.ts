import type { CellModel, WorkbookModel } from '../../src/documents/spreadsheet/workbook.js';
import { isoDate } from '../../src/domain/dates.js';
import { macText } from './mac-text.js';
import type { Machine, Protection } from './machines.js';
import { isoDay, type Moment, vietnameseDay } from './moments.js';

export interface ListWorkbookOptions {
  readonly agencyName: string;
  readonly exportedAt: Moment;
  readonly product: string;
}

const header = [
  'STT',
  'Phòng ban',
  'Tên máy tính',
  'Địa chỉ IP',
  'Địa chỉ MAC',
  'Hệ điều hành',
  'Số sê-ri',
  'PM diệt virus',
  'Trạng thái',
  'Cập nhật lần cuối',
  'Kết nối gần nhất',
];

const roomNames: Readonly<Record<string, string>> = {
  'Van phong': 'Văn phòng',
  'Ke hoach': 'Phòng Kế hoạch',
  'Nghiep vu': 'Phòng Nghiệp vụ',
  'Hanh chinh': 'Phòng Hành chính',
  'Mot cua': 'Bộ phận Một cửa',
};

const states: Readonly<Partial<Record<Protection, string>>> = {
  stopped: 'Ngừng hoạt động',
  suspended: 'Ngừng hoạt động',
  failure: 'Ngừng hoạt động',
  not_installed: 'Chưa cài',
  missing: 'Đã cài',
};

/**
 * A list kept by hand as offices lay it out in Excel: titles over all columns, machines by room, each room one merged
 * cell, a sum below. Its dates are dates, not texts.
 */
export function listWorkbook(
  machines: readonly Machine[],
  { agencyName, exportedAt, product }: ListWorkbookOptions,
): WorkbookModel {
  const last = columnLetter(header.length - 1);
  const titles = [
    agencyName.toUpperCase(),
    'DANH SÁCH MÁY TÍNH ĐANG SỬ DỤNG',
    `(Tính đến ngày ${vietnameseDay(exportedAt)})`,
  ];
  const byRoom = machines.toSorted((a, b) => order(roomOf(a), roomOf(b)));
  // Below the titles stand a blank row and the header; rows count from 1.
  const firstRow = titles.length + 3;
  const rooms = byRoom.map(roomOf);
  const merged = [...new Set(rooms)].flatMap((room) => {
    const [top, bottom] = [rooms.indexOf(room), rooms.lastIndexOf(room)];
    return bottom > top ? [`B${firstRow + top}:B${firstRow + bottom}`] : [];
  });
  return {
    title: 'Danh sách máy tính',
    sheets: [
      {
        name: 'Danh sách',
        columns: header.map((name) => ({ width: Math.max(10, name.length + 4) })),
        rows: [
          ...titles.map((title) => ({ cells: [text(title)] })),
          { cells: [] },
          { cells: header.map((name) => text(name)) },
          ...byRoom.map((machine, index) => ({
            cells: cellsOf(machine, index, rooms.indexOf(roomOf(machine)) === index, product),
          })),
          { cells: [text('Tổng cộng'), { value: machines.length }] },
        ],
        merged: [...titles.map((_, index) => `A${index + 1}:${last}${index + 1}`), ...merged],
      },
    ],
  };
}

/** Of a merged block only the first cell holds the room. */
function cellsOf(
  machine: Machine,
  index: number,
  isFirst: boolean,
  product: string,
): (CellModel | null)[] {
  const none = machine.protection === 'not_installed';
  return [
    { value: index + 1 },
    isFirst ? text(roomOf(machine)) : null,
    text(machine.host),
    text(machine.ip),
    text(macText(machine.mac, '-').toUpperCase()),
    text(machine.system.caption),
    text(machine.serial),
    none ? null : text(product),
    text(states[machine.protection] ?? 'Đang hoạt động'),
    none ? null : day(machine.databases),
    day(machine.lastActive),
  ];
}

function roomOf({ room }: Machine): string {
  return roomNames[room] ?? room;
}

function text(value: string): CellModel {
  return { value };
}

function day(moment: Moment): CellModel {
  return { value: { date: isoDate(isoDay(moment)) }, style: { format: 'dd/mm/yyyy' } };
}

function columnLetter(index: number): string {
  return String.fromCharCode(65 + index);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

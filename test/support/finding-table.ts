import type { TableBlock } from '../../src/reports/document.js';

const findingTitles = [
  ['Chưa có quyết định phê duyệt cấp độ', 'critical', 'Nghiêm trọng'],
  ['Phần mềm bảo vệ đã tắt chế độ bảo vệ thời gian thực', 'high', 'Cao'],
  ['Cơ sở dữ liệu mẫu mã độc cũ hơn 7 ngày', 'medium', 'Trung bình'],
  ['Phương án bảo đảm an toàn chưa triển khai đầy đủ', 'low', 'Thấp'],
  ['Số máy kê khai khác số máy trong báo cáo', 'info', 'Thông tin'],
] as const;

/** A wide table of findings with so many rows; every cell's text contains its row's number. */
export function findingTable(rows: number): TableBlock {
  return {
    kind: 'table',
    caption: 'Danh mục phát hiện',
    numbered: true,
    compact: true,
    empty: 'Không có phát hiện nào.',
    columns: [
      { title: 'TT', weight: 1, align: 'center' },
      { title: 'Mức độ', weight: 2, align: 'center' },
      { title: 'Đối tượng', weight: 4 },
      { title: 'Phát hiện, bằng chứng', weight: 8 },
      { title: 'Căn cứ', weight: 4 },
      { title: 'Thời hạn', weight: 2, align: 'right' },
    ],
    rows: Array.from({ length: rows }, (_, index) => {
      const [title, tone, word] = findingTitles[index % findingTitles.length] ?? findingTitles[0];
      const number = index + 1;
      const file = `agencies/so-y-te/endpoints/ksc-export-2026-11-${String((number % 28) + 1).padStart(2, '0')}.csv:${number}`;
      return [
        `${number}`,
        { text: word, tone },
        `Máy SYT-PC-${String(number).padStart(4, '0')}, phòng Nghiệp vụ ${(number % 7) + 1}`,
        `${title} (phát hiện ${number}). Bằng chứng: ${file}.`,
        `Quy tắc EP-0${(number % 9) + 1}, lần ${number}`,
        `${String((number % 28) + 1).padStart(2, '0')}/12/2026`,
      ];
    }),
  };
}

import type { PickText } from './pick-text.js';

/** A file of reported figures with nothing reported yet; the examples are commented out. */
export function indicatorsText(pick: PickText): string {
  return `# yaml-language-server: $schema=schemas/indicators.schema.json
${pick('# Số liệu báo cáo cho các chỉ tiêu mà chương trình không tính được; xem trên một trang: tuanthu plan .\n# Mã chỉ tiêu: tuanthu packs show lang-son-plan-72. Chưa có số liệu thì để nguyên tệp này hoặc xóa đi.', "# Figures for targets that the program can't compute; all targets on one page: tuanthu plan .\n# Ids of targets: tuanthu packs show lang-son-plan-72. Nothing to report yet: leave this file as it is, or remove it.")}
schema_version: 1
${pick('# Thay [] bằng các mục như mẫu bên dưới, bỏ dấu # ở đầu dòng.', '# Replace [] with entries like the samples below, without the # in front.')}
indicators: []
#  - target: gov-dossiers-handled-online
#    numerator: 8120
#    denominator: 10450
#    source: "${pick('Báo cáo tháng 11/2026 của hệ thống một cửa', 'Report of the one-stop system, November 2026')}"
#    reported_by: "${pick('Văn phòng UBND tỉnh', "Office of the Provincial People's Committee")}"
#    date: "2026-11-15"
${pick('#  # Chỉ tiêu tính riêng từng ngành: mỗi ngành một dòng.', '#  # A target that is counted for each sector: a row for each.')}
#  - target: econ-share-per-sector
#    source: "${pick('Niên giám thống kê', 'Statistical yearbook')}"
#    reported_by: "${pick('Cơ quan thống kê', 'Statistics office')}"
#    date: "2026-06-30"
#    rows:
#      - {sector: "${pick('Nông nghiệp', 'Agriculture')}", numerator: 120.5, denominator: 9800}
#      - {sector: "${pick('Thương mại', 'Trade')}", numerator: 310, denominator: 7400}
`;
}

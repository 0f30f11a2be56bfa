import type { Language, LocalizedText } from '../../domain/text.js';

/** The guide beside a new workspace's files: who does what, in which order. Markdown. */
export function guideText(language: Language): string {
  return guide[language];
}

const guide: LocalizedText = {
  vi: `# Các bước tiếp theo

Đây là thư mục làm việc của một đợt kiểm tra. Các tệp mẫu mở bằng trình soạn thảo văn bản bất kỳ; trình soạn thảo hiểu YAML
sẽ gợi ý và báo lỗi khi gõ nhờ các lược đồ trong \`schemas/\`, không cần mạng.

| tệp | ai điền | nội dung |
|---|---|---|
| \`tuanthu.yaml\` | đơn vị kiểm tra | tên đợt, gói quy tắc, hạn nộp |
| \`agencies.yaml\` | đơn vị kiểm tra | mọi cơ quan phải nộp hồ sơ |
| \`agencies/<mã>/inventory.yaml\` | từng cơ quan | hệ thống thông tin của cơ quan |
| \`agencies/<mã>/checklists/\` | từng cơ quan | phiếu tự đánh giá theo yêu cầu của cấp độ, nhập từ Excel |
| \`agencies/<mã>/endpoints/\` | từng cơ quan | tệp kết xuất danh sách máy, tên tệp tùy ý |
| \`indicators.yaml\` | đơn vị tổng hợp | số liệu báo cáo cho các chỉ tiêu khác của kế hoạch; không bắt buộc |

1. Sửa \`tuanthu.yaml\`, thay hai cơ quan mẫu trong \`agencies.yaml\` bằng danh sách thật.
2. Chép \`agencies/so-mau/inventory.yaml\` cho từng cơ quan, vào thư mục đặt tên theo mã của cơ quan đó. Xóa thư mục mẫu.
3. Cơ quan điền tệp và đặt tệp kết xuất của chương trình diệt virus, danh sách máy trong miền vào \`endpoints/\`.
4. Xuất phiếu tự đánh giá ra Excel: \`tuanthu checklist export agencies/<mã>\`, điền, rồi nhập lại:
   \`tuanthu checklist import <tệp> --workspace agencies/<mã>\`
5. Kiểm tra tệp: \`tuanthu validate .\` Mỗi lỗi ghi rõ tệp, dòng và cách sửa.
6. Chạy kiểm tra: \`tuanthu audit .\` Mọi chỉ tiêu của kế hoạch trên một trang: \`tuanthu plan .\`

Cơ quan chưa nộp vẫn nằm trong kết quả và được ghi là chưa nộp. Một tệp hỏng không làm dừng việc kiểm tra các cơ quan khác.
`,
  en: `# Next steps

This folder is the workspace of one audit. Any text editor opens the sample files; one that knows YAML suggests names and
marks mistakes while you type, with the schemas in \`schemas/\` and without a network.

| file | filled in by | holds |
|---|---|---|
| \`tuanthu.yaml\` | the auditing team | title, rule packs, deadline |
| \`agencies.yaml\` | the auditing team | every body that must hand in |
| \`agencies/<id>/inventory.yaml\` | each agency | its information systems |
| \`agencies/<id>/checklists/\` | each agency | answers on its levels' requirements, taken in from Excel |
| \`agencies/<id>/endpoints/\` | each agency | exported lists of machines, any file name |
| \`indicators.yaml\` | who gathers the figures | reported figures for the plan's other targets; optional |

1. Edit \`tuanthu.yaml\`; put the real list into \`agencies.yaml\` in place of the two samples.
2. Copy \`agencies/so-mau/inventory.yaml\` for each agency into a folder named with its id. Remove the sample folder.
3. Agencies fill in the file and put exports of their antivirus console and of their domain into \`endpoints/\`.
4. Export the checklist to Excel: \`tuanthu checklist export agencies/<id>\`, fill it in, take it in again:
   \`tuanthu checklist import <file> --workspace agencies/<id>\`
5. Check the files: \`tuanthu validate .\` Each mistake is shown with its file, its line and what to do.
6. Audit: \`tuanthu audit .\` All targets of the plan on one page: \`tuanthu plan .\`

Agencies that handed in nothing are in the result as not submitted. One broken file doesn't stop the audit of the others.
`,
};

/** `README.md` of the example. */
export const readmeText = `# Tỉnh Lạng Sơn: dữ liệu minh họa

Các cơ quan trong \`agencies.yaml\` là có thật. **Toàn bộ dữ liệu còn lại là giả định**: hệ thống thông tin, cấp độ, quyết
định, số văn bản, máy tính, tình trạng bảo vệ đều do chương trình sinh ra và không nói gì về thực tế của cơ quan nào. Danh
sách sở, ngành theo hiểu biết chung về việc sắp xếp năm 2025, cần được xác nhận trước khi dùng thật.

Ngày đánh giá của ví dụ: 24/11/2026 (\`--as-of 2026-11-24\`); hạn nộp: 20/11/2026.

| tệp | nội dung |
|---|---|
| \`tuanthu.yaml\` | đợt kiểm tra: tên tỉnh, gói quy tắc, hạn nộp |
| \`agencies.yaml\` | các cơ quan, kể cả cơ quan đã sáp nhập |
| \`agencies/<mã>/inventory.yaml\` | cơ quan khai: hệ thống thông tin, số máy |
| \`agencies/<mã>/endpoints/\` | bản xuất danh sách máy: Kaspersky Security Center, Active Directory, bảng Excel, chương trình thu thập |

Một vài cơ quan không nộp, nộp muộn hoặc nộp tệp hỏng, như mọi đợt thu thập thật.

Không sửa tay: \`npm run example\` tạo lại từng byte từ \`examples/generator/\`.

---

# Lạng Sơn province: sample data

The bodies in \`agencies.yaml\` are real. **All other data is invented**: systems, levels, decisions, numbers of documents,
machines and their protection come out of a generator and say nothing about any body. The list of departments follows common
knowledge of the mergers of 2025 and needs confirming before real use.

The example's as-of date is 2026-11-24 (\`--as-of 2026-11-24\`); files were due on 2026-11-20.

| file | what it holds |
|---|---|
| \`tuanthu.yaml\` | the audit: name of the province, rule packs, deadline |
| \`agencies.yaml\` | the bodies, merged ones included |
| \`agencies/<id>/inventory.yaml\` | what the agency declares: its systems, its number of machines |
| \`agencies/<id>/endpoints/\` | exported lists of machines: Kaspersky Security Center, Active Directory, Excel lists, local collectors |

A few agencies handed in nothing, came late, or sent broken files, as in every real collection.

Don't edit by hand: \`npm run example\` makes it again, byte for byte, from \`examples/generator/\`.
`;

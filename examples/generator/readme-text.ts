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
| \`agencies/<mã>/endpoints/\` | bản xuất danh sách máy, như công cụ ghi ra |

Các định dạng trong \`endpoints/\`; cả nội dung là giả định, chỉ tên cột, tên trường là thật:

| định dạng | ví dụ |
|---|---|
| Kaspersky Security Center: danh sách thiết bị (văn bản cách bằng TAB) | hầu hết cơ quan |
| Kaspersky Security Center: báo cáo trạng thái bảo vệ (XLSX) | \`so-xay-dung\` |
| Microsoft Defender for Endpoint: máy và tình trạng diệt virus (JSON) | \`so-tu-phap\`; \`ubnd-xa-nhan-ly\` chỉ có trang đầu |
| Microsoft Intune: thiết bị và Defender (CSV trong tệp zip) | \`so-dan-toc-ton-giao\` |
| SentinelOne, Trend Vision One, Sophos Central (JSON) | \`so-tai-chinh\`, \`ubnd-phuong-tam-thanh\`, \`ubnd-phuong-luong-van-tri\` |
| GLPI Agent: bản kiểm kê (JSON), có bản gửi một phần | \`ubnd-phuong-ky-lua\` |
| osquery: nhật ký kết quả | \`ubnd-xa-thai-binh\` |
| Fleet, Wazuh: chỉ theo dõi, không bảo vệ (JSON) | \`ubnd-xa-van-quan\`, \`ubnd-xa-diem-he\` |
| Active Directory (CSV) | nhiều cơ quan |
| DHCP: địa chỉ đã cấp (CSV) | \`ubnd-xa-cao-loc\` |
| danh sách lập tay: CSV nhiều kiểu, UTF-16, windows-1258, XLSX có ô gộp | \`ubnd-xa-dong-dang\`, \`ubnd-xa-khuat-xa\`, \`so-vhttdl\` |
| tệp của \`tuanthu collect\`, mỗi máy một tệp | \`ubnd-xa-tan-thanh\` |
| định dạng chuẩn của tuanthu (NDJSON, JSON, CSV) | \`ubnd-xa-binh-gia\`, \`so-y-te\`, \`ubnd-xa-loc-binh\` |

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
| \`agencies/<id>/endpoints/\` | exported lists of machines, as their tools write them |

The formats in \`endpoints/\`; everything in them is invented but the names of columns and fields:

| format | for example |
|---|---|
| Kaspersky Security Center: device list (text separated by TAB) | most agencies |
| Kaspersky Security Center: report "Protection status" (XLSX) | \`so-xay-dung\` |
| Microsoft Defender for Endpoint: machines and antivirus health (JSON) | \`so-tu-phap\`; of \`ubnd-xa-nhan-ly\` only the first page |
| Microsoft Intune: devices and Defender agents (CSV in a zip) | \`so-dan-toc-ton-giao\` |
| SentinelOne, Trend Vision One, Sophos Central (JSON) | \`so-tai-chinh\`, \`ubnd-phuong-tam-thanh\`, \`ubnd-phuong-luong-van-tri\` |
| GLPI Agent: inventories (JSON), one of them partial | \`ubnd-phuong-ky-lua\` |
| osquery: result log | \`ubnd-xa-thai-binh\` |
| Fleet, Wazuh: they watch and don't protect (JSON) | \`ubnd-xa-van-quan\`, \`ubnd-xa-diem-he\` |
| Active Directory (CSV) | many agencies |
| DHCP: leases (CSV) | \`ubnd-xa-cao-loc\` |
| lists kept by hand: CSV of several kinds, UTF-16, windows-1258, XLSX with merged cells | \`ubnd-xa-dong-dang\`, \`ubnd-xa-khuat-xa\`, \`so-vhttdl\` |
| files of \`tuanthu collect\`, one a machine | \`ubnd-xa-tan-thanh\` |
| tuanthu's normalised format (NDJSON, JSON, CSV) | \`ubnd-xa-binh-gia\`, \`so-y-te\`, \`ubnd-xa-loc-binh\` |

A few agencies handed in nothing, came late, or sent broken files, as in every real collection.

Don't edit by hand: \`npm run example\` makes it again, byte for byte, from \`examples/generator/\`.
`;

import { yamlText } from './yaml-text.js';

/** What bodies of the province report toward the plan's other targets: invented figures, two of them missing. */
export function indicatorsFile(): string {
  return yamlText(
    {
      schema_version: 1,
      indicators: [
        reported('gov-online-services-with-dossiers', 1130, 1294, 'Văn phòng UBND tỉnh'),
        reported('gov-dossiers-handled-online', 214_380, 291_550, 'Văn phòng UBND tỉnh'),
        reported('gov-internal-work-on-platform', 78, 81, 'Văn phòng UBND tỉnh'),
        reported('econ-e-invoice', 4210, 4210, 'Sở Tài chính'),
        reported('soc-fibre-households', 158_400, 203_700, 'Sở Khoa học và Công nghệ'),
        reported('soc-smartphones', 512_300, 640_200, 'Sở Khoa học và Công nghệ'),
        reported('soc-bank-accounts', 421_900, 566_800, 'Sở Tài chính'),
        reported(
          'gate-vehicles-and-traders',
          9127,
          9127,
          'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
        ),
        reported('gate-agencies', 12, 12, 'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn'),
      ],
    },
    [
      'yaml-language-server: $schema=../../schemas/indicators.schema.json',
      'Số liệu giả định để minh họa; hai chỉ tiêu chưa có báo cáo',
    ],
  );
}

function reported(target: string, numerator: number, denominator: number, reportedBy: string) {
  return {
    target,
    numerator,
    denominator,
    reported_by: reportedBy,
    source: 'Báo cáo tháng 10/2026 (giả định)',
    date: '2026-10-31',
  };
}

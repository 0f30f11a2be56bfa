import {
  internalApplication,
  internalNotices,
  localNetwork,
  onlineService,
  otherSystem,
  provincialInfrastructure,
  website,
  without,
} from './system-facts.js';
import type { SystemTemplate } from './system-template.js';

/** Systems of the remaining departments. */
export const departmentSystems: Readonly<Record<string, readonly SystemTemplate[]>> = {
  'so-xay-dung': [
    {
      slug: 'cap-phep',
      name: 'Quản lý cấp phép xây dựng',
      level: 2,
      facts: internalApplication(8700, { handles_administrative_procedures: true }),
    },
    {
      slug: 'quy-hoach',
      name: 'CSDL quy hoạch xây dựng (GIS)',
      level: 3,
      facts: provincialInfrastructure({ requires_24x7_operation: false }),
    },
    {
      slug: 'den-tin-hieu',
      name: 'Điều khiển đèn tín hiệu giao thông',
      level: undefined,
      facts: otherSystem({ harm_rights: 'none' }),
    },
    {
      slug: 'camera-giao-thong',
      name: 'Camera giám sát giao thông',
      level: 2,
      facts: internalApplication(0, {
        sensitive_data_categories: ['h'],
        sensitive_data_subjects: 0,
      }),
    },
    {
      slug: 'ben-xe',
      name: 'Quản lý bến xe, vận tải khách',
      level: 3,
      facts: onlineService(17_000, {
        conditional_business_line: true,
        conditional_business_line_items: [61],
      }),
    },
    {
      slug: 'nha-o',
      name: 'CSDL nhà ở và thị trường bất động sản',
      level: 2,
      facts: internalApplication(61_000),
    },
    {
      slug: 'dang-kiem',
      name: 'Đặt lịch đăng kiểm trực tuyến',
      level: 3,
      facts: without(onlineService(104_000), 'conditional_business_line'),
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Sở Xây dựng',
      level: 2,
      facts: website(11),
    },
    { slug: 'lan', name: 'Mạng nội bộ Sở Xây dựng', level: 2, facts: localNetwork() },
  ],
  'so-cong-thuong': [
    {
      slug: 'san-tmdt',
      name: 'Sàn thương mại điện tử tỉnh',
      level: 3,
      facts: onlineService(9600, {
        conditional_business_line: true,
        conditional_business_line_items: [52],
      }),
    },
    {
      slug: 'cum-cong-nghiep',
      name: 'CSDL cụm công nghiệp',
      level: 2,
      facts: internalApplication(210),
    },
    {
      slug: 'hoa-chat',
      name: 'Quản lý hóa chất, vật liệu nổ',
      level: 2,
      facts: internalApplication(95),
    },
    {
      slug: 'xuat-xu',
      name: 'Theo dõi xuất nhập khẩu',
      level: 2,
      facts: internalApplication(1800),
    },
    {
      slug: 'khuyen-cong',
      name: 'Trang khuyến công và xúc tiến thương mại',
      level: 2,
      facts: website(6),
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Sở Công Thương',
      level: 2,
      facts: website(9),
    },
    { slug: 'lan', name: 'Mạng nội bộ Sở Công Thương', level: 2, facts: localNetwork() },
  ],
  'so-vhttdl': [
    { slug: 'du-lich', name: 'Cổng du lịch thông minh', level: 2, facts: onlineService(27_000) },
    {
      slug: 'thu-vien',
      name: 'Thư viện số tỉnh',
      level: 2,
      facts: onlineService(13_200),
      incidents: [
        {
          id: 'su-co-2026-10',
          detected_at: '2026-10-06T08:40+07:00',
          serious: true,
          urgent: false,
          first_notice_at: '2026-10-08T15:00+07:00',
          document: '41/BC-SVHTTDL (giả định)',
        },
      ],
    },
    {
      slug: 'di-san',
      name: 'Bảo tàng số, di sản số',
      level: 3,
      facts: onlineService(3000, {
        conditional_business_line: true,
        conditional_business_line_items: [171],
      }),
    },
    {
      slug: 've-dien-tu',
      name: 'Bán vé điện tử khu di tích',
      level: 2,
      facts: onlineService(45_000, { conditional_business_line_items: [168] }),
    },
    {
      slug: 'van-dong-vien',
      name: 'Quản lý vận động viên',
      level: 2,
      facts: internalApplication(420, {
        sensitive_data_categories: ['d'],
        sensitive_data_subjects: 420,
      }),
    },
    {
      slug: 'bang-dien-tu',
      name: 'Bảng điện tử giới thiệu sự kiện',
      level: 1,
      facts: internalNotices({ has_user_accounts: true }),
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Sở Văn hóa, Thể thao và Du lịch',
      level: 2,
      facts: website(16),
    },
    {
      slug: 'lan',
      name: 'Mạng nội bộ Sở Văn hóa, Thể thao và Du lịch',
      level: 2,
      facts: localNetwork(),
    },
  ],
  'thanh-tra-tinh': [
    {
      slug: 'khieu-nai',
      name: 'CSDL khiếu nại, tố cáo',
      level: 2,
      facts: internalApplication(7400),
      state: 'undocumented',
      plan: 'partly',
    },
    {
      slug: 'ke-khai-tai-san',
      name: 'Quản lý bản kê khai tài sản, thu nhập',
      level: 2,
      facts: without(
        internalApplication(3200),
        'national_security_harm',
        'serves_defence_or_security',
      ),
      state: 'unnamed_appraiser',
      plan: 'partly',
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Thanh tra tỉnh',
      level: 2,
      facts: without(
        website(5, { information_types: ['public'], has_user_accounts: false }),
        'conditional_business_line',
      ),
      state: 'good',
      plan: 'fully',
    },
    {
      slug: 'lan',
      name: 'Mạng nội bộ Thanh tra tỉnh',
      level: 2,
      facts: without(localNetwork(), 'infrastructure_service_area'),
      state: 'good',
      plan: 'fully',
    },
  ],
  'so-dan-toc-ton-giao': [
    {
      slug: 'dan-toc',
      name: 'CSDL công tác dân tộc',
      level: 2,
      facts: internalApplication(48_000, {
        sensitive_data_categories: ['a'],
        sensitive_data_subjects: 48_000,
        risk_assessed_level: 2,
      }),
    },
    {
      slug: 'ton-giao',
      name: 'Quản lý tổ chức, cơ sở tôn giáo',
      level: 2,
      facts: internalApplication(650, {
        sensitive_data_categories: ['b'],
        sensitive_data_subjects: 650,
      }),
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Sở Dân tộc và Tôn giáo',
      level: 2,
      facts: website(6),
    },
    { slug: 'lan', name: 'Mạng nội bộ Sở Dân tộc và Tôn giáo', level: 2, facts: localNetwork() },
  ],
};

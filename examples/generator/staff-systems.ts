import {
  internalApplication,
  internalNotices,
  localNetwork,
  onlineService,
  provincialInfrastructure,
  website,
} from './system-facts.js';
import type { SystemTemplate } from './system-template.js';

/** Systems of the departments for staff, finance and justice. */
export const staffSystems: Readonly<Record<string, readonly SystemTemplate[]>> = {
  'so-noi-vu': [
    {
      slug: 'can-bo',
      name: 'Hệ thống quản lý hồ sơ cán bộ, công chức, viên chức tỉnh',
      level: 2,
      facts: internalApplication(21_600, {
        shared_by_several_bodies: true,
        sensitive_data_categories: ['a', 'b'],
        sensitive_data_subjects: 21_600,
      }),
    },
    {
      slug: 'viec-lam',
      name: 'Sàn giao dịch việc làm trực tuyến',
      level: 2,
      facts: onlineService(34_800),
    },
    {
      slug: 'nguoi-co-cong',
      name: 'CSDL người có công với cách mạng',
      level: 2,
      facts: internalApplication(18_200, {
        sensitive_data_categories: ['d'],
        sensitive_data_subjects: 4300,
      }),
    },
    {
      slug: 'tien-luong',
      name: 'Phần mềm quản lý tiền lương',
      level: 2,
      facts: internalApplication(310),
    },
    {
      slug: 'luu-tru',
      name: 'Kho lưu trữ điện tử lịch sử tỉnh',
      level: 2,
      facts: internalApplication(260),
    },
    {
      slug: 'thi-dua',
      name: 'Phần mềm thi đua, khen thưởng',
      level: 2,
      facts: internalApplication(9400),
    },
    { slug: 'trang-ttdt', name: 'Trang thông tin điện tử Sở Nội vụ', level: 2, facts: website(9) },
    { slug: 'lan', name: 'Mạng nội bộ Sở Nội vụ', level: 2, facts: localNetwork() },
    { slug: 'bang-tin', name: 'Bảng tin điện tử nội bộ', level: 1, facts: internalNotices() },
  ],
  'so-tai-chinh': [
    {
      slug: 'ngan-sach',
      name: 'Hệ thống quản lý thu, chi ngân sách tỉnh',
      level: 2,
      facts: internalApplication(1450),
    },
    {
      slug: 'tai-san-cong',
      name: 'CSDL tài sản công của tỉnh',
      level: 3,
      facts: provincialInfrastructure(),
    },
    {
      slug: 'dau-tu-cong',
      name: 'Hệ thống theo dõi dự án đầu tư công',
      level: 2,
      facts: internalApplication(620),
    },
    { slug: 'gia', name: 'CSDL về giá của tỉnh', level: 2, facts: onlineService(900) },
    {
      slug: 'xuc-tien',
      name: 'Trang thông tin hỗ trợ doanh nghiệp và xúc tiến đầu tư',
      level: 2,
      facts: website(18),
    },
    {
      slug: 'ke-toan',
      name: 'Phần mềm kế toán hành chính sự nghiệp',
      level: 2,
      facts: internalApplication(140),
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Sở Tài chính',
      level: 2,
      facts: website(10),
    },
    { slug: 'lan', name: 'Mạng nội bộ Sở Tài chính', level: 2, facts: localNetwork() },
  ],
  'so-tu-phap': [
    {
      slug: 'cong-chung',
      name: 'CSDL công chứng, chứng thực tỉnh',
      level: 3,
      facts: provincialInfrastructure(),
    },
    {
      slug: 'tro-giup',
      name: 'Phần mềm quản lý vụ việc trợ giúp pháp lý',
      level: 2,
      facts: internalApplication(3800),
    },
    { slug: 'pho-bien', name: 'Trang phổ biến, giáo dục pháp luật', level: 2, facts: website(7) },
    {
      slug: 'van-ban',
      name: 'Trang tra cứu văn bản trong mạng nội bộ',
      level: 1,
      facts: internalNotices(),
    },
    {
      slug: 'dau-gia',
      name: 'Phần mềm quản lý đấu giá tài sản',
      level: 2,
      facts: internalApplication(450),
    },
    { slug: 'trang-ttdt', name: 'Trang thông tin điện tử Sở Tư pháp', level: 2, facts: website(8) },
    { slug: 'lan', name: 'Mạng nội bộ Sở Tư pháp', level: 2, facts: localNetwork() },
  ],
};

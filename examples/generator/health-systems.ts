import {
  internalApplication,
  localNetwork,
  onlineService,
  website,
  without,
} from './system-facts.js';
import type { SystemTemplate } from './system-template.js';

/** A hospital's information system: it stands behind examination and treatment, item 150 of the conditional lines. */
const hospital = (people: number, sensitive: number) =>
  onlineService(people, {
    online_service_role: 'supporting',
    conditional_business_line: true,
    conditional_business_line_items: [150],
    sensitive_data_categories: ['d'],
    sensitive_data_subjects: sensitive,
  });

/** Systems of the department of health and its hospitals. */
export const healthSystems: Readonly<Record<string, readonly SystemTemplate[]>> = {
  'so-y-te': [
    {
      slug: 'his-bvdk',
      name: 'Hệ thống thông tin Bệnh viện Đa khoa tỉnh (HIS)',
      level: 3,
      facts: hospital(312_000, 312_000),
      state: 'good',
      plan: 'partly',
      components: [
        { id: 'his', name: 'Quản lý khám, chữa bệnh (HIS)', facts: hospital(312_000, 312_000) },
        {
          id: 'lis',
          name: 'Quản lý xét nghiệm (LIS)',
          facts: internalApplication(205_000, {
            sensitive_data_categories: ['d'],
            sensitive_data_subjects: 205_000,
          }),
        },
        {
          id: 'pacs',
          name: 'Lưu trữ hình ảnh y khoa (PACS)',
          facts: internalApplication(121_000, {
            sensitive_data_categories: ['d'],
            sensitive_data_subjects: 121_000,
          }),
        },
      ],
    },
    {
      slug: 'his-bvyhct',
      name: 'HIS Bệnh viện Y học cổ truyền',
      level: 3,
      facts: hospital(41_000, 41_000),
      state: 'submitted',
    },
    {
      slug: 'his-bv-phoi',
      name: 'HIS Bệnh viện Phổi',
      level: 3,
      facts: hospital(26_000, 26_000),
      state: 'wrong_authority',
    },
    {
      slug: 'his-loc-binh',
      name: 'HIS Trung tâm Y tế khu vực Lộc Bình',
      level: 3,
      facts: hospital(58_000, 58_000),
      state: 'too_low',
    },
    {
      slug: 'his-huu-lung',
      name: 'HIS Trung tâm Y tế khu vực Hữu Lũng',
      level: 3,
      facts: hospital(72_000, 72_000),
      state: 'none',
    },
    {
      slug: 'his-trang-dinh',
      name: 'HIS Trung tâm Y tế khu vực Tràng Định',
      level: 3,
      facts: without(
        hospital(39_000, 39_000),
        'conditional_business_line',
        'conditional_business_line_items',
        'sensitive_data_subjects',
      ),
      state: 'drafting',
    },
    {
      slug: 'suc-khoe',
      name: 'Hồ sơ sức khỏe điện tử tỉnh',
      level: 3,
      facts: onlineService(690_000, {
        sensitive_data_categories: ['a', 'd'],
        sensitive_data_subjects: 690_000,
        harm_rights: 'serious',
      }),
      state: 'appraised',
    },
    {
      slug: 'hanh-nghe',
      name: 'Quản lý hành nghề y, dược',
      level: 2,
      facts: onlineService(4200),
      state: 'good',
      plan: 'fully',
    },
    {
      slug: 'tiem-chung',
      name: 'Theo dõi tiêm chủng tại tỉnh',
      level: 2,
      facts: internalApplication(210_000, {
        sensitive_data_categories: ['d'],
        sensitive_data_subjects: 0,
      }),
      state: 'drafting',
    },
    {
      slug: 'atvstp',
      name: 'CSDL cơ sở an toàn thực phẩm',
      level: 2,
      facts: internalApplication(3100),
      state: 'incomplete',
    },
    {
      slug: 'tu-van-tu-xa',
      name: 'Nền tảng tư vấn khám, chữa bệnh từ xa',
      level: 3,
      facts: hospital(8800, 8800),
      lifecycle: 'building',
      state: 'none',
      plan: 'unsaid',
    },
    {
      slug: 'cap-cuu-115',
      name: 'Điều phối cấp cứu 115',
      level: 2,
      facts: internalApplication(15_000, {
        sensitive_data_categories: ['d', 'h'],
        sensitive_data_subjects: 9000,
        requires_24x7_operation: true,
      }),
      state: 'late_regulation',
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Sở Y tế',
      level: 2,
      facts: website(15),
      state: 'good',
      plan: 'fully',
    },
    {
      slug: 'lan',
      name: 'Mạng nội bộ Sở Y tế',
      level: 2,
      facts: localNetwork(),
      state: 'good',
      plan: 'fully',
    },
    {
      slug: 'lan-bvdk',
      name: 'Mạng nội bộ Bệnh viện Đa khoa tỉnh',
      level: 2,
      facts: localNetwork(),
      state: 'self_appraised',
    },
  ],
};

import {
  internalApplication,
  internalNotices,
  localNetwork,
  onlineService,
  otherSystem,
  procedureService,
  provincialInfrastructure,
  secretSystem,
  website,
  without,
} from './system-facts.js';
import type { SystemTemplate } from './system-template.js';

/** Systems of the border-gate board and of the police. */
export const borderSystems: Readonly<Record<string, readonly SystemTemplate[]>> = {
  'bql-kktck': [
    {
      slug: 'cua-khau-so',
      name: 'Nền tảng cửa khẩu số',
      level: 3,
      facts: procedureService(14_500, 9800, {
        shared_by_several_bodies: true,
        harm_public_interest: 'serious',
        requires_24x7_operation: true,
      }),
      state: 'changed',
      plan: 'partly',
      components: [
        {
          id: 'khai-bao',
          name: 'Cổng khai báo phương tiện, hàng hóa',
          facts: procedureService(14_500, 9800),
        },
        { id: 'dieu-phoi', name: 'Điều phối phương tiện tại bãi', facts: internalApplication(310) },
        {
          id: 'ket-noi',
          name: 'Kết nối hải quan, biên phòng, kiểm dịch',
          facts: provincialInfrastructure(),
        },
      ],
    },
    {
      slug: 'camera',
      name: 'Hệ thống camera giám sát cửa khẩu',
      level: 3,
      facts: internalApplication(0, {
        serves_defence_or_security: true,
        national_security_harm: 'harm',
        strategic_role: false,
      }),
      state: 'wrong_authority',
    },
    {
      slug: 'can-dien-tu',
      name: 'Cân điện tử và ba-ri-e tự động',
      level: undefined,
      facts: otherSystem({ harm_rights: 'none' }),
      state: 'none',
    },
    {
      slug: 'bai-xe',
      name: 'Quản lý bến bãi, thu phí hạ tầng',
      level: 3,
      facts: onlineService(26_000, {
        conditional_business_line: true,
        conditional_business_line_items: [61],
      }),
      state: 'self_appraised',
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Ban Quản lý',
      level: 2,
      facts: website(8, { conditional_business_line_items: [106] }),
      state: 'good',
      plan: 'partly',
    },
    {
      slug: 'lan',
      name: 'Mạng nội bộ Ban Quản lý',
      level: 2,
      facts: localNetwork(),
      state: 'good',
      plan: 'fully',
    },
  ],
  'cong-an-tinh': [
    {
      slug: 'chi-huy',
      name: 'Hệ thống thông tin chỉ huy (giả định)',
      level: 5,
      facts: secretSystem('exceptional', { strategic_role: true }),
      state: 'good',
      plan: 'partly',
    },
    {
      slug: 'van-ban-mat',
      name: 'Hệ thống quản lý văn bản mật',
      level: 4,
      facts: secretSystem('serious'),
      state: 'good',
      plan: 'fully',
    },
    {
      slug: 'camera',
      name: 'Hệ thống camera giám sát an ninh, trật tự đô thị',
      level: 3,
      facts: internalApplication(0, {
        serves_defence_or_security: true,
        national_security_harm: 'harm',
        strategic_role: false,
        harm_social_order: 'harm',
      }),
      state: 'good',
      plan: 'partly',
    },
    {
      slug: 'ly-lich-tu-phap',
      name: 'CSDL lý lịch tư pháp tại tỉnh',
      level: 3,
      facts: procedureService(52_000, 52_000, { sensitive_data_categories: ['g'] }),
      state: 'incomplete',
    },
    {
      slug: 'trang-ttdt',
      name: 'Trang thông tin điện tử Công an tỉnh',
      level: 2,
      facts: website(20),
      state: 'good',
      plan: 'fully',
    },
    {
      slug: 'to-giac',
      name: 'Ứng dụng tiếp nhận tin báo, tố giác',
      level: 3,
      facts: without(
        onlineService(12_000, { serves_defence_or_security: true }),
        'national_security_harm',
      ),
      state: 'drafting',
    },
    {
      slug: 'thong-bao',
      name: 'Bảng thông báo nội bộ',
      level: 1,
      facts: internalNotices(),
      state: 'good',
    },
  ],
};

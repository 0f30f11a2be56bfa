/** A public body as `agencies.yaml` lists it. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly kind:
    | 'office'
    | 'department'
    | 'inspectorate'
    | 'management_board'
    | 'police'
    | 'district'
    | 'commune'
    | 'ward';
  readonly valid_from?: string;
  readonly valid_to?: string;
  readonly successor?: string;
  readonly note?: string;
}

const mergers: readonly (readonly [id: string, name: string, successor: string, into: string])[] = [
  ['so-khdt', 'Sở Kế hoạch và Đầu tư', 'so-tai-chinh', 'Sở Tài chính'],
  ['so-gtvt', 'Sở Giao thông vận tải', 'so-xay-dung', 'Sở Xây dựng'],
  ['so-tttt', 'Sở Thông tin và Truyền thông', 'so-khcn', 'Sở Khoa học và Công nghệ'],
  ['so-ldtbxh', 'Sở Lao động - Thương binh và Xã hội', 'so-noi-vu', 'Sở Nội vụ'],
  [
    'so-nnptnt',
    'Sở Nông nghiệp và Phát triển nông thôn',
    'so-nnmt',
    'Sở Nông nghiệp và Môi trường',
  ],
  ['so-tnmt', 'Sở Tài nguyên và Môi trường', 'so-nnmt', 'Sở Nông nghiệp và Môi trường'],
  ['ban-dan-toc', 'Ban Dân tộc', 'so-dan-toc-ton-giao', 'Sở Dân tộc và Tôn giáo'],
];

const districts: readonly (readonly [slug: string, name: string])[] = [
  ['thanh-pho-lang-son', 'thành phố Lạng Sơn'],
  ['huyen-trang-dinh', 'huyện Tràng Định'],
  ['huyen-binh-gia', 'huyện Bình Gia'],
  ['huyen-van-lang', 'huyện Văn Lãng'],
  ['huyen-cao-loc', 'huyện Cao Lộc'],
  ['huyen-van-quan', 'huyện Văn Quan'],
  ['huyen-bac-son', 'huyện Bắc Sơn'],
  ['huyen-huu-lung', 'huyện Hữu Lũng'],
  ['huyen-chi-lang', 'huyện Chi Lăng'],
  ['huyen-loc-binh', 'huyện Lộc Bình'],
  ['huyen-dinh-lap', 'huyện Đình Lập'],
];

const wards = 'Đông Kinh, Lương Văn Tri, Tam Thanh, Kỳ Lừa';

const communes =
  'Đoàn Kết, Quốc Khánh, Tân Tiến, Kháng Chiến, Thất Khê, Tràng Định, Quốc Việt, Hoa Thám, Quý Hòa, Hồng Phong, ' +
  'Thiện Hòa, Thiện Thuật, Thiện Long, Bình Gia, Tân Văn, Na Sầm, Thụy Hùng, Hội Hoan, Văn Lãng, Hoàng Văn Thụ, ' +
  'Đồng Đăng, Ba Sơn, Cao Lộc, Công Sơn, Văn Quan, Điềm He, Khánh Khê, Yên Phúc, Tri Lễ, Tân Đoàn, Bắc Sơn, ' +
  'Tân Tri, Hưng Vũ, Vũ Lễ, Vũ Lăng, Nhất Hòa, Hữu Lũng, Yên Bình, Hữu Liên, Vân Nham, Cai Kinh, Thiện Tân, ' +
  'Tân Thành, Tuấn Sơn, Chi Lăng, Bằng Mạc, Chiến Thắng, Nhân Lý, Vạn Linh, Quan Sơn, Na Dương, Lộc Bình, ' +
  'Mẫu Sơn, Khuất Xá, Thống Nhất, Lợi Bác, Xuân Dương, Đình Lập, Thái Bình, Kiên Mộc, Châu Sơn';

/**
 * The public bodies of Lạng Sơn, former ones included: departments merged on 2025-03-01, districts that ended on
 * 2025-06-30, communes and wards since 2025-07-01. Real bodies; only their data in the example is invented.
 */
export const bodies: readonly Body[] = [
  { id: 'van-phong-ubnd', name: 'Văn phòng UBND tỉnh', kind: 'office' },
  { id: 'so-tu-phap', name: 'Sở Tư pháp', kind: 'department' },
  { id: 'so-cong-thuong', name: 'Sở Công Thương', kind: 'department' },
  { id: 'so-vhttdl', name: 'Sở Văn hóa, Thể thao và Du lịch', kind: 'department' },
  { id: 'so-gddt', name: 'Sở Giáo dục và Đào tạo', kind: 'department' },
  { id: 'so-y-te', name: 'Sở Y tế', kind: 'department' },
  { id: 'so-noi-vu', name: 'Sở Nội vụ', kind: 'department' },
  { id: 'so-tai-chinh', name: 'Sở Tài chính', kind: 'department' },
  { id: 'so-xay-dung', name: 'Sở Xây dựng', kind: 'department' },
  { id: 'so-khcn', name: 'Sở Khoa học và Công nghệ', kind: 'department' },
  { id: 'so-ngoai-vu', name: 'Sở Ngoại vụ', kind: 'department' },
  { id: 'thanh-tra-tinh', name: 'Thanh tra tỉnh', kind: 'inspectorate' },
  {
    id: 'bql-kktck',
    name: 'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
    kind: 'management_board',
  },
  ...mergers.map(
    ([id, name, successor, into]): Body => ({
      id,
      name,
      kind: 'department',
      valid_to: '2025-02-28',
      successor,
      note: `Sáp nhập vào ${into} từ ngày 01/3/2025`,
    }),
  ),
  {
    id: 'so-nnmt',
    name: 'Sở Nông nghiệp và Môi trường',
    kind: 'department',
    valid_from: '2025-03-01',
  },
  {
    id: 'so-dan-toc-ton-giao',
    name: 'Sở Dân tộc và Tôn giáo',
    kind: 'department',
    valid_from: '2025-03-01',
  },
  {
    id: 'cong-an-tinh',
    name: 'Công an tỉnh',
    kind: 'police',
    note: 'Tiếp nhận nhiệm vụ quản lý nhà nước về an toàn thông tin mạng năm 2025',
  },
  ...districts.map(
    ([slug, name]): Body => ({
      id: `ubnd-${slug}`,
      name: `UBND ${name}`,
      kind: 'district',
      valid_to: '2025-06-30',
      note: 'Kết thúc hoạt động khi bỏ cấp huyện từ ngày 01/7/2025',
    }),
  ),
  ...localBodies(wards, 'phường', 'ward'),
  ...localBodies(communes, 'xã', 'commune'),
];

function localBodies(names: string, word: 'phường' | 'xã', kind: 'ward' | 'commune'): Body[] {
  return names.split(', ').map((name) => ({
    id: `ubnd-${slugOf(word)}-${slugOf(name)}`,
    name: `UBND ${word} ${name}`,
    kind,
    valid_from: '2025-07-01',
  }));
}

/** `Đông Kinh` → `dong-kinh`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

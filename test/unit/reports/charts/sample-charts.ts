import type {
  Chart,
  CoverageChart,
  HeatMap,
  StackedChart,
  TrendChart,
} from '../../../../src/reports/charts/chart.js';

/** Names of bodies as long as they really are. */
export const agencyNames: readonly string[] = [
  'Sở Y tế',
  'UBND phường Tam Thanh',
  'Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn',
  'Trung tâm Chuyển đổi số thuộc Văn phòng Ủy ban nhân dân tỉnh',
];

const outcomes = ['not_met', 'inconclusive', 'met', 'no_data'] as const;
const rates = [
  { numerator: 400, denominator: 600, unknown: 0 },
  { numerator: 606, denominator: 680, unknown: 14 },
  { numerator: 95, denominator: 100, unknown: 5 },
  null,
] as const;
const figures = ['66% (400/600)', '89-91% (606/680)', '95-100% (95/100)', '-'];

function cycled<Item>(items: readonly Item[], index: number): Item {
  return items[index % items.length] as Item;
}

/** So many rows with every outcome; labels end in their row's number. */
export function coverageSample(rows: number): CoverageChart {
  return {
    kind: 'coverage',
    rows: Array.from({ length: rows }, (_, index) => ({
      label: `${cycled(agencyNames, index)} ${index + 1}`,
      rate: cycled(rates, index),
      threshold: cycled([100, 90, 90, 90], index),
      outcome: cycled(outcomes, index),
      figure: cycled(figures, index),
    })),
    words: { certain: 'Chắc chắn đạt', possible: 'Có thể đạt (còn chưa rõ)', target: 'Ngưỡng' },
  };
}

const counts = [
  [120, 12, 3, 2],
  [292, 60, 41, 9],
  [0, 0, 0, 0],
  [1_204, 1, 0, 300],
];

export function stackedSample(rows: number): StackedChart {
  return {
    kind: 'stacked',
    series: [
      { label: 'Được bảo vệ', tone: 'good' },
      { label: 'Suy giảm', tone: 'warn' },
      { label: 'Không được bảo vệ', tone: 'bad' },
      { label: 'Chưa rõ', tone: 'unknown' },
    ],
    rows: Array.from({ length: rows }, (_, index) => ({
      label: `${cycled(agencyNames, index)} ${index + 1}`,
      values: cycled(counts, index),
    })),
  };
}

/** Groups of requirements as the standard titles them. */
const groupTitles: readonly string[] = [
  'Quản lý an toàn, an ninh mạng',
  'Chính sách',
  'Tổ chức bảo đảm an toàn thông tin mạng',
  'Nhân lực',
  'Thiết kế, xây dựng hệ thống',
  'Phương án ứng cứu sự cố, bảo đảm hoạt động liên tục và khôi phục sau thảm họa',
];

export function heatSample(rows: number, columns: readonly string[] = groupTitles): HeatMap {
  const shares = [0, 100, 15, 35, null, 55, 75, 99.6, 88];
  return {
    kind: 'heat',
    columns,
    rows: Array.from({ length: rows }, (_, row) => ({
      label: `${cycled(agencyNames, row)} ${row + 1}`,
      values: columns.map((_, column) => cycled(shares, row * 3 + column)),
    })),
    words: { low: 'thấp', high: 'cao' },
  };
}

export const trendSample: TrendChart = {
  kind: 'trend',
  dates: ['2026-06-30', '2026-09-30', '2026-10-15', '2026-10-20', '2026-11-24'],
  series: [
    { label: 'Hệ thống được phê duyệt cấp độ', values: [10, null, 40, 44, 66], threshold: 100 },
    { label: 'Máy được cài phần mềm bảo vệ', values: [50, 60, 80, 82, 89.9], threshold: 90 },
    { label: 'Máy được bảo vệ thực sự', values: [40, 55, 76, 82, 88], threshold: null },
  ],
};

/** Each kind, few and many rows. */
export const sampleCharts: readonly (readonly [name: string, chart: Chart])[] = [
  ['coverage', coverageSample(4)],
  ['coverage of 100 agencies', coverageSample(100)],
  ['coverage, dense', { ...coverageSample(4), dense: true }],
  ['stacked', stackedSample(4)],
  ['stacked, of 100 agencies', stackedSample(100)],
  ['heat map', heatSample(4)],
  ['heat map with short titles', heatSample(4, ['Chính sách', 'Nhân lực', 'Dữ liệu'])],
  [
    'heat map of 100 agencies and 20 groups',
    heatSample(100, [...groupTitles, ...groupTitles, ...groupTitles, ...groupTitles.slice(0, 2)]),
  ],
  ['trend', trendSample],
  ['coverage without rows', coverageSample(0)],
  ['stacked without rows', stackedSample(0)],
  ['heat map without rows', heatSample(0)],
  ['trend without dates', { kind: 'trend', dates: [], series: [] }],
];

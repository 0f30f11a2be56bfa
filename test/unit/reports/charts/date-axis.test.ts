import { expect, test } from 'vitest';
import { datePlaces } from '../../../../src/reports/charts/date-axis.js';

test.each([
  ['none', [], []],
  ['one', ['2026-11-24'], [0.5]],
  ['as far apart as in time', ['2026-01-01', '2026-01-11', '2026-02-10'], [0, 0.25, 1]],
  ['as people write them', ['01/01/2026', '11/01/2026', '10/02/2026'], [0, 0.25, 1]],
  ['evenly when one is no date', ['2026-01-01', 'đợt 2', '2026-02-10'], [0, 0.5, 1]],
  ['evenly when out of order', ['2026-02-10', '2026-01-11', '2026-01-01'], [0, 0.5, 1]],
  ['evenly on one day', ['2026-01-01', '2026-01-01'], [0, 1]],
])('%s', (_, dates, places) => {
  expect(datePlaces(dates)).toEqual(places);
});

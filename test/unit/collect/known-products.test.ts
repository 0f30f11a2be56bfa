import { describe, expect, test } from 'vitest';
import { readCatalogues } from '../../../src/fleet/catalogues.js';
import { openFolder } from '../../../src/platform/files.js';
import { products } from './fixtures.js';

const bundled = openFolder(new URL('../../../', import.meta.url));
const catalogue = await readCatalogues(bundled, 'rules/catalogues');

test.each(products.all)(
  'the audit takes the reported name of $id for this product',
  ({ id, name }) => {
    const first = catalogue.products.find(({ names }) =>
      names.some((pattern) => new RegExp(pattern, 'i').test(name)),
    );
    expect(first?.id).toBe(id);
  },
);

describe('names in the Security Center', () => {
  test.each([
    { name: 'Windows Defender', id: 'microsoft-defender-antivirus' },
    { name: 'Microsoft Defender Antivirus', id: 'microsoft-defender-antivirus' },
    { name: 'Kaspersky Endpoint Security for Windows', id: 'kaspersky-endpoint-security' },
    { name: 'Kaspersky Free', id: 'kaspersky-consumer' },
    { name: 'Apex One Antivirus', id: 'trend-apex-one' },
    { name: 'Bkav Pro', id: 'bkav-home' },
    { name: 'CMC Antivirus', id: 'cmc-endpoint' },
    { name: 'Some Antivirus', id: undefined },
  ])('$name: $id', ({ name, id }) => expect(products.bySecurityCenterName(name)?.id).toBe(id));
});

test('an id that the catalogue lacks is a bug', () => {
  expect(() => products.byId('nothing')).toThrow('nothing');
});

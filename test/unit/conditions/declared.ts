import type { Declarations } from '../../../src/conditions/declarations.js';
import { declarationsById } from '../../../src/conditions/declarations.js';
import { isoDate } from '../../../src/domain/dates.js';
import type { FactDeclaration } from '../../../src/domain/facts.js';

function fact(id: string, rest: Omit<FactDeclaration, 'id' | 'question'>): FactDeclaration {
  return { id, question: { vi: `Hỏi ${id}?`, en: `Ask ${id}?` }, ...rest };
}

/** Facts of one of Lạng Sơn's systems and one of its machines, one of each type; the two levels are nullable. */
export const declarations: Declarations = declarationsById([
  fact('has_accounts', { type: 'bool' }),
  fact('users', { type: 'int' }),
  fact('share', { type: 'number' }),
  fact('os.name', { type: 'text' }),
  fact('harm', {
    type: 'enum',
    ordered: true,
    values: [
      { value: 'none', label: { vi: 'Không tổn hại', en: 'No harm' } },
      { value: 'harm', label: { vi: 'Tổn hại', en: 'Harm' } },
      { value: 'serious', label: { vi: 'Nghiêm trọng', en: 'Serious' } },
    ],
  }),
  fact('role', {
    type: 'enum',
    values: [
      { value: 'direct', label: { vi: 'Trực tiếp', en: 'Direct' } },
      { value: 'supporting', label: { vi: 'Hỗ trợ', en: 'Supporting' } },
    ],
  }),
  fact('types', {
    type: 'set',
    values: [
      { value: 'internal', label: { vi: 'Phục vụ nội bộ', en: 'Internal' } },
      { value: 'public_service', label: { vi: 'Phục vụ người dân', en: 'Public service' } },
      { value: 'other', label: { vi: 'Loại khác', en: 'Other' } },
    ],
  }),
  fact('lines', { type: 'set', itemType: 'int' }),
  fact('seen', { type: 'date' }),
  fact('lock_after', { type: 'duration' }),
  fact('approved_level', { type: 'int', nullable: true }),
  fact('risk_kinds', {
    type: 'set',
    nullable: true,
    values: [{ value: 'a', label: { vi: 'A', en: 'A' } }],
  }),
]);

const asOf = isoDate('2026-11-24');

export const context = { asOf, declarations };

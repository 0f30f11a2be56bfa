import type { Language } from '../../domain/text.js';
import { guideText } from './guide-text.js';
import { indicatorsText } from './indicators-text.js';
import { inventoryText } from './inventory-text.js';
import { type PickText, textPicker } from './pick-text.js';

/** A file of a new workspace; `path` is relative to it. */
export interface TemplateFile {
  readonly path: string;
  readonly text: string;
}

/** The schemas that the template's files refer to; they go into `schemas/`, with those that they refer to in turn. */
export const templateSchemas: readonly string[] = [
  'workspace',
  'agencies',
  'inventory',
  'indicators',
  'source',
  'source-cases',
];

/** Name of the guide for people in a new workspace. */
export const guideFile = 'HUONG-DAN.md';

/** The files of a new workspace, commented in one language. They validate as they are; names in them are invented. */
export function workspaceTemplate(language: Language): readonly TemplateFile[] {
  const pick = textPicker(language);
  return [
    { path: 'tuanthu.yaml', text: settingsText(pick) },
    { path: 'agencies.yaml', text: agenciesText(pick) },
    { path: 'agencies/so-mau/inventory.yaml', text: inventoryText(pick) },
    { path: 'indicators.yaml', text: indicatorsText(pick) },
    { path: guideFile, text: guideText(language) },
  ];
}

function settingsText(pick: PickText): string {
  return `# yaml-language-server: $schema=schemas/workspace.schema.json
${pick('# Một đợt kiểm tra. Ngày viết dạng "2026-12-31", đặt trong ngoặc kép.', '# One audit. Dates are written like "2026-12-31", in quotes.')}
schema_version: 1

${pick('# Tên in trên báo cáo.', '# Name printed over the reports.')}
title: "${pick('Tỉnh mẫu', 'Sample province')}"

${pick('# Gói quy tắc: cấp độ theo luật hiện hành, phép kiểm thiết bị đầu cuối, chỉ tiêu.\n# Tỉnh khác bỏ lang-son-plan-72: đó là chỉ tiêu riêng của Lạng Sơn.', '# Rule packs: levels by the law in force, endpoint checks, targets.\n# Other provinces remove lang-son-plan-72: it holds the targets of Lạng Sơn only.')}
packs: [vn-2026, vn-2016, endpoint-baseline, lang-son-plan-72]

${pick('# Danh sách cơ quan, và thư mục hồ sơ: mỗi cơ quan một thư mục con đặt tên theo mã.', '# The list of agencies, and the folder of hand-ins: one folder for each agency, named with its id.')}
agencies: agencies.yaml
submissions: agencies

${pick('# Hạn nộp hồ sơ; nộp sau ngày này là nộp muộn.', '# Hand-in deadline; later is late.')}
# collection: {due: "2026-11-30"}
`;
}

function agenciesText(pick: PickText): string {
  return `# yaml-language-server: $schema=schemas/agencies.schema.json
${pick('# Mọi cơ quan phải nộp hồ sơ. Cơ quan đã sáp nhập thì giữ lại, ghi valid_to và successor.', '# Every body that must hand in. Keep bodies that were merged, with valid_to and successor.')}
schema_version: 1
agencies:
  ${pick('# kind: committee, office, department (sở), inspectorate, management_board, police, district, commune (xã),\n  #       ward (phường), public_unit (đơn vị sự nghiệp)', '# kind: committee, office, department, inspectorate, management_board, police, district, commune, ward, public_unit')}
  - {id: so-mau, name: "${pick('Sở Mẫu', 'Sample Department')}", kind: department}
  - {id: ubnd-xa-mau, name: "${pick('UBND xã Mẫu', "Sample Commune People's Committee")}", kind: commune, valid_from: "2025-07-01"}
`;
}

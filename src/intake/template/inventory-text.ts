import type { PickText } from './pick-text.js';

/** A sample inventory with one system. Its facts are answered, so that it shows a level when it is audited. */
export function inventoryText(pick: PickText): string {
  return `# yaml-language-server: $schema=../../schemas/inventory.schema.json
${pick('# Cơ quan tự khai. Sửa mọi chỗ ghi "mẫu", xóa phần không cần. Chưa biết thì bỏ trống cả mục: để trống là «chưa biết».', '# Filled in by the agency. Change whatever says "sample", remove what you don\'t need. Leave out what you don\'t know.')}
schema_version: 1
${pick('# Đúng tên thư mục chứa tệp này.', '# The name of the folder that holds this file.')}
agency: so-mau
# submitted_on: "2026-11-18"

${pick('# Số máy theo sổ sách của cơ quan: máy có trong sổ mà không tệp kết xuất nào thấy được tính là «chưa biết».', '# Number of machines in your register: those that no export shows count as unknown.')}
# declared_endpoints: {count: 45, register: "${pick('Sổ tài sản CNTT 2026', 'IT asset register 2026')}", date: "2026-10-31"}

${pick('# Ngày kết xuất của những tệp trong endpoints/ không tự ghi ngày.', '# Export dates of files in endpoints/ that carry none.')}
# endpoint_reports:
#   - {file: endpoints/ksc.csv, exported_on: "2026-11-17"}

${pick('# Hệ thống của cơ quan khác mà cơ quan này chỉ sử dụng.', '# Systems of other agencies that this one only uses.')}
# uses:
#   - {system: van-phong-ubnd-mot-cua}

${pick('# Hệ thống thông tin của cơ quan; không có hệ thống nào thì ghi: systems: []', '# Your information systems; if there are none, write: systems: []')}
systems:
  ${pick('# Mã không trùng với hệ thống nào khác trong toàn tỉnh.', '# An id that no other system of the province has.')}
  - id: so-mau-van-ban
    name: "${pick('Hệ thống mẫu: quản lý văn bản', 'Sample system: document management')}"
    ${pick('# planned (dự kiến), building (đang xây dựng), operating (đang vận hành), retired (đã dừng)', '# planned, building, operating, retired')}
    lifecycle: operating
    in_operation_since: "2022-03-01"
    owner: {name: "${pick('UBND tỉnh', "Provincial People's Committee")}"}
    operating_unit: "${pick('Văn phòng Sở', 'Office of the Department')}"
    specialised_unit: "${pick('Sở Khoa học và Công nghệ', 'Department of Science and Technology')}"

    ${pick('# Câu trả lời để xác định cấp độ. Mục nào chưa chắc thì xóa; null nghĩa là «không có quyết định, kết quả nào».', '# Answers that determine the level. Remove what you are not sure of; null says "there is no such decision".')}
    facts:
      ${pick('# Phạm vi hệ thống', '# Boundary of the system')}
      applicability_basis: [state_body_operation]
      has_business_function: true
      processes_data: true
      has_identified_users: true
      produces_information_output: true
      owner_count: 1
      operates_independently: true
      scope_changed_to_alter_level: false
      ${pick('# Loại hình: internal (nội bộ), public_service (phục vụ người dân), infrastructure, industrial_control, other', '# Type: internal, public_service, infrastructure, industrial_control, other')}
      system_types: [internal]
      shared_by_several_bodies: false
      ${pick('# Thông tin: public (công khai), private (riêng), personal (cá nhân), state_secret (bí mật nhà nước)', '# Information: public, private, personal, state_secret')}
      information_types: [private, personal]
      has_user_accounts: true
      serves_defence_or_security: false
      national_security_harm: none
      ${pick('# Dịch vụ trực tuyến cho bên ngoài: none (không), direct (trực tiếp), supporting (hỗ trợ phía sau)', '# Online service for outsiders: none, direct, supporting')}
      online_service_role: none
      handles_administrative_procedures: false
      ${pick('# Số người có dữ liệu cá nhân trong hệ thống (đếm người, không đếm bản ghi)', '# People whose personal data it holds (people, not records)')}
      basic_data_subjects: 120
      sensitive_data_categories: []
      sensitive_data_subjects: 0
      national_egov_system: false
      centralised_critical_national_data: false
      prime_minister_level: null
      risk_framework_level: null
      risk_assessed_level: null
      ${pick('# Tổn hại khi có sự cố: none (không), harm, serious (nghiêm trọng), exceptional (đặc biệt nghiêm trọng)', '# Harm of an incident: none, harm, serious, exceptional')}
      harm_rights: harm
      harm_public_interest: none
      harm_social_order: none
      directs_national_security_works: false
      directs_national_security_telecom: false
      law116_art9_fields: []
      art16_3_consequences: []

    ${pick('# Hồ sơ cấp độ và quyết định phê duyệt: bỏ dấu # và điền khi đã có.', '# Level dossier and approval: uncomment and fill in once they exist.')}
    # declared_level: 2
    # dossier:
    #   stage: approved
    #   documents: [overview, design, level_justification, security_plan]
    #   appraisal: {by: "${pick('Sở Khoa học và Công nghệ', 'Department of Science and Technology')}", date: "2026-09-20", by_operating_unit: false}
    # approval: {level: 2, number: "12/QĐ-SKHCN", date: "2026-10-01", authority: specialised_unit}
    # security_regulation: {number: "05/QĐ-SM", date: "2026-08-25"}
    # security_plan: {status: partly, expected: "2027-03-01"}
`;
}

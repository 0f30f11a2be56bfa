/** Answers of an officer about one system, by the ids of the pack's facts. A fact left out is unknown. */
export type FactRecord = Readonly<
  Record<string, boolean | number | string | null | readonly string[] | readonly number[]>
>;

/** What all systems of a public body answer alike, unless they say otherwise. */
const ordinary: FactRecord = {
  applicability_basis: ['state_body_operation'],
  has_business_function: true,
  processes_data: true,
  has_identified_users: true,
  produces_information_output: true,
  owner_count: 1,
  operates_independently: true,
  scope_changed_to_alter_level: false,
  system_types: ['internal'],
  shared_by_several_bodies: false,
  information_types: ['private', 'personal'],
  has_user_accounts: true,
  serves_defence_or_security: false,
  national_security_harm: 'none',
  online_service_role: 'none',
  handles_administrative_procedures: false,
  basic_data_subjects: 0,
  sensitive_data_categories: [],
  sensitive_data_subjects: 0,
  national_egov_system: false,
  centralised_critical_national_data: false,
  prime_minister_level: null,
  risk_framework_level: null,
  risk_assessed_level: null,
  harm_rights: 'harm',
  harm_public_interest: 'none',
  harm_social_order: 'none',
  directs_national_security_works: false,
  directs_national_security_telecom: false,
  law116_art9_fields: [],
  art16_3_consequences: [],
};

/** An application for the body's own work, holding data of `people`. Level 2. */
export function internalApplication(people: number, extra: FactRecord = {}): FactRecord {
  return { ...ordinary, basic_data_subjects: people, ...extra };
}

/** A page or screen with nothing but published information and no sign-in. Level 1. */
export function internalNotices(extra: FactRecord = {}): FactRecord {
  return { ...ordinary, information_types: ['public'], has_user_accounts: false, ...extra };
}

/** A public website; its editors sign in. Level 2. */
export function website(editors: number, extra: FactRecord = {}): FactRecord {
  return {
    ...ordinary,
    applicability_basis: ['state_body_operation', 'public_online_service'],
    system_types: ['public_service'],
    information_types: ['public', 'personal'],
    online_service_role: 'direct',
    conditional_business_line: false,
    basic_data_subjects: editors,
    ...extra,
  };
}

/** An online service for people or businesses. Level by its numbers: 2, or 3 from 100,000 people (10,000 sensitive). */
export function onlineService(people: number, extra: FactRecord = {}): FactRecord {
  return {
    ...website(people),
    information_types: ['public', 'private', 'personal'],
    harm_public_interest: 'harm',
    ...extra,
  };
}

/** A service that settles administrative procedures. Level 3 whatever its size. */
export function procedureService(
  people: number,
  sensitive: number,
  extra: FactRecord = {},
): FactRecord {
  return onlineService(people, {
    handles_administrative_procedures: true,
    sensitive_data_categories: sensitive > 0 ? ['a', 'i'] : [],
    sensitive_data_subjects: sensitive,
    ...extra,
  });
}

/** The network or server room of one body. Level 2. */
export function localNetwork(extra: FactRecord = {}): FactRecord {
  return {
    ...ordinary,
    system_types: ['infrastructure'],
    infrastructure_service_area: 'one_organisation',
    requires_24x7_operation: false,
    no_unplanned_outage_accepted: false,
    national_international_gateway: false,
    ...extra,
  };
}

/** Infrastructure that many bodies of the province share. Level 3. */
export function provincialInfrastructure(extra: FactRecord = {}): FactRecord {
  return localNetwork({
    shared_by_several_bodies: true,
    infrastructure_service_area: 'several_orgs_in_ministry_sector_or_provinces',
    requires_24x7_operation: true,
    harm_public_interest: 'harm',
    ...extra,
  });
}

/** Control of construction works. Level 3 for classes II to IV, 4 for class I. */
export function worksControl(worksClass: string, extra: FactRecord = {}): FactRecord {
  return {
    ...ordinary,
    system_types: ['industrial_control'],
    information_types: ['private', 'personal'],
    controlled_works_class: worksClass,
    controls_national_security_works: false,
    harm_public_interest: 'harm',
    ...extra,
  };
}

/** A system with state secrets. Level 3, or 4 where the harm to national security is serious. */
export function secretSystem(
  harm: 'harm' | 'serious' | 'exceptional',
  extra: FactRecord = {},
): FactRecord {
  return {
    ...ordinary,
    information_types: ['private', 'personal', 'state_secret'],
    serves_defence_or_security: true,
    national_security_harm: harm,
    strategic_role: false,
    ...extra,
  };
}

/** A device that fits no type: no criterion applies as long as the risk framework isn't issued. No level. */
export function otherSystem(extra: FactRecord = {}): FactRecord {
  return { ...ordinary, system_types: ['other'], ...extra };
}

/** The answers without some of them, as an officer who didn't know leaves them out. */
export function without(facts: FactRecord, ...names: string[]): FactRecord {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}

/** Order of the questions that an officer is asked: facts are written in it. */
const questionOrder = [
  'applicability_basis',
  'has_business_function',
  'processes_data',
  'has_identified_users',
  'produces_information_output',
  'owner_count',
  'operates_independently',
  'scope_changed_to_alter_level',
  'system_types',
  'shared_by_several_bodies',
  'information_types',
  'has_user_accounts',
  'serves_defence_or_security',
  'national_security_harm',
  'strategic_role',
  'online_service_role',
  'handles_administrative_procedures',
  'conditional_business_line',
  'conditional_business_line_items',
  'basic_data_subjects',
  'sensitive_data_categories',
  'sensitive_data_subjects',
  'infrastructure_service_area',
  'national_egov_system',
  'requires_24x7_operation',
  'no_unplanned_outage_accepted',
  'national_international_gateway',
  'controlled_works_class',
  'controls_national_security_works',
  'centralised_critical_national_data',
  'prime_minister_level',
  'risk_framework_level',
  'harm_rights',
  'harm_public_interest',
  'harm_social_order',
  'risk_assessed_level',
  'directs_national_security_works',
  'directs_national_security_telecom',
  'law116_art9_fields',
  'art16_3_consequences',
];

/** The facts in the order of the questions. Throws RangeError for a fact without a place in it. */
export function inOrder(facts: FactRecord): FactRecord {
  for (const name of Object.keys(facts)) {
    if (!questionOrder.includes(name)) throw new RangeError(`no such fact: ${name}`);
  }
  const known = questionOrder.filter((name) => Object.hasOwn(facts, name));
  return Object.fromEntries(known.map((name) => [name, facts[name] ?? null]));
}

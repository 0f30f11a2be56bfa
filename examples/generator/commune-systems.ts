import type { SystemsScenario } from './profiles.js';
import type { Random } from './random.js';
import {
  internalApplication,
  internalNotices,
  localNetwork,
  otherSystem,
  website,
  without,
} from './system-facts.js';
import type { SystemTemplate } from './system-template.js';

/** A commune's or ward's own systems: network and website, and in some a few more. The rest they use of the province. */
export function communeSystems(
  agencyName: string,
  scenario: SystemsScenario,
  random: Random,
): SystemTemplate[] {
  const place = agencyName.replace('UBND ', '');
  const network: SystemTemplate = {
    slug: 'lan',
    name: `Mạng nội bộ ${agencyName}`,
    level: 2,
    facts: localNetwork({ has_user_accounts: random.chance(0.7) }),
  };
  const site: SystemTemplate = {
    slug: 'trang-ttdt',
    name: `Trang thông tin điện tử ${place}`,
    level: 2,
    facts: website(random.int(3, 8)),
  };
  switch (scenario) {
    case 'none':
      return [];
    case 'unclear':
      return [
        {
          ...network,
          facts: without(network.facts, 'infrastructure_service_area'),
          state: 'good',
          plan: 'fully',
        },
        { ...site, state: 'undocumented', plan: 'fully' },
      ];
    case 'model':
    case 'classified':
      return random.chance(0.5) ? [network, site, noticeBoard(place)] : [network, site];
    default:
      return [
        contradicted(network, random),
        contradicted(site, random),
        ...localExtras(place, random),
      ];
  }
}

function noticeBoard(place: string): SystemTemplate {
  return { slug: 'bang-tin', name: `Bảng tin nội bộ ${place}`, level: 1, facts: internalNotices() };
}

function localExtras(place: string, random: Random): SystemTemplate[] {
  const extras: SystemTemplate[] = [
    {
      slug: 'truyen-thanh',
      name: `Hệ thống truyền thanh thông minh ${place}`,
      level: undefined,
      facts: otherSystem({ harm_rights: 'none' }),
      state: 'none',
    },
    {
      slug: 'camera',
      name: `Hệ thống camera an ninh ${place}`,
      level: 2,
      facts: internalApplication(0, {
        system_types: ['internal'],
        sensitive_data_categories: ['h'],
      }),
    },
    {
      slug: 'dat-lich',
      name: `Phần mềm theo dõi hồ sơ dân cư ${place}`,
      level: 2,
      facts: without(
        internalApplication(random.int(4000, 15_000)),
        'risk_assessed_level',
        'sensitive_data_subjects',
      ),
    },
  ];
  return random.chance(0.45) ? [random.pick(extras)] : [];
}

/** Now and then an officer's answers contradict each other, or leave out what decides. */
function contradicted(system: SystemTemplate, random: Random): SystemTemplate {
  if (random.chance(0.75)) return system;
  const facts = system.facts;
  if (system.slug === 'trang-ttdt') {
    return random.chance(0.5)
      ? { ...system, facts: { ...facts, information_types: ['public'] } }
      : { ...system, facts: without(facts, 'conditional_business_line') };
  }
  return random.chance(0.5)
    ? { ...system, facts: { ...facts, system_types: ['internal', 'public_service'] } }
    : {
        ...system,
        facts: without(facts, 'infrastructure_service_area', 'shared_by_several_bodies'),
      };
}

import type { MessageKey } from '../../../messages/catalogue.js';
import type { Block, TableBlock } from '../../document.js';
import { heading, type Speaker } from '../../official/official-text.js';
import type { ReportAgency, ReportSystem } from '../../report-model.js';
import { partState } from './part-state.js';

/** Part 1: owner and operating unit, boundary, architecture, equipment, zones (Decree 331/2026/NĐ-CP Art. 22 cl. 3). */
export function overviewBlocks(agency: ReportAgency, system: ReportSystem, say: Speaker): Block[] {
  const { profile } = system;
  const field = (key: BlankKey, value: string | null) => ({ label: say(key), value });
  const party = [
    field('dossier.party.mandate', null),
    field('dossier.party.head', null),
    field('dossier.party.address', null),
    field('dossier.party.contact', null),
  ];
  return [
    ...partState(system, 'overview', say),
    heading(2, say('dossier.overview.system')),
    {
      kind: 'fields',
      items: [
        field('dossier.overview.name', system.name),
        field('dossier.overview.id', system.id),
        field('dossier.overview.agency', agency.name),
        field('dossier.overview.lifecycle', system.lifecycleWord),
        field('dossier.overview.since', profile?.inOperationSince ?? null),
        field('dossier.overview.scope', null),
        field('dossier.overview.users', null),
      ],
    },
    ...(profile === null || profile.components.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: say('dossier.overview.components'),
            columns: [
              { title: say('official.no'), weight: 1, align: 'center' },
              { title: say('dossier.overview.component'), weight: 8 },
              { title: say('dossier.overview.id'), weight: 5 },
            ],
            rows: profile.components.map(({ id, name }, index) => [String(index + 1), name, id]),
            empty: say('official.none'),
          } satisfies TableBlock,
        ]),
    heading(2, say('dossier.overview.owner')),
    {
      kind: 'fields',
      items: [
        field('dossier.party.name', profile?.owner ?? null),
        field('dossier.party.basis', profile?.ownerBasis ?? null),
        ...party,
      ],
    },
    heading(2, say('dossier.overview.operator')),
    {
      kind: 'fields',
      items: [field('dossier.party.name', profile?.operatingUnit ?? null), ...party],
    },
    heading(2, say('dossier.overview.specialised')),
    { kind: 'fields', items: [field('dossier.party.name', profile?.specialisedUnit ?? null)] },
    heading(2, say('dossier.overview.architecture')),
    {
      kind: 'fields',
      items: [field('dossier.overview.logical', null), field('dossier.overview.physical', null)],
    },
    blankTable(
      'dossier.devices',
      ['dossier.devices.name', 'dossier.devices.place', 'dossier.devices.purpose'],
      say,
    ),
    blankTable(
      'dossier.services',
      ['dossier.services.name', 'dossier.services.server', 'dossier.services.purpose'],
      say,
    ),
    blankTable(
      'dossier.zones',
      ['dossier.zones.name', 'dossier.zones.private', 'dossier.zones.public'],
      say,
    ),
  ];
}

type BlankKey = Extract<MessageKey, `dossier.${string}`> & ParameterlessKey;

/** Keys whose texts need no parameters. */
type ParameterlessKey =
  | `dossier.party.${string}`
  | `dossier.overview.${string}`
  | `dossier.devices${string}`
  | `dossier.services${string}`
  | `dossier.zones${string}`;

/** A table of the dossier that the operating unit fills in. */
function blankTable(caption: BlankKey, columns: readonly BlankKey[], say: Speaker): TableBlock {
  return {
    kind: 'table',
    caption: say(caption),
    columns: [
      { title: say('official.no'), weight: 1, align: 'center' },
      ...columns.map((key) => ({ title: say(key), weight: 5 })),
    ],
    rows: [1, 2, 3].map((number) => [String(number), ...columns.map(() => null)]),
    empty: say('official.none'),
  };
}

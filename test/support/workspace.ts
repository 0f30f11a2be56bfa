import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { readCatalogues } from '../../examples/generator/catalogues.js';
import { internalApplication } from '../../examples/generator/system-facts.js';

/** The day on which the small workspaces of the tests are in order. */
export const asOf = '2026-11-24';

export type Content = string | Uint8Array;

/** Files by path relative to the workspace. */
export type WorkspaceFiles = Readonly<Record<string, Content>>;

type Members = Readonly<Record<string, unknown>>;

const catalogues = await readCatalogues();

/** One agency of a small workspace; what is left out makes it meet every target. */
export interface AgencySpec {
  readonly id: string;
  readonly name?: string;
  /** Further members of its entry in `agencies.yaml`. */
  readonly entry?: Members;
  /** Members of `inventory.yaml` beside the usual ones, a whole file, or null for none. */
  readonly inventory?: Members | Content | null;
  /** Replaces the inventory's list of systems. */
  readonly systems?: readonly Members[];
  /** Files below `endpoints/`; by default a console's and a directory's view of ten machines. */
  readonly endpoints?: Readonly<Record<string, Content>>;
  /** Files below `checklists/`; by default a full one for each system that says its plan is fully carried out. */
  readonly checklists?: Readonly<Record<string, Content>>;
  /** Further files below the agency's folder. */
  readonly files?: Readonly<Record<string, Content>>;
}

export interface WorkspaceSpec {
  readonly agencies: readonly AgencySpec[];
  /** Members of `tuanthu.yaml` beside the usual ones, or a whole file. */
  readonly settings?: Members | Content;
  /** Further files; a path that stands here replaces the one made. */
  readonly files?: WorkspaceFiles;
}

/** The files of a small workspace. `{id: 'so-a'}` alone is an agency that meets every target. */
export function workspaceFiles({
  agencies,
  settings = {},
  files = {},
}: WorkspaceSpec): WorkspaceFiles {
  return {
    'tuanthu.yaml': isContent(settings)
      ? settings
      : stringify({
          schema_version: 1,
          title: 'Tỉnh thử nghiệm',
          packs: ['vn-2026', 'vn-2016', 'endpoint-baseline', 'lang-son-plan-72'],
          ...settings,
        }),
    'agencies.yaml': stringify({
      schema_version: 1,
      agencies: agencies.map(({ id, name, entry }) => ({
        id,
        name: name ?? `Cơ quan ${id}`,
        kind: 'department',
        ...entry,
      })),
    }),
    'agencies/README.md': 'Mỗi cơ quan một thư mục.\n',
    ...Object.assign({}, ...agencies.map(handIn)),
    ...files,
  };
}

function handIn(agency: AgencySpec): WorkspaceFiles {
  const { id, inventory = {}, systems = [soundSystem(`${id}-qlvb`)], files = {} } = agency;
  const text =
    inventory === null || isContent(inventory)
      ? inventory
      : stringify({
          schema_version: 1,
          agency: id,
          submitted_on: '2026-11-18',
          systems,
          ...inventory,
        });
  const below = (folder: string, found: Readonly<Record<string, Content>>) =>
    Object.entries(found).map(([name, content]) => [`agencies/${id}/${folder}${name}`, content]);
  return Object.fromEntries([
    ...(text === null ? [] : [[`agencies/${id}/inventory.yaml`, text]]),
    ...below('endpoints/', agency.endpoints ?? soundEndpoints(id)),
    ...below('checklists/', text === null ? {} : (agency.checklists ?? soundChecklists(systems))),
    ...below('', files),
  ]);
}

/** An agency in the list that hands in nothing. */
export function silent(id: string, more: Omit<AgencySpec, 'id'> = {}): AgencySpec {
  return { id, inventory: null, endpoints: {}, ...more };
}

/** A level-2 system that is approved and protected as the law asks. */
export function soundSystem(id: string, more: Members = {}): Members {
  return {
    id,
    name: 'Hệ thống quản lý văn bản',
    owner: { name: 'UBND tỉnh' },
    operating_unit: 'Văn phòng',
    specialised_unit: 'Sở Khoa học và Công nghệ',
    facts: internalApplication(100),
    declared_level: 2,
    dossier: {
      stage: 'approved',
      documents: ['overview', 'design', 'level_justification', 'security_plan'],
      appraisal: {
        by: 'Sở Khoa học và Công nghệ',
        date: '2026-10-01',
        document: '20/TĐ-SKHCN',
        by_operating_unit: false,
      },
    },
    approval: {
      level: 2,
      number: '12/QĐ-SKHCN',
      date: '2026-10-12',
      authority: 'specialised_unit',
      authority_name: 'Sở Khoa học và Công nghệ',
    },
    security_regulation: { number: '60/QĐ', date: '2026-09-15', authority: 'Cơ quan' },
    security_plan: { status: 'fully', document: '3/PA', date: '2026-11-10' },
    ...more,
  };
}

/** A checklist for each of the systems that has an approved level and says that its plan is fully carried out. */
function soundChecklists(systems: readonly Members[]): Readonly<Record<string, Content>> {
  return Object.fromEntries(
    systems.flatMap((system) => {
      const { level } = (system['approval'] ?? {}) as { readonly level?: number };
      const { status } = (system['security_plan'] ?? {}) as { readonly status?: string };
      if (level === undefined || status !== 'fully') return [];
      return [[`${system['id']}.yaml`, soundChecklist(String(system['id']), level)]];
    }),
  );
}

/** A self-assessment in which every requirement of the level is met, with something to show. */
export function soundChecklist(system: string, level: number, more: Members = {}): string {
  const catalogue = catalogues.find((each) => each.level === level);
  if (!catalogue) throw new Error(`no catalogue of level ${level}`);
  return stringify({
    schema_version: 1,
    system,
    pack: 'vn-2026',
    level,
    kind: 'self_assessment',
    assessor: 'Văn phòng',
    date: '2026-11-10',
    answers: catalogue.groups
      .flatMap((group) => group.requirements)
      .map(({ id, digest }) => ({
        requirement: id,
        digest,
        answer: 'met',
        evidence: ['Biên bản 01/BB'],
      })),
    ...more,
  });
}

/** The same system without a decision: it misses the targets. */
export function unapprovedSystem(id: string): Members {
  return soundSystem(id, { approval: undefined, dossier: { stage: 'drafting' } });
}

/** The same system with a level that hangs on an unanswered question: nobody can tell. */
export function unclearSystem(id: string): Members {
  const { dossier } = soundSystem(id) as { readonly dossier: Members };
  return soundSystem(id, { dossier: { ...dossier, documents: undefined } });
}

/** Names `<prefix>-1` … of machines. */
export function hosts(count: number, prefix = 'PC'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);
}

/** Ten machines, all protected, known to a console and to a directory. */
export function soundEndpoints(agency: string, count = 10): Readonly<Record<string, Content>> {
  const names = hosts(count, agency.toUpperCase());
  return {
    'ksc.csv': kscExport(names.map((Name) => ({ Name }))),
    'ad.csv': directoryExport(names.map((Name) => ({ Name }))),
  };
}

type Row = Readonly<Record<string, string>>;

const kscRow: Row = {
  Name: 'PC',
  'Operating system type': 'Microsoft Windows 11',
  'Operating system release ID': '24H2',
  'Network Agent is installed': 'Yes',
  'Last connected to Administration Server': '2026-11-18 09:00:00',
  'Information last updated': '2026-11-18 09:00:00',
  'Status description': '',
  'Application version': '12.6.0.438',
  'Anti-virus databases last updated': '2026-11-17 20:00:00',
  'Real-time protection status': 'Running',
};

/** A console's device list, TAB-separated. Rows give what differs from a protected machine. */
export function kscExport(rows: readonly Row[]): string {
  return table(kscRow, rows, '\t');
}

/** What the console says of a machine without a protection product. */
export function withoutProduct(Name: string): Row {
  return {
    Name,
    'Status description': 'Anti-virus application is not installed',
    'Application version': '',
    'Anti-virus databases last updated': '',
    'Real-time protection status': 'Unknown',
  };
}

const directoryRow: Row = {
  Name: 'PC',
  DNSHostName: '',
  Enabled: 'True',
  LastLogonDate: '2026-11-17 08:00:00',
  OperatingSystem: 'Windows 11 Pro',
};

/** Computer accounts of a directory. */
export function directoryExport(rows: readonly Row[]): string {
  return table(directoryRow, rows, ',');
}

const listRow: Row = { 'Tên máy': 'PC', 'Hệ điều hành': 'Windows 11', 'Đơn vị': 'Văn phòng' };

/** A list of computers kept by hand. */
export function listExport(rows: readonly Row[]): string {
  return table(listRow, rows, ';');
}

const record = {
  host: 'PC',
  kind: 'workstation',
  os_name: 'Windows 11 Pro',
  observed_at: '2026-11-18T02:00:00Z',
  grade: 'A',
  all_products: false,
  product: 'Kaspersky Endpoint Security for Windows',
  installed: true,
  running: true,
  realtime: true,
  mode: 'block',
  signatures_date: '2026-11-17T20:00:00Z',
  managed: true,
};

/** Observations in the product's own format, one a line. */
export function normalisedExport(rows: readonly Members[]): string {
  return rows.map((row) => `${JSON.stringify({ ...record, ...row })}\n`).join('');
}

function table(defaults: Row, rows: readonly Row[], delimiter: string): string {
  const headers = [...new Set([defaults, ...rows].flatMap((row) => Object.keys(row)))];
  const cells = (row: Row) => headers.map((header) => row[header] ?? defaults[header] ?? '');
  return [headers, ...rows.map(cells), []].map((line) => line.join(delimiter)).join('\r\n');
}

/** Writes the files below `folder` in the order given, or in the reverse. */
export async function writeFiles(
  folder: string,
  files: WorkspaceFiles,
  order: 'given' | 'reversed' = 'given',
): Promise<string> {
  const entries = Object.entries(files);
  for (const [path, content] of order === 'given' ? entries : entries.reverse()) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  return folder;
}

function isContent(value: unknown): value is Content {
  return typeof value === 'string' || value instanceof Uint8Array;
}

import { auditWorkspace } from '../../audit/audit-workspace.js';
import type { SignalCount } from '../../audit/endpoint-signals.js';
import { type JudgedSystem, readProvince } from '../../audit/read-province.js';
import { loadSchemas } from '../../documents/schemas.js';
import type { IsoDate } from '../../domain/dates.js';
import { AppError, type Diagnostic } from '../../domain/diagnostic.js';
import { openDuckDb } from '../../fleet/engines/duckdb.js';
import { message } from '../../messages/catalogue.js';
import { openScratch } from '../../platform/files.js';
import { temporaryFolder } from '../../platform/temporary-folder.js';
import { bundled } from '../bundled.js';
import { existingFolder } from '../existing-folder.js';
import { suggest } from '../suggest.js';

/** One system as it was judged, and what the endpoint reports of its agency say, by signal. */
export interface FoundAnswers {
  readonly judged: JudgedSystem;
  readonly signals: ReadonlyMap<string, SignalCount>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Audits the agency that a system belongs to, and gives the system. Throws `AppError` (exit 2) when no agency has it, with
 * a near id as hint, or the workspace can't be used.
 */
export async function findAnswers(options: {
  readonly workspace: string;
  readonly system: string;
  readonly asOf: IsoDate;
}): Promise<FoundAnswers> {
  const { asOf, system } = options;
  const workspace = await existingFolder(options.workspace);
  const schemas = await loadSchemas(bundled, 'schemas');
  const { chosen } = await readProvince({ workspace, bundled, schemas, asOf });
  const all = chosen.flatMap(({ inventory }) => inventory?.systems ?? []);
  const agency = all.find(({ id, lifecycle }) => id === system && lifecycle !== 'retired')?.agency;
  if (agency === undefined)
    throw unknownSystem(
      system,
      all.map(({ id }) => id),
    );
  const temporary = await temporaryFolder();
  try {
    const { systems, signals, diagnostics } = await auditWorkspace({
      workspace,
      bundled,
      schemas,
      asOf,
      only: [agency],
      openEngine: () => openDuckDb({ threads: 2, temporaryFolder: temporary.path }),
      scratch: openScratch(temporary.path),
    });
    const judged = systems.get(agency)?.find((each) => each.system.id === system);
    if (!judged) throw new Error(`the audit of ${agency} lost the system ${system}`);
    return { judged, signals: signals.get(agency) ?? new Map(), diagnostics };
  } finally {
    await temporary.remove();
  }
}

function unknownSystem(system: string, known: readonly string[]): AppError {
  const near = suggest(system, known);
  return new AppError({
    message: message('checklist_show.unknown_system', { id: system }),
    hints: [
      near === undefined
        ? message('checklist_show.unknown_system.hint')
        : message('cli.did_you_mean', { name: near }),
    ],
  });
}

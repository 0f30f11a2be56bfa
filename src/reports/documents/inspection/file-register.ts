import type { Language } from '../../../domain/text.js';
import { speaker } from '../../official/official-text.js';
import type { ReportFinding, ReportInput, ReportModel } from '../../report-model.js';

/** The files behind findings, each with a short label, so that every piece of evidence can name its file and digest. */
export interface FileRegister {
  readonly files: readonly RegisteredFile[];
  /**
   * Where a finding's evidence stands and what it shows, `T03:225 (note); T04:12`; empty when there is none. A note that
   * was already `said` for its file isn't repeated.
   */
  readonly evidence: (finding: ReportFinding, said?: SaidNotes) => string;
  /** What the evidence in a file shows, by its label, where it is the same for all of several findings. */
  readonly sharedNotes: (findings: readonly ReportFinding[]) => SaidNotes;
}

export type SaidNotes = ReadonlyMap<string, string>;

export interface RegisteredFile {
  /** `T03`. */
  readonly label: string;
  readonly path: string;
  readonly sha256: string;
  /** Null for a file that only findings name. */
  readonly input: ReportInput | null;
}

/**
 * Labels the inputs that were examined for a document, and others that its findings name (a shared system's, say). A place
 * that isn't a file of the report (a folder) keeps its path.
 */
export function fileRegister(
  model: ReportModel,
  findings: readonly ReportFinding[],
  examined: (input: ReportInput) => boolean,
): FileRegister {
  const inputs = new Map(model.inputs.filter(examined).map((input) => [input.path, input]));
  const digests = new Map<string, string>([...inputs].map(([path, { sha256 }]) => [path, sha256]));
  for (const { path, sha256 } of findings.flatMap(({ evidence }) => evidence)) {
    if (sha256 !== '' && !digests.has(path)) digests.set(path, sha256);
  }
  const files = [...digests].map(([path, sha256], index) => ({
    label: fileLabel(index + 1, model.language),
    path,
    sha256,
    input: inputs.get(path) ?? model.inputs.find((input) => input.path === path) ?? null,
  }));
  const labels = new Map(files.map((file) => [file.path, file.label]));
  return {
    files,
    evidence: (finding, said) =>
      places(finding, labels)
        .map(({ label, where, notes }) =>
          notes === '' || said?.get(label) === notes ? where : `${where} (${notes})`,
        )
        .join('; '),
    sharedNotes: (several) => sharedNotes(several, labels),
  };
}

function fileLabel(number: number, language: Language): string {
  return speaker(language)('inspection.file_label', { number: String(number).padStart(2, '0') });
}

interface Place {
  readonly label: string;
  readonly where: string;
  /** Everything that the finding says of this place. */
  readonly notes: string;
}

function places(
  { evidence }: ReportFinding,
  labels: ReadonlyMap<string, string>,
): readonly Place[] {
  const found = new Map<string, { label: string; notes: Set<string> }>();
  for (const { path, row, place, note } of evidence) {
    const known = labels.get(path);
    const where = known === undefined ? place : row === null ? known : `${known}:${row}`;
    const at = found.get(where) ?? { label: known ?? place, notes: new Set<string>() };
    if (note !== '') at.notes.add(note);
    found.set(where, at);
  }
  return [...found].map(([where, { label, notes }]) => ({
    label,
    where,
    notes: [...notes].join(' '),
  }));
}

function sharedNotes(
  findings: readonly ReportFinding[],
  labels: ReadonlyMap<string, string>,
): SaidNotes {
  const all = new Map<string, Set<string>>();
  for (const { label, notes } of findings.flatMap((finding) => places(finding, labels))) {
    all.set(label, (all.get(label) ?? new Set()).add(notes));
  }
  return new Map(
    [...all].flatMap(([label, notes]): [string, string][] => {
      const [only] = notes;
      return findings.length > 1 && notes.size === 1 && only ? [[label, only]] : [];
    }),
  );
}

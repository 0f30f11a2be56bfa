import type { Block } from '../../document.js';
import type { Speaker } from '../../official/official-text.js';
import type { ReportSystem } from '../../report-model.js';

/** Whether the inventory lists a part of the dossier; left out for a part that the system's level doesn't ask. */
export function partState({ profile }: ReportSystem, part: string, say: Speaker): Block[] {
  const found = profile?.dossier.find((each) => each.part === part);
  if (profile !== null && found === undefined) return [];
  const present = found?.present ?? null;
  const value =
    present === null ? null : present ? say('dossier.part.present') : say('dossier.part.missing');
  return [{ kind: 'fields', items: [{ label: say('dossier.part'), value }] }];
}

import type { Letterhead } from '../../domain/letterhead.js';
import type { ReportLetterhead } from '../report-model.js';

/** A letterhead with null for whatever the workspace leaves out. */
export function reportLetterhead(written: Letterhead | undefined): ReportLetterhead {
  return {
    superior: written?.superior ?? null,
    issuer: written?.issuer ?? null,
    sign: written?.sign ?? null,
    place: written?.place ?? null,
    signer: {
      authority: written?.signer?.authority ?? null,
      title: written?.signer?.title ?? null,
      name: written?.signer?.name ?? null,
    },
    recipients: written?.recipients ?? [],
    agencyRecipients: written?.agency_recipients ?? [],
  };
}

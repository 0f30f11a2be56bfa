import type { LocalizedText } from '../../../domain/text.js';
import type { MessageKey } from '../../../messages/catalogue.js';

/** What every operator of a family says of itself. */
export interface FamilyMember {
  readonly id: string;
  readonly description: LocalizedText;
  /** The phrase of `Operator.explain`. */
  readonly phrase: MessageKey;
}

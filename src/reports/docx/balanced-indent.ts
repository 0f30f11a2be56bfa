import type { IIndentAttributesProperties } from 'docx';
import { balancedWidth } from '../charts/wrap-text.js';
import { twips } from './word-setting.js';
import { wordLine } from './word-text.js';

/** More than the letters need, so that another font of the same width breaks at the same words. */
const slack = 6;

/**
 * Indents, left and right, with which a centred text in a room of so many points takes as many lines as it must, of like
 * length: no word stands alone on the last. None when it fits in one line.
 */
export function balancedIndent(
  text: string,
  room: number,
  letters: { readonly size: number; readonly bold?: boolean },
): IIndentAttributesProperties {
  const width = balancedWidth([wordLine(text)], room - slack, { ...letters, lines: 8 });
  const side = twips(Math.max(0, (room - slack - width) / 2));
  return { left: side, right: side };
}

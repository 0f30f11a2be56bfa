import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';
import { indent } from '../pages/measures.js';
import { twips } from './word-setting.js';

/** Names of the document's lists; unlike any text, because `docx` puts numbers in the place of `{name-1}`. */
export const listNames = {
  ordered: 'tuanthu.ordered',
  unordered: 'tuanthu.unordered',
  addressees: 'tuanthu.addressees',
} as const;

/** From a list's number or dash to its text. */
const hanging = 20;

/** Lists as official documents have them: numbers with a full stop, dashes. */
export const wordLists: INumberingOptions = {
  config: [
    list(listNames.ordered, LevelFormat.DECIMAL, '%1.', indent),
    list(listNames.unordered, LevelFormat.BULLET, '-', indent),
    list(listNames.addressees, LevelFormat.BULLET, '-', indent * 4),
  ],
};

function list(
  reference: string,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  left: number,
): INumberingOptions['config'][number] {
  const place = { left: twips(left + hanging), hanging: twips(hanging) };
  return {
    reference,
    levels: [
      {
        level: 0,
        format,
        text,
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: place } },
      },
    ],
  };
}

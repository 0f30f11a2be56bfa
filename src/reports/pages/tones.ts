import type { Tone } from '../document.js';

/** Light fills behind black letters: the word says it, the colour only helps; in grey they still differ from white. */
export const toneFills: Readonly<Record<Tone, string | null>> = {
  met: '#DCEFE0',
  not_met: '#F6D5D2',
  inconclusive: '#FBEBC8',
  no_data: '#E6E6E6',
  critical: '#F0B9B5',
  high: '#F6D5D2',
  medium: '#FBEBC8',
  low: '#E3ECF6',
  info: '#F0F0F0',
  neutral: null,
};

/** The same, dark enough for a thin line or a big figure on white (contrast of at least 4.5 to 1). */
export const toneInks: Readonly<Record<Tone, string>> = {
  met: '#1B6B34',
  not_met: '#A3231B',
  inconclusive: '#7A5200',
  no_data: '#555555',
  critical: '#8C1A13',
  high: '#A3231B',
  medium: '#7A5200',
  low: '#245A96',
  info: '#444444',
  neutral: '#000000',
};

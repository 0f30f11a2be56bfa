import { describe, expect, test } from 'vitest';
import { type Palette, palettes } from '../../../../src/reports/charts/palette.js';

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(palettes) as [string, Palette][])('%s', (_, palette) => {
  const paints = [...Object.entries(palette.tones), ...Object.entries(palette.steps)];

  test('texts reach 4.5:1, marks and edges of tones 3:1 on the paper', () => {
    expect(contrast(palette.text, palette.paper)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.faintText, palette.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.line, palette.paper)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.line, palette.track)).toBeGreaterThanOrEqual(7);
    for (const [name, { edge }] of Object.entries(palette.tones)) {
      expect.soft(contrast(edge, palette.paper), name).toBeGreaterThanOrEqual(3);
    }
    for (const colour of palette.series) {
      expect.soft(contrast(colour, palette.paper), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(paints)('figures on %s reach 4.5:1', (_, { ink, fill }) => {
    expect(contrast(ink, fill)).toBeGreaterThanOrEqual(4.5);
  });

  test('good, warn and bad differ in grey too', () => {
    const { good, warn, bad } = palette.tones;
    expect(contrast(good.fill, bad.fill)).toBeGreaterThanOrEqual(1.5);
    expect(contrast(warn.fill, good.fill)).toBeGreaterThanOrEqual(1.5);
    expect(palette.tones.unknown.hatch).not.toBeNull();
  });

  test('steps of a share go one way from dark to light, or back', () => {
    const steps = palette.steps.slice(0, 5).map(({ fill }) => luminance(fill));
    const rising = [...steps].sort((a, b) => a - b);
    expect([rising, rising.toReversed()]).toContainEqual(steps);
  });
});

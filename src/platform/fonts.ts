import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Files of the typeface, by face. */
const faces = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const;

/** Tinos, the metric twin of Times New Roman, from the package that brings it. Rejects when the installation lacks it. */
export async function readTinos(): Promise<Record<keyof typeof faces, Uint8Array>> {
  const folder = import.meta.resolve('@expo-google-fonts/tinos/package.json');
  const entries = await Promise.all(
    Object.entries(faces).map(async ([face, file]) => {
      const place = new URL(file, folder);
      return [face, new Uint8Array(await readFile(fileURLToPath(place)))] as const;
    }),
  );
  return Object.fromEntries(entries) as Record<keyof typeof faces, Uint8Array>;
}

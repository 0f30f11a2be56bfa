import { extname } from 'node:path';
import { AppError } from '../domain/diagnostic.js';
import { message } from '../messages/catalogue.js';

/**
 * The format asked for, else the one that a file's name tells by its ending; undefined when nothing tells. Throws `AppError`
 * (exit 2) when the ending is of another format or of none: whoever opens the file would find what its name doesn't say.
 */
export function formatOfFile<Format extends string>(
  byExtension: Readonly<Record<string, Format>>,
  flag: Format | undefined,
  out: string | undefined,
): Format | undefined {
  const extension = out === undefined ? '' : extname(out).toLowerCase();
  if (out === undefined || extension === '') return flag;
  const named = byExtension[extension];
  if (named !== undefined && (flag === undefined || flag === named)) return named;
  const endings = Object.keys(byExtension).filter(
    (each) => flag === undefined || byExtension[each] === flag,
  );
  throw new AppError({
    message: message('cli.out_ending', { path: out }),
    hints: [message('cli.out_ending.hint', { endings: endings.join(', ') })],
  });
}

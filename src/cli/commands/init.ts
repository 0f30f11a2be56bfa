import { join } from 'node:path';
import { string } from '@oclif/core/args';
import { boolean } from '@oclif/core/flags';
import { maxDocumentBytes } from '../../documents/limits.js';
import { AppError, exitCode } from '../../domain/diagnostic.js';
import {
  guideFile,
  templateSchemas,
  workspaceTemplate,
} from '../../intake/template/workspace-template.js';
import { message } from '../../messages/catalogue.js';
import { openFolder } from '../../platform/files.js';
import { writeNew } from '../../platform/write-new.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { helpText } from '../help-text.js';
import { show } from '../print.js';

/** The package's own schemas, found from this module and never from the working directory. */
const schemas = openFolder(new URL('../../../schemas/', import.meta.url));

export default class Init extends BaseCommand<typeof Init> {
  static override summary = helpText('init.summary');
  static override description = helpText('init.description');
  static override examples = [helpText('init.examples')];
  static override args = {
    folder: string({ description: helpText('init.arg.folder'), required: true }),
  };
  static override flags = {
    force: boolean({ description: helpText('common.flag.force') }),
  };

  protected async execute({ args, flags, language }: Invocation<typeof Init>): Promise<Outcome> {
    const { folder } = args;
    const force = flags.force === true;
    if (!force && !(await isFree(folder))) {
      throw new AppError({
        message: message('init.not_empty', { folder }),
        hints: [message('init.not_empty.hint')],
      });
    }
    const files = [
      ...workspaceTemplate(language).map(({ path, text }) => ({ path, data: text })),
      ...(await schemaFiles()),
    ];
    for (const { path, data } of files) await writeNew(join(folder, path), data, { force });
    const paths = files.map(({ path }) => path);
    return {
      result: { folder, files: paths },
      text: () =>
        [
          show(message('init.done', { folder }), language),
          ...paths.map((path) => `  ${path}`),
          show(
            message('init.next', { guide: guideFile, command: `tuanthu validate ${folder}` }),
            language,
          ),
        ].join('\n'),
      exit: exitCode.ok,
    };
  }
}

/** Whether nothing would be mixed with what people keep there. Hidden entries (a repository's own) don't count. */
async function isFree(folder: string): Promise<boolean> {
  const listing = await openFolder(folder).list('');
  const names = [...(listing?.folders ?? []), ...(listing?.files ?? [])];
  return names.every((name) => name.startsWith('.'));
}

/** The schemas of the template's files and all that they refer to, so that editors need no network. */
async function schemaFiles(): Promise<{ path: string; data: Uint8Array }[]> {
  const names = templateSchemas.map((name) => `${name}.schema.json`);
  const found = new Map<string, Uint8Array>();
  for (let name = names.shift(); name !== undefined; name = names.shift()) {
    if (found.has(name)) continue;
    const bytes = await schemas.read(name, maxDocumentBytes);
    found.set(name, bytes);
    const references = new TextDecoder()
      .decode(bytes)
      .matchAll(/"\$ref":\s*"([\w-]+\.schema\.json)/g);
    for (const [, other] of references) if (other !== undefined) names.push(other);
  }
  return [...found].map(([name, data]) => ({ path: `schemas/${name}`, data }));
}

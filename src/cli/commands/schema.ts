import { string } from '@oclif/core/args';
import { AppError, exitCode } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { openFolder } from '../../platform/files.js';
import { BaseCommand, type Invocation, type Outcome } from '../base-command.js';
import { helpText } from '../help-text.js';
import { suggest } from '../suggest.js';

const suffix = '.schema.json';

/** The package's own schemas, found from this module and never from the working directory. */
const schemas = openFolder(new URL('../../../schemas/', import.meta.url));

/** A schema beyond this size is not one of ours. */
const maxSchemaBytes = 4 * 1024 * 1024;

export default class Schema extends BaseCommand<typeof Schema> {
  static override summary = helpText('schema.summary');
  static override description = helpText('schema.description');
  static override examples = [helpText('schema.examples')];
  static override args = {
    name: string({ description: helpText('schema.arg.name') }),
  };

  protected async execute({ args }: Invocation<typeof Schema>): Promise<Outcome> {
    const names = await schemaNames();
    if (args.name === undefined) {
      return { result: names, text: () => names.join('\n'), exit: exitCode.ok };
    }
    if (!names.includes(args.name)) throw unknownSchema(args.name, names);
    const bytes = await schemas.read(`${args.name}${suffix}`, maxSchemaBytes);
    const schema: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return { result: schema, text: () => bytes, exit: exitCode.ok };
  }
}

async function schemaNames(): Promise<string[]> {
  const listing = await schemas.list('');
  if (!listing) throw new Error('the schemas folder of the package is missing');
  return listing.files
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
}

function unknownSchema(name: string, names: readonly string[]): AppError {
  const near = suggest(name, names);
  return new AppError({
    message: message('cli.unknown_schema', { name }),
    hints: [
      near === undefined
        ? message('cli.known_schemas', { names: names.join(', ') })
        : message('cli.did_you_mean', { name: near }),
    ],
  });
}

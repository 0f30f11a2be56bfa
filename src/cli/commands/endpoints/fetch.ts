import { string } from '@oclif/core/args';
import { boolean, string as stringFlag } from '@oclif/core/flags';
import { dateOfInstant } from '../../../domain/instants.js';
import { now } from '../../../platform/clock.js';
import { BaseCommand, type Invocation, type Outcome } from '../../base-command.js';
import { wholeNumberFlag } from '../../flags.js';
import { helpText } from '../../help-text.js';

/** Seconds that one answer may take: consoles with many machines need some time for a page. */
const defaultTimeout = 120;

export default class EndpointsFetch extends BaseCommand<typeof EndpointsFetch> {
  static override summary = helpText('endpoints.fetch.summary');
  static override description = helpText('endpoints.fetch.description');
  static override examples = [helpText('endpoints.fetch.examples')];
  static override args = {
    source: string({ description: helpText('endpoints.fetch.arg.source'), required: true }),
  };
  static override flags = {
    url: stringFlag({ description: helpText('endpoints.fetch.flag.url'), required: true }),
    'token-env': stringFlag({
      description: helpText('endpoints.fetch.flag.token-env'),
      exclusive: ['token-file'],
    }),
    'token-file': stringFlag({ description: helpText('endpoints.fetch.flag.token-file') }),
    header: stringFlag({
      description: helpText('endpoints.fetch.flag.header'),
      multiple: true,
      default: [],
    }),
    out: stringFlag({ description: helpText('endpoints.fetch.flag.out') }),
    resume: boolean({
      description: helpText('endpoints.fetch.flag.resume'),
      exclusive: ['force'],
    }),
    force: boolean({ description: helpText('endpoints.fetch.flag.force') }),
    'allow-http': boolean({ description: helpText('endpoints.fetch.flag.allow-http') }),
    timeout: wholeNumberFlag({
      description: helpText('endpoints.fetch.flag.timeout'),
      min: 1,
      max: 3600,
      default: defaultTimeout,
    }),
  };

  protected async execute(invocation: Invocation<typeof EndpointsFetch>): Promise<Outcome> {
    const { args, flags, language, progress } = invocation;
    const { openHttp } = await import('../../../platform/http.js');
    const { consoleAddress } = await import('../../fetch/console-address.js');
    const { exitOf, fetchEndpoints } = await import('../../fetch/fetch-endpoints.js');
    const { openFetchFolder } = await import('../../fetch/fetch-folder.js');
    const { fetchHeaders } = await import('../../fetch/fetch-headers.js');
    const { fetchJson, fetchText } = await import('../../fetch/fetch-text.js');
    const { fetchableSource } = await import('../../fetch/fetchable-source.js');
    const allowHttp = flags['allow-http'] === true;
    const { id, fetch, diagnostics } = await fetchableSource(args.source);
    const address = consoleAddress(flags.url, allowHttp);
    const headers = await fetchHeaders(fetch, {
      tokenEnv: flags['token-env'],
      tokenFile: flags['token-file'],
      headers: flags.header,
    });
    const folder = await openFetchFolder(flags.out ?? `${id}-${dateOfInstant(now())}`, {
      resume: flags.resume === true,
      force: flags.force === true,
    });
    const fetched = await fetchEndpoints({
      source: id,
      fetch,
      address,
      headers,
      client: openHttp({ allowHttp }),
      timeout: flags.timeout,
      folder,
      progress,
      language,
    });
    return {
      result: fetchJson(fetched.record, folder.path),
      text: () => fetchText(fetched.record, folder.path, language),
      exit: exitOf(fetched),
      diagnostics: [...diagnostics, ...fetched.diagnostics],
    };
  }
}

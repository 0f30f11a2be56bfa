import { AppError, exitCode } from '../../domain/diagnostic.js';
import { message } from '../../messages/catalogue.js';
import { readTinos } from '../../platform/fonts.js';
import type { ReportAssets } from '../../reports/format.js';
import { bundled } from '../bundled.js';

/** Where the build puts the web application. */
const webPagePath = 'dist/web/report.html';

/** Far more than the application has; it is our own. */
const maxWebPageBytes = 16 * 1024 * 1024;

/** What formats ask for, read from the installation at most once. */
export function reportAssets(): ReportAssets {
  let fonts: ReturnType<ReportAssets['fonts']> | undefined;
  let page: Promise<string> | undefined;
  return {
    fonts: () => {
      fonts ??= readTinos();
      return fonts;
    },
    webPage: () => {
      page ??= readWebPage();
      return page;
    },
  };
}

async function readWebPage(): Promise<string> {
  try {
    return new TextDecoder().decode(await bundled.read(webPagePath, maxWebPageBytes));
  } catch (cause) {
    throw new AppError({
      message: message('report.no_web_page'),
      hints: [message('report.no_web_page.hint')],
      exit: exitCode.usage,
      cause,
    });
  }
}

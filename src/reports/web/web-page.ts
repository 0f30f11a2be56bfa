import type { Language } from '../../domain/text.js';
import { languages, text } from '../../messages/format.js';
import type { Report } from '../format.js';
import { packValue } from './packed-value.js';
import { webCharts } from './web-charts.js';
import type { WebReport } from './web-report.js';
import { webWords } from './web-words.js';

const dataElement = '<script type="application/json" id="report-data"></script>';
const titleElement = '<title>tuanthu</title>';
const places = new RegExp(`${dataElement}|<!--unavailable-->|${titleElement}`, 'g');

/**
 * The page with a report's data, in both languages, the report's own first. One pass: nothing that is put in is read for
 * places again. Throws when the page has no place for the data, or more than one.
 */
export function webPage(page: string, report: Report): string {
  if (page.split(dataElement).length !== 2) {
    throw new Error('The web application’s page has no single place for the data');
  }
  const data = webData(report);
  const { title } = report.model(report.language);
  return page.replace(places, (place) => {
    if (place === dataElement) return dataElement.replace('><', () => `>${scriptText(data)}<`);
    if (place === titleElement) return `<title>${escapeMarkup(title)}</title>`;
    return ordered(report.language)
      .map((each) => {
        const words = escapeMarkup(text('web.page.unavailable', each));
        return `<p lang="${each}">${words}</p>`;
      })
      .join('');
  });
}

/** What the application reads: the report, its texts and its pictures in every language, packed, as JSON. */
function webData(report: Report): string {
  const byLanguage = ordered(report.language).map((language) => [
    language,
    webReport(report, language),
  ]);
  return JSON.stringify(packValue(Object.fromEntries(byLanguage)));
}

function webReport(report: Report, language: Language): WebReport {
  const model = report.model(language);
  return { model, words: webWords(language), charts: webCharts(model) };
}

function ordered(first: Language): readonly Language[] {
  return [first, ...languages.filter((each) => each !== first)];
}

/**
 * JSON as it may stand in a script element: no `<`, which could end the element or begin a comment, and no line separators,
 * which older parsers take for ends of lines. A reader of JSON sees the same.
 */
function scriptText(json: string): string {
  return json
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

import { render } from 'preact';
import { App } from './app.js';
import { readPageData } from './report/read-page.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import './styles/parts.css';
import './styles/blocks.css';
import './styles/tools.css';
import './styles/tables.css';
import './styles/marks.css';
import './styles/print.css';

const root = document.querySelector('#app');
const source = document.querySelector('#report-data');

try {
  if (!root) throw new Error('The page has no place for the report');
  render(<App data={readPageData(source?.textContent ?? '')} />, root);
} catch (error) {
  // Damaged data: the page says in its own words where else to look; the browser's log gets the cause.
  document.querySelector('#unavailable')?.removeAttribute('hidden');
  reportError(error);
}

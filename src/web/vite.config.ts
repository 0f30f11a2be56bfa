import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** Builds the web application into one page without data: `dist/web/report.html`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web/', import.meta.url)),
    emptyOutDir: true,
    // Browsers of 2022 and later; offices keep theirs for years.
    target: ['chrome100', 'edge100', 'firefox100', 'safari15.4'],
    cssTarget: ['chrome100', 'edge100', 'firefox100', 'safari15.4'],
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
  },
  plugins: [onePage()],
});

/**
 * Puts script and style into the page and allows exactly these two by their digests: nothing else may run, load or send.
 * The data element is no script to a browser, so the policy needn't know it.
 */
function onePage(): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const script = files
        .map((file) => (file.type === 'chunk' ? file.code : ''))
        .join('')
        .trim();
      const style = files
        .map((file) =>
          file.type === 'asset' && file.fileName.endsWith('.css') ? `${file.source}` : '',
        )
        .join('')
        .trim();
      const page = files.find((file) => file.fileName === 'index.html');
      if (page?.type !== 'asset' || script === '' || style === '') {
        this.error('The page, its script or its style is missing');
      }
      if (/<\/script|<!--/i.test(script)) this.error('The script would end its element');
      for (const name of Object.keys(bundle)) delete bundle[name];
      this.emitFile({
        type: 'asset',
        fileName: 'report.html',
        source: assemble(`${page.source}`, script, style),
      });
    },
  };
}

function assemble(page: string, script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return page
    .replace(/\s*<script type="module"[^>]*><\/script>/, '')
    .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
    .replace(
      '<!--policy-->',
      () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace('</head>', () => `<style>${style}</style>\n</head>`)
    .replace('</body>', () => `<script type="module">${script}</script>\n</body>`);
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useReport } from '../report/report-context.js';

interface PageHeadProps {
  readonly title: string;
  /** Told in the window's title besides, where headings repeat. */
  readonly about?: string;
  /** Where the screen stands, from the whole to its parts; the screen itself isn't among them. */
  readonly trail?: readonly { readonly href: string; readonly label: string }[];
  readonly children?: ComponentChildren;
}

/** The head of a screen: the way to it, its heading, which is also the window's title. */
export function PageHead({ title, about, trail = [], children }: PageHeadProps) {
  const { report, say } = useReport();
  const { title: whole } = report.model;
  useLayoutEffect(() => {
    const own = about === undefined ? title : `${title}: ${about}`;
    document.title = own.includes(whole) ? own : `${own} - ${whole}`;
  }, [title, about, whole]);
  return (
    <div class="page-head">
      {trail.length > 0 && (
        <nav class="trail" aria-label={say('nav.trail')}>
          <ol>
            {trail.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
  );
}

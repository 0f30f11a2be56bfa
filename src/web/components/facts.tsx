import type { ComponentChildren } from 'preact';

export interface Fact {
  readonly label: string;
  /** Null and an empty text are left out. */
  readonly value: ComponentChildren;
}

/** Labels with their values. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  const known = items.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl class="facts">
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useId, useState } from 'preact/hooks';
import { useReport } from '../report/report-context.js';
import { replaceQuery } from '../routes/use-route.js';
import type { Column } from './column.js';
import type { Facet, FacetChoice, FacetOption } from './facet.js';
import { SearchBox } from './search-box.js';

interface ListToolsProps<Row> {
  readonly prefix: string;
  readonly label: string;
  /** What is being searched for; null = the list has no search. */
  readonly typed: string | null;
  readonly facets: readonly Facet<Row>[];
  readonly options: ReadonlyMap<string, readonly FacetOption[]>;
  readonly choice: FacetChoice;
  readonly columns: readonly Column<Row>[];
  readonly sorting: string;
  readonly shown: number;
  readonly all: number;
}

/** Search, filters and, on narrow screens, the order of a list; how many rows are left is said aloud. */
export function ListTools<Row>(props: ListToolsProps<Row>) {
  const { prefix, typed, facets, options, choice, shown, all } = props;
  const { say } = useReport();
  const [open, setOpen] = useState(false);
  const chosen = facets.reduce((sum, { id }) => sum + (choice[id]?.length ?? 0), 0);
  const narrowed = (typed ?? '') !== '' || chosen > 0;
  const clear = () =>
    replaceQuery(
      Object.fromEntries(['q', ...facets.map(({ id }) => id)].map((id) => [prefix + id, ''])),
    );
  return (
    <search class="tools" aria-label={props.label} data-open={open}>
      {typed !== null && (
        <SearchBox typed={typed} onSearch={(text) => replaceQuery({ [`${prefix}q`]: text })} />
      )}
      <button
        type="button"
        class="narrow-only more"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {chosen > 0
          ? say('list.filters_chosen', { count: chosen })
          : say(facets.length > 0 ? 'list.filters' : 'list.sort')}
      </button>
      {facets.map((facet) => {
        const Part = facet.shape === 'marks' ? FacetMarks : FacetSelect;
        return (
          <Part
            key={facet.id}
            name={prefix + facet.id}
            label={facet.label}
            options={options.get(facet.id) ?? []}
            chosen={choice[facet.id] ?? []}
          />
        );
      })}
      <SortSelect prefix={prefix} columns={props.columns} sorting={props.sorting} />
      <p class="count">
        <span role="status">
          {narrowed ? say('list.shown', { shown, count: all }) : say('list.count', { count: all })}
        </span>
        {narrowed && (
          <button type="button" class="plain" onClick={clear}>
            {say('list.clear')}
          </button>
        )}
      </p>
    </search>
  );
}

interface FacetPartProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly FacetOption[];
  readonly chosen: readonly string[];
}

function FacetSelect({ name, label, options, chosen }: FacetPartProps) {
  const { say, number } = useReport();
  const id = useId();
  return (
    <div class="tool folded">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen[0] ?? ''}
        onChange={(event) => replaceQuery({ [name]: event.currentTarget.value })}
      >
        <option value="">{say('list.any')}</option>
        {options
          .filter(({ value, count }) => count > 0 || chosen.includes(value))
          .map(({ value, word, count }) => (
            <option key={value} value={value}>
              {word} ({number(count)})
            </option>
          ))}
      </select>
    </div>
  );
}

function FacetMarks({ name, label, options, chosen }: FacetPartProps) {
  const { number } = useReport();
  const toggle = (value: string) => {
    const next = chosen.includes(value)
      ? chosen.filter((each) => each !== value)
      : [...chosen, value];
    replaceQuery({ [name]: next.join('|') });
  };
  return (
    <fieldset class="tool folded marks">
      <legend>{label}</legend>
      {options.map(({ value, word, count }) => (
        <button
          key={value}
          type="button"
          class="mark"
          data-value={value}
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
        >
          {word} <span class="figure">{number(count)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function SortSelect<Row>(props: {
  readonly prefix: string;
  readonly columns: readonly Column<Row>[];
  readonly sorting: string;
}) {
  const { say } = useReport();
  const id = useId();
  const sortable = props.columns.filter(({ sort }) => sort);
  return (
    <div class="tool folded narrow-only">
      <label for={id}>{say('list.sort')}</label>
      <select
        id={id}
        value={props.sorting}
        onChange={(event) => replaceQuery({ [`${props.prefix}sort`]: event.currentTarget.value })}
      >
        <option value="">{say('list.sort_usual')}</option>
        {sortable.flatMap(({ id: column, head }) => [
          <option key={column} value={column}>
            {say('list.sort_up', { column: head })}
          </option>,
          <option key={`-${column}`} value={`-${column}`}>
            {say('list.sort_down', { column: head })}
          </option>,
        ])}
      </select>
    </div>
  );
}

import { useReport } from '../report/report-context.js';
import type { System } from '../report/report-index.js';
import { Certainty } from './badges.js';

/** The criteria that give a system its level, and those that could still raise it. */
export function LevelReasons({ system }: { readonly system: System }) {
  const { say } = useReport();
  const { criteria, couldRise } = system;
  return (
    <>
      {criteria.length > 0 && (
        <>
          <h3>{say('system.criteria')}</h3>
          <ul class="plain-list">
            {highestFirst(criteria).map(({ id, level, title, citation, certaintyWord }) => (
              <li key={id}>
                {level !== null && <b>{say('system.level', { level })}: </b>}
                {title}
                <span class="quiet line">
                  {citation} <Certainty word={certaintyWord} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {couldRise.length > 0 && (
        <>
          <h3>{say('system.could_rise')}</h3>
          <ul class="plain-list">
            {couldRise.map(({ level, criterion, questions }) => (
              <li key={criterion}>
                {say('system.could_rise_to', { level })}
                <ul>
                  {questions.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ul>
                <span class="quiet line">{criterion}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function highestFirst(criteria: System['criteria']): System['criteria'] {
  return [...criteria].sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
}

import { startOfDay } from '../outcomes/instant.js';
import { nameUuid } from '../outcomes/name-uuid.js';
import type { ReportModel } from '../report-model.js';
import { markup, markupLine, propertyValue } from './markup.js';
import { oscalVersion, property } from './oscal.js';
import { parties } from './subjects.js';

/** What every OSCAL document says of itself. Its date is the report's: the same report is the same document. */
export function metadata(title: string, model: ReportModel) {
  const { title: whose, asOfDate, language, scope, packs, remarks } = model;
  const organizations = parties(model);
  return {
    title: markupLine(`${title}: ${whose}`),
    'last-modified': startOfDay(asOfDate),
    version: asOfDate,
    'oscal-version': oscalVersion,
    props: [
      property('as-of', asOfDate),
      property('language', language),
      ...(scope === null ? [] : [property('scope', propertyValue(scope))]),
      ...packs.map(({ id, version, digest, inForce }) =>
        property(
          'rule-pack',
          propertyValue(`${id} ${version} sha256 ${digest}`),
          inForce ? 'in-force' : 'not-in-force',
        ),
      ),
    ],
    ...(organizations.length === 0 ? {} : { parties: organizations }),
    remarks: markup(...remarks),
  };
}

/** The component that stands for this program in a document or a result, and the platform that it is. */
export function assessmentAssets(tool: string) {
  return {
    components: [
      {
        uuid: tool,
        type: 'software',
        title: 'tuanthu',
        description: 'tuanthu',
        status: { state: 'operational' },
      },
    ],
    'assessment-platforms': [
      {
        uuid: nameUuid('platform', tool),
        title: 'tuanthu',
        'uses-components': [{ 'component-uuid': tool }],
      },
    ],
  };
}

/** A list under its name, unless it is empty: OSCAL has no empty lists. */
export function listed<T>(
  name: string,
  items: readonly T[],
): Readonly<Record<string, readonly T[]>> {
  return items.length === 0 ? {} : { [name]: items };
}

/**
 * The parts of OSCAL 1.2 (NIST, models "assessment results" and "plan of action and milestones") that this program writes.
 * Names are OSCAL's, in its JSON form; texts of `title`, `description` and `statement` are its markup.
 */
export interface OscalProperty {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
  readonly class?: string;
}

export interface OscalSubjectReference {
  readonly 'subject-uuid': string;
  readonly type: 'component' | 'inventory-item' | 'party' | 'resource';
  readonly title: string;
}

interface OscalOrigin {
  readonly actors: readonly { readonly type: 'tool'; readonly 'actor-uuid': string }[];
}

export interface OscalObservation {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly OscalProperty[];
  readonly methods: readonly ('EXAMINE' | 'TEST')[];
  readonly types: readonly 'control-objective'[];
  readonly origins: readonly OscalOrigin[];
  readonly subjects?: readonly OscalSubjectReference[];
  readonly 'relevant-evidence'?: readonly {
    readonly href: string;
    readonly description: string;
    readonly props?: readonly OscalProperty[];
  }[];
  readonly collected: string;
}

export interface OscalFinding {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly OscalProperty[];
  readonly origins: readonly OscalOrigin[];
  readonly target: {
    readonly type: 'objective-id';
    readonly 'target-id': string;
    readonly title: string;
    readonly status: {
      readonly state: 'satisfied' | 'not-satisfied';
      readonly reason: 'pass' | 'fail' | 'other';
      readonly remarks: string;
    };
  };
  readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}

export interface OscalRisk {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly statement: string;
  readonly props: readonly OscalProperty[];
  readonly status: 'open' | 'investigating';
  readonly origins: readonly OscalOrigin[];
  readonly characterizations: readonly object[];
  readonly deadline?: string;
  readonly remediations?: readonly object[];
  readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
}

/** The version whose schema the documents fit. */
export const oscalVersion = '1.2.1';

/** The name space of this program's properties. */
const nameSpace = 'urn:tuanthu:oscal';

/** A property of this program's own. */
export function property(name: string, value: string, kind?: string): OscalProperty {
  return { name, ns: nameSpace, value, ...(kind === undefined ? {} : { class: kind }) };
}

/** That this program found something. */
export function toolOrigin(tool: string): OscalOrigin {
  return { actors: [{ type: 'tool', 'actor-uuid': tool }] };
}

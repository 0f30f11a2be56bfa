/**
 * What this program writes of the Heimdall Data Format, version 1.0 of `exec-json` (MITRE, schema of the package inspecjs;
 * the names are InSpec's).
 */
export interface HdfReport {
  readonly platform: {
    readonly name: string;
    readonly release: string;
    readonly target_id: string;
  };
  readonly version: string;
  readonly statistics: {
    readonly duration: number;
    readonly controls: Readonly<
      Record<'passed' | 'failed' | 'skipped', { readonly total: number }>
    >;
  };
  readonly profiles: readonly HdfProfile[];
}

export interface HdfProfile {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  readonly sha256: string;
  readonly status: 'loaded';
  readonly supports: readonly never[];
  readonly attributes: readonly { readonly name: string; readonly options: object }[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: string;
    readonly controls: readonly string[];
  }[];
  readonly controls: readonly HdfControl[];
}

export interface HdfControl {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly descriptions: readonly { readonly label: string; readonly data: string }[];
  /** 0 means that the control doesn't apply, and nothing else. */
  readonly impact: number;
  readonly refs: readonly { readonly ref: string }[];
  readonly tags: Readonly<Record<string, unknown>>;
  readonly code: string;
  readonly source_location: object;
  readonly results: readonly HdfResult[];
}

export interface HdfResult {
  readonly status: 'passed' | 'failed' | 'skipped' | 'error';
  readonly code_desc: string;
  readonly message?: string;
  readonly skip_message?: string;
  readonly resource: string;
  readonly resource_id: string;
  readonly run_time: number;
  readonly start_time: string;
}

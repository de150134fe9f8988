/** `.Capabilities` and `.Release` as `helm template` sets them without a cluster. */

import { parseVersion, versionText } from '../functions/versions.ts';
import { table } from '../table.ts';
import { plain } from '../values/tracked.ts';
import type { ListValue, MapValue, ObjectValue, Value } from '../values/value.ts';
import { bool, FALSE, int, list, mapOf, NO_METHODS, TRUE } from '../values/value.ts';

/** What Helm 3.17.2 was built against. */
const DEFAULT_KUBE_VERSION = 'v1.32.0';

const API_VERSIONS: readonly string[] = [
  'v1',
  ...group('admissionregistration.k8s.io', 'v1 v1alpha1 v1beta1'),
  ...group('internal.apiserver.k8s.io', 'v1alpha1'),
  ...group('apps', 'v1 v1beta1 v1beta2'),
  ...group('authentication.k8s.io', 'v1 v1alpha1 v1beta1'),
  ...group('authorization.k8s.io', 'v1 v1beta1'),
  ...group('autoscaling', 'v1 v2 v2beta1 v2beta2'),
  ...group('batch', 'v1 v1beta1'),
  ...group('certificates.k8s.io', 'v1 v1beta1 v1alpha1'),
  ...group('coordination.k8s.io', 'v1alpha2 v1beta1 v1'),
  ...group('discovery.k8s.io', 'v1 v1beta1'),
  ...group('events.k8s.io', 'v1 v1beta1'),
  ...group('extensions', 'v1beta1'),
  ...group('flowcontrol.apiserver.k8s.io', 'v1 v1beta1 v1beta2 v1beta3'),
  ...group('networking.k8s.io', 'v1 v1alpha1 v1beta1'),
  ...group('node.k8s.io', 'v1 v1alpha1 v1beta1'),
  ...group('policy', 'v1 v1beta1'),
  ...group('rbac.authorization.k8s.io', 'v1 v1beta1 v1alpha1'),
  ...group('resource.k8s.io', 'v1beta1 v1alpha3'),
  ...group('scheduling.k8s.io', 'v1alpha1 v1beta1 v1'),
  ...group('storage.k8s.io', 'v1beta1 v1 v1alpha1'),
  ...group('storagemigration.k8s.io', 'v1alpha1'),
  ...group('apiextensions.k8s.io', 'v1beta1 v1'),
];

function group(name: string, versions: string): string[] {
  return versions.split(' ').map((version) => `${name}/${version}`);
}

export interface CapabilityOptions {
  readonly kubeVersion?: string | undefined;
  /** Added to Helm's own list. */
  readonly apiVersions?: readonly string[] | undefined;
}

/** The version as Helm prints it, or null if it is none. */
export function kubeVersionOf(text: string | undefined): string | null {
  if (text === undefined) return DEFAULT_KUBE_VERSION;
  const version = parseVersion(text);
  return typeof version === 'string' ? null : `v${versionText(version)}`;
}

export function capabilities(options: CapabilityOptions): ObjectValue {
  const version = kubeVersionOf(options.kubeVersion) ?? DEFAULT_KUBE_VERSION;
  const fields = new Map<string, Value>([
    ['KubeVersion', kubeVersionObject(version)],
    ['APIVersions', versionSet([...API_VERSIONS, ...(options.apiVersions ?? [])])],
    ['HelmVersion', helmVersion()],
  ]);
  return object('*chartutil.Capabilities', fields, (name) => name);
}

const numbers = (version: string): { major: bigint; minor: bigint } => {
  const parsed = parseVersion(version);
  return typeof parsed === 'string' ? { major: 1n, minor: 0n } : parsed;
};

function kubeVersionObject(version: string): ObjectValue {
  const parsed = numbers(version);
  const text = plain(version);
  const fields = new Map<string, Value>([
    ['Version', text],
    ['Major', plain(String(parsed.major))],
    ['Minor', plain(String(parsed.minor))],
  ]);
  const method = { parameters: [], call: () => text };
  return {
    ...object('chartutil.KubeVersion', fields, (name) => name),
    methods: new Map([
      ['String', method],
      ['GitVersion', method],
    ]),
    text: () => version,
  };
}

function versionSet(versions: readonly string[]): ListValue {
  const known = new Set(versions);
  return {
    ...list(versions.map(plain), null, 'string'),
    typeName: 'chartutil.VersionSet',
    methods: new Map([
      [
        'Has',
        {
          parameters: ['string'],
          call: ([wanted]) => bool(wanted?.kind === 'string' && known.has(wanted.text)),
        },
      ],
    ]),
  };
}

const HELM_NAMES = table<string>({
  Version: 'version',
  GitCommit: 'git_commit',
  GitTreeState: 'git_tree_state',
  GoVersion: 'go_version',
});

function helmVersion(): ObjectValue {
  const fields = new Map<string, Value>([
    ['Version', plain('v3.17.2')],
    ['GitCommit', plain('cc0bbbd6d6276b83880042c1ecb34087e84d41eb')],
    ['GitTreeState', plain('clean')],
    ['GoVersion', plain('go1.23.7')],
  ]);
  return object('version.BuildInfo', fields, (name) => HELM_NAMES.get(name) ?? name);
}

function object(typeName: string, fields: ReadonlyMap<string, Value>, jsonName: (name: string) => string): ObjectValue {
  return {
    kind: 'object',
    typeName,
    fields,
    methods: NO_METHODS,
    origin: null,
    json: () => mapOf(Object.fromEntries([...fields].map(([name, value]) => [jsonName(name), value]))),
    text: () => `{${[...fields.values()].map(text).join(' ')}}`,
  };
}

function text(value: Value): string {
  switch (value.kind) {
    case 'string':
      return value.text;
    case 'list':
      return `[${value.items.map(text).join(' ')}]`;
    case 'object':
      return value.typeName === 'chartutil.KubeVersion'
        ? `{${[...value.fields.values()].map(text).join(' ')}}`
        : value.text();
    default:
      return '';
  }
}

export interface Release {
  readonly name: string;
  readonly namespace: string;
}

export function releaseMap(release: Release): MapValue {
  return mapOf({
    Name: plain(release.name),
    Namespace: plain(release.namespace),
    IsUpgrade: FALSE,
    IsInstall: TRUE,
    Revision: int(1),
    Service: plain('Helm'),
  });
}

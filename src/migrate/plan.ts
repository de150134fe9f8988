/** What the new configuration has to say, whichever runtime reads it. Filled in by the translations, read by the writers. */

import { withoutHoles } from '../report/escape.ts';
import { withoutCredentials } from './credentials.ts';
import type { DaemonSetting, MigrationTarget, Named, Outcome, Place, Row } from './model.ts';

export interface Host {
  /** With scheme: `https://mirror.example.com`. */
  readonly url: string;
  readonly push: boolean;
  skipVerify: boolean;
  ca: string | undefined;
  client: readonly [certificate: string, key: string] | undefined;
  /** The address has a path of its own, which stands in place of `/v2`. */
  readonly overridePath: boolean;
}

export interface Registry {
  /** `docker.io`, `registry.example.com:5000`; `_default` for all others. */
  readonly name: string;
  readonly hosts: Host[];
}

interface Ulimit {
  readonly name: string;
  readonly soft: string;
  readonly hard: string;
}

export interface NamedRuntime {
  readonly name: string;
  readonly type: string | undefined;
  readonly path: string | undefined;
}

export interface Plan {
  readonly target: MigrationTarget;
  readonly registries: Map<string, Registry>;
  readonly runtimes: Map<string, NamedRuntime>;
  readonly ulimits: Map<string, Ulimit>;
  readonly proxies: Map<string, string>;
  /** A proxy is given with a password, which is not copied. */
  secretProxy: boolean;
  readonly cdiDirectories: string[];
  cgroupDriver: string | undefined;
  logMaxSize: string | undefined;
  logMaxFiles: number | undefined;
  root: string | undefined;
  storageDriver: string | undefined;
  downloads: number | undefined;
  defaultRuntime: string | undefined;
  seccompProfile: string | undefined;
  selinux: boolean;
  forwarding: boolean;
  logLevel: string | undefined;
  logsAsJson: boolean;
  oomScore: number | undefined;
  sandboxImage: string | undefined;
  cniConfiguration: string | undefined;
  cniPlugins: string | undefined;
}

export function emptyPlan(target: MigrationTarget): Plan {
  return {
    target,
    registries: new Map(),
    runtimes: new Map(),
    ulimits: new Map(),
    proxies: new Map(),
    secretProxy: false,
    cdiDirectories: [],
    cgroupDriver: undefined,
    logMaxSize: undefined,
    logMaxFiles: undefined,
    root: undefined,
    storageDriver: undefined,
    downloads: undefined,
    defaultRuntime: undefined,
    seccompProfile: undefined,
    selinux: false,
    forwarding: false,
    logLevel: undefined,
    logsAsJson: false,
    oomScore: undefined,
    sandboxImage: undefined,
    cniConfiguration: undefined,
    cniPlugins: undefined,
  };
}

/** What a translation says of one setting. */
export interface Answer {
  readonly outcome: Outcome;
  readonly what: string;
}

export const written = (what: string): Answer => ({ outcome: 'written', what });
export const dropped = (what: string): Answer => ({ outcome: 'dropped', what });
export const person = (what: string): Answer => ({ outcome: 'person', what });

/** The same setting with the same value, wherever it stands. */
export interface Group {
  readonly name: string;
  readonly key: string;
  readonly below: readonly string[];
  readonly value: string;
  readonly isLiteral: boolean;
  readonly places: readonly Place[];
}

export function groupSettings(settings: readonly DaemonSetting[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { key, below, value, isLiteral, place } of settings) {
    const id = [key, ...below, value, String(isLiteral)].join('\0');
    const known = groups.get(id);
    const name = [key, ...below.filter((one) => one !== '[]')].join('.');
    groups.set(id, { name, key, below, value, isLiteral, places: [...(known?.places ?? []), place] });
  }
  return [...groups.values()];
}

export function rowOf(group: Group, { outcome, what }: Answer, source: string | undefined): Row {
  return { outcome, name: group.name, value: shown(group.value), places: group.places, what, source };
}

export function namedRow(named: Named, name: string, { outcome, what }: Answer, source: string | undefined): Row {
  return { outcome, name, value: shown(named.value), places: [named.place], what, source };
}

function shown(value: string): string {
  return withoutHoles(withoutCredentials(value));
}

/** Takes from the facts of a repository what is set on nodes today. */

import { KEY_OF_VARIABLE } from '../data/daemon-config.ts';
import { DAEMON_MIGRATION } from '../data/daemon-migration.ts';
import type { Document, Token } from '../model/document.ts';
import type { EnvFact, Fact, FlagFact, PathFact, SettingFact } from '../model/fact.ts';
import type { InputFile } from '../model/input.ts';
import type { Project } from '../model/project.ts';
import { isForOwnEngine } from '../rules/shared/pods.ts';
import { lastKey } from '../rules/shared/settings.ts';
import { positionAt } from '../text/source.ts';
import { hasHole } from '../text/view.ts';
import type { CertificateFile, DaemonSetting, Inventory, Named, Place } from './model.ts';

const KEYS = new Map(DAEMON_MIGRATION.flatMap(({ key, flags }) => [key, ...flags].map((name) => [name, key] as const)));

/** Maps of Ansible roles that become daemon.json as they stand. */
const DAEMON_MAPS = /^docker_daemon_(?:options|config|json)$/;
const PROXY_NAMES = /^(?:https?|no)_proxy$/i;
const DOCKER_ENVIRONMENT = /(?:^|\/)docker\.service\.d\/|\/(?:default|sysconfig|conf\.d)\/docker$/;
const CERTIFICATE = /(?:^|\/)docker\/certs\.d\/([^/]+)\/([^/]+)$/;
const CLIENT_CONFIG = /\/\.docker\/config\.json$|(?:^|\/)\.?dockercfg$/;
const KUBELET_FIELDS = /^(?:cgroupDriver|containerRuntimeEndpoint|criSocket|imageServiceEndpoint)$/;

export function collect(project: Pick<Project, 'facts' | 'objects'>, files: readonly InputFile[]): Inventory {
  const inventory = {
    daemon: [] as DaemonSetting[],
    variables: [] as Named[],
    proxies: [] as Named[],
    certificates: [] as CertificateFile[],
    kubelet: [] as Named[],
    fields: [] as Named[],
    containerd: [] as Inventory['containerd'][number][],
    credentials: [] as Named[],
    own: [] as Place[],
  };
  for (const fact of project.facts) {
    if (fact.polarity === 'excludes') continue;
    if (isDaemons(fact) && isForOwnEngine(fact, project)) inventory.own.push(placeOf(fact.at));
    else if (fact.kind === 'setting') addSetting(fact);
    else if (fact.kind === 'flag') addFlag(fact);
    else if (fact.kind === 'env') addVariable(fact);
    else if (fact.kind === 'path') addPath(fact);
  }
  for (const { path, text } of files) {
    const match = CERTIFICATE.exec(path);
    if (!match) continue;
    const place = { path, line: 1 };
    inventory.certificates.push({ host: match[1] ?? '', file: match[2] ?? '', place });
    if (/PRIVATE KEY/.test(text))
      inventory.credentials.push({ name: match[2] ?? '', value: '', isLiteral: true, place });
  }
  return { ...inventory, certificates: distinct(inventory.certificates), own: distinctPlaces(inventory.own) };

  function addSetting(fact: SettingFact): void {
    const { format, path } = fact;
    const named = { value: fact.value.text, isLiteral: isLiteral(fact, fact.value), place: placeOf(fact.at) };
    const map = path.findIndex((key) => DAEMON_MAPS.test(key));
    if (format === 'daemon-json') inventory.daemon.push({ ...keyIn(path), ...named });
    else if (map >= 0 && path.length > map + 1) inventory.daemon.push({ ...keyIn(path.slice(map + 1)), ...named });
    else if (format === 'containerd') inventory.containerd.push({ path, ...named });
    else if ((format === 'kubeadm' || format === 'kubelet-configuration') && KUBELET_FIELDS.test(lastKey(fact)))
      inventory.fields.push({ name: lastKey(fact), ...named });
    else if (isClientConfig(fact.document)) addClient(fact, named);
    else if (KEY_OF_VARIABLE.has(lastKey(fact).toLowerCase()) && path.length <= 6 && named.value !== '')
      inventory.variables.push({ name: lastKey(fact), ...named });
  }

  function addClient({ path }: SettingFact, named: Omit<Named, 'name'>): void {
    const [first = '', host = '', field = ''] = path;
    if (first === 'auths' && /^(?:auth|password|identitytoken|registrytoken)$/.test(field) && named.value !== '')
      inventory.credentials.push({ name: `${first}.${host}`, ...named, value: '' });
    else if (/^(?:credHelpers|credsStore|proxies|HttpHeaders)$/.test(first))
      inventory.fields.push({ name: path.join('.'), ...named, value: first === 'HttpHeaders' ? '' : named.value });
  }

  function addFlag(fact: FlagFact): void {
    const value = fact.value?.text ?? '';
    const named = { value, isLiteral: isLiteral(fact, fact.value), place: placeOf(fact.at) };
    if (fact.program === 'kubelet') inventory.kubelet.push({ name: fact.name, ...named });
    if (fact.program !== 'dockerd') return;
    const key = KEYS.get(fact.name) ?? fact.name;
    inventory.daemon.push({ key, ...belowFlag(key, value), isLiteral: named.isLiteral, place: named.place });
  }

  function addVariable(fact: EnvFact): void {
    const named = {
      name: fact.name,
      value: fact.value?.text ?? '',
      isLiteral: isLiteral(fact, fact.value),
      place: placeOf(fact.at),
    };
    if (PROXY_NAMES.test(fact.name) && isDockers(fact.document))
      inventory.proxies.push({ ...named, name: fact.name.toUpperCase() });
    else if (
      KEY_OF_VARIABLE.get(fact.name.toLowerCase()) !== undefined &&
      !fact.pod &&
      named.value !== '' &&
      !carriesFlags(fact)
    )
      inventory.variables.push(named);
  }

  function addPath(fact: PathFact): void {
    const match = fact.use === 'write' ? CERTIFICATE.exec(fact.path) : null;
    if (match) inventory.certificates.push({ host: match[1] ?? '', file: match[2] ?? '', place: placeOf(fact.at) });
  }
}

/** The keys below a flag's key: `--log-opt max-size=10m`, `--default-ulimit nofile=1:2`, `--add-runtime kata=/usr/bin/kata`. */
function belowFlag(key: string, value: string): { readonly below: readonly string[]; readonly value: string } {
  const pair = /^([\w.-]+)=(.*)$/s.exec(value);
  const [, name = '', rest = ''] = pair ?? [];
  switch (key) {
    case 'log-opts':
      return pair ? { below: [name], value: rest } : { below: [], value };
    case 'runtimes':
      return pair ? { below: [name, 'path'], value: rest } : { below: [], value };
    case 'default-ulimits':
      return pair ? { below: [name], value: rest } : { below: [], value };
    case 'registry-mirrors':
    case 'insecure-registries':
    case 'exec-opts':
    case 'hosts':
      return { below: ['[]'], value };
    default:
      return { below: [], value: value === '' ? 'true' : value };
  }
}

/** Facts that a pod with an engine of its own may need. */
function isDaemons(fact: Fact): boolean {
  return (
    (fact.kind === 'setting' && fact.format === 'daemon-json') || (fact.kind === 'flag' && fact.program === 'dockerd')
  );
}

function isDockers(document: Document): boolean {
  return DOCKER_ENVIRONMENT.test(`/${document.target ?? document.path}`);
}

function isClientConfig(document: Document): boolean {
  return document.language === 'json' && !document.object && CLIENT_CONFIG.test(`/${document.target ?? document.path}`);
}

function isLiteral(fact: Fact, value: Token | undefined): boolean {
  return fact.certainty !== 'partial' && !hasHole(value?.text ?? '') && !hasHole(fact.at.text);
}

function placeOf({ view, start, end }: Token): Place {
  const { span } = view.root(start, end);
  return { path: span.source.path, line: positionAt(span.source, span.start).line };
}

function distinct(files: readonly CertificateFile[]): readonly CertificateFile[] {
  const seen = new Map(files.map((one) => [`${one.host}\0${one.file}\0${one.place.path}`, one]));
  return [...seen.values()];
}

function distinctPlaces(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [place.path, place])).values()];
}

/** A key of daemon.json by its own name, with what is written below it. */
function keyIn([first = '', ...below]: readonly string[]): Pick<DaemonSetting, 'key' | 'below'> {
  return { key: KEYS.get(first) ?? first, below };
}

/** `DOCKER_OPTS="--bip …"`: its flags are facts of their own. */
function carriesFlags({ value }: EnvFact): boolean {
  return /(?:^|\s)-{1,2}[A-Za-z]/.test(value?.text ?? '');
}

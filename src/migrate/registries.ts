/** Mirrors, registries without verified TLS, certificates, and the registry settings of older containerd, as hosts. */

import { SOURCES } from '../data/source-links.ts';
import { hasCredentials } from './credentials.ts';
import type { CertificateFile, ContainerdSetting, Place, Row } from './model.ts';
import { type Answer, dropped, type Group, type Host, type Plan, person, type Registry, written } from './plan.ts';

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;
const ADDRESS = /^(https?):\/\/([^/?#\s]+)(\/[^?#\s]*)?$/i;
const CIDR = /^[0-9a-f.:]+\/\d{1,3}$/i;

function isHost(text: string): boolean {
  return HOST.test(text) && text.length < 256 && !text.includes('..');
}

function registry(plan: Plan, name: string): Registry {
  const known = plan.registries.get(name);
  if (known) return known;
  const made: Registry = { name, hosts: [] };
  plan.registries.set(name, made);
  return made;
}

function addHost(to: Registry, url: string, more: Partial<Host> = {}): void {
  if (to.hosts.some((host) => host.url === url)) return;
  to.hosts.push({
    url,
    push: false,
    skipVerify: false,
    ca: undefined,
    client: undefined,
    overridePath: false,
    ...more,
  });
}

function fileOf(plan: Plan, name: string): string {
  return plan.target === 'containerd'
    ? `\`/etc/containerd/certs.d/${name}/hosts.toml\``
    : '`/etc/containers/registries.conf.d/20-migrated.conf`';
}

export function mirror(group: Group, plan: Plan): Answer {
  if (hasCredentials(group.value))
    return person(
      'The address carries a password: set the mirror up without it, and give the kubelet credentials instead',
    );
  const match = ADDRESS.exec(group.value.trim());
  const [, scheme = '', host = '', path = ''] = match ?? [];
  if (!match || !isHost(host))
    return person(
      'This is not the address of a registry: write the mirror with its scheme, as in `https://mirror.example.com`',
    );
  if (path !== '' && path !== '/')
    return person('Docker takes no mirror with a path; find out which address the nodes really use');
  addHost(registry(plan, 'docker.io'), `${scheme.toLowerCase()}://${host}`);
  return written(`A host of docker.io in ${fileOf(plan, 'docker.io')}`);
}

export function insecure(group: Group, plan: Plan): Answer {
  const text = group.value
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '');
  if (CIDR.test(text)) return person('No other runtime takes a range of addresses: name each registry of it');
  if (!isHost(text)) return person('This is not the host of a registry');
  const own = registry(plan, text);
  addHost(own, `https://${text}`, { push: true, skipVerify: true });
  addHost(own, `http://${text}`, { push: true });
  return written(
    plan.target === 'containerd'
      ? `HTTPS without verification first, then plain HTTP, as Docker did, in ${fileOf(plan, text)}; delete the entry that the registry does not need, or better, give it a certificate and name it as \`ca\``
      : `\`insecure = true\` in ${fileOf(plan, text)}; better, give the registry a certificate and put its CA into \`/etc/containers/certs.d/${text}\``,
  );
}

/** Docker verifies no mirror that is also named as insecure. */
export function trustInsecureMirrors(plan: Plan): void {
  for (const { hosts } of plan.registries.values()) {
    for (const host of hosts) {
      const own = plan.registries.get(host.url.replace(/^https?:\/\//, ''));
      if (own?.hosts.some((one) => one.skipVerify) && host.url.startsWith('https://')) host.skipVerify = true;
    }
  }
}

export function certificateRows(files: readonly CertificateFile[], plan: Plan): readonly Row[] {
  return files.map(({ host, file, place }) => ({
    name: `/etc/docker/certs.d/${host}/${file}`,
    value: '',
    places: [place],
    source: SOURCES.containerdHosts,
    ...certificate(host, file, plan),
  }));
}

function certificate(host: string, file: string, plan: Plan): Answer {
  if (!isHost(host) || !/^[\w.-]+$/.test(file))
    return person('The host is filled in when the node is set up; write its folder by hand');
  if (plan.target === 'cri-o')
    return person(`Copy it to \`/etc/containers/certs.d/${host}/${file}\`; the layout is the same`);
  const path = `/etc/containerd/certs.d/${host}/${file}`;
  const hosts = hostsAt(plan, host);
  if (/\.crt$/.test(file)) for (const one of hosts) one.ca ??= path;
  if (/\.cert$/.test(file)) for (const one of hosts) one.client ??= [path, path.replace(/\.cert$/, '.key')];
  return person(`Copy it to \`${path}\`; ${fileOf(plan, host)} names it`);
}

/** The TLS entries for a host: its own and those where it is a mirror; its own is made where there is none. */
function hostsAt(plan: Plan, name: string): readonly Host[] {
  const url = `https://${name}`;
  addHost(registry(plan, name), url, { push: true });
  return [...plan.registries.values()].flatMap(({ hosts }) => hosts.filter((host) => host.url === url));
}

/** `registry.mirrors` and `registry.configs` of older containerd. */
export function oldRegistryRows(settings: readonly ContainerdSetting[], plan: Plan): readonly Row[] {
  const old = settings.flatMap((setting) => {
    const at = setting.path.indexOf('registry');
    const [kind = '', name = '', ...below] = at < 0 ? [] : setting.path.slice(at + 1);
    return /^(?:mirrors|configs|auths|headers)$/.test(kind) ? [{ setting, kind, name, below }] : [];
  });
  // TLS settings apply to the hosts of mirrors, so these come first.
  const ordered = [...old.filter(({ kind }) => kind === 'mirrors'), ...old.filter(({ kind }) => kind !== 'mirrors')];
  return ordered.map(({ setting, kind, name, below }) => {
    const secret = kind === 'headers' || kind === 'auths' || below[0] === 'auth';
    const answer = secret ? secretAnswer() : oldSetting(kind, name, below, setting, plan);
    return {
      name: ['registry', kind, name, ...below.filter((one) => one !== '[]')].filter((one) => one !== '').join('.'),
      value: secret || hasCredentials(setting.value) ? '' : setting.value,
      places: [setting.place],
      source: SOURCES.containerdRegistry,
      ...answer,
    };
  });
}

function secretAnswer(): Answer {
  return person(
    'Not copied: give pods an imagePullSecret, or the kubelet a credential provider; a password in a repository should be changed',
  );
}

function oldSetting(
  kind: string,
  name: string,
  below: readonly string[],
  { value, isLiteral, place }: ContainerdSetting,
  plan: Plan,
): Answer {
  const folder = name === '*' ? '_default' : name;
  if (!isLiteral || (folder !== '_default' && !isHost(folder))) return filledIn(place);
  if (kind === 'mirrors' && below[0] === 'endpoint') return endpoint(folder, value, plan);
  if (kind !== 'configs' || below[0] !== 'tls') return dropped('Nothing of it is left in `hosts.toml`');
  const hosts = hostsAt(plan, name);
  switch (below[1]) {
    case 'insecure_skip_verify':
      if (value !== 'true') return dropped('It is the default');
      for (const host of hosts) host.skipVerify = true;
      return written(`\`skip_verify = true\` in ${fileOf(plan, name)}`);
    case 'ca_file':
      for (const host of hosts) host.ca = value;
      return ofFile('ca', name, plan);
    case 'cert_file':
      for (const host of hosts) host.client = [value, host.client?.[1] ?? value];
      return ofFile('client', name, plan);
    case 'key_file':
      for (const host of hosts) host.client = [host.client?.[0] ?? value, value];
      return ofFile('client', name, plan);
    default:
      return person('Look up its counterpart in `hosts.toml`');
  }
}

function ofFile(key: string, name: string, plan: Plan): Answer {
  return plan.target === 'containerd'
    ? written(`\`${key}\` in ${fileOf(plan, name)}`)
    : person(`Copy the file to \`/etc/containers/certs.d/${name}/\`: as \`ca.crt\`, \`client.cert\` or \`client.key\``);
}

function endpoint(folder: string, value: string, plan: Plan): Answer {
  const match = ADDRESS.exec(value.trim());
  const [, scheme = '', host = '', path = ''] = match ?? [];
  if (!match || !isHost(host) || (plan.target === 'cri-o' && folder === '_default'))
    return person(
      plan.target === 'cri-o'
        ? 'CRI-O has no mirror for all registries: name each registry that needs one'
        : 'This is not the address of a registry',
    );
  const hasPath = path !== '' && path !== '/' && path !== '/v2';
  if (hasPath && plan.target === 'cri-o') return person('Write the mirror with its path as `location`, without `/v2`');
  addHost(registry(plan, folder), `${scheme.toLowerCase()}://${host}${hasPath ? path.replace(/\/$/, '') : ''}`, {
    overridePath: hasPath,
  });
  return written(`A host in ${fileOf(plan, folder)}`);
}

function filledIn({ path }: Place): Answer {
  return person(`A template fills this in: write the new file as a template beside \`${path}\``);
}

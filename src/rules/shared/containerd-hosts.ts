/** What `registry.mirrors` of containerd becomes: files of hosts in the folder that `config_path` names. */
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import type { RuleContext } from '../rule.ts';
import { writtenText } from './daemon-options.ts';
import { settingsOf } from './documents.ts';
import { lastKey } from './settings.ts';

const FOLDER = '/etc/containerd/certs.d';

/** The CRI plugin does not start with `mirrors` and `config_path` side by side, so one has to go with the other. */
export function mirrorsAdvice(document: Document, context: RuleContext): string {
  const all = hostsOf(document, context);
  const folder = configPath(document, context);
  const hosts = all.filter((host) => !isUpstream(host));
  const [first = all[0]] = hosts;
  if (first && hosts.length === 0)
    return `Delete registry.mirrors: containerd asks ${first.urls[0]} for the images of ${first.registry} by itself`;
  const set =
    folder === undefined ? `, set config_path = "${FOLDER}" (next to mirrors the CRI plugin does not start)` : '';
  const written = first
    ? fileOf(first, folder ?? FOLDER)
    : `one hosts.toml for each registry under ${folder ?? FOLDER}`;
  return `Delete registry.mirrors${set}${set === '' ? ' and' : ', and'} write ${written}${hosts.length > 1 ? ', and so for each registry' : ''}`;
}

/** `registry.configs."HOST".tls` in the words of hosts.toml. */
export function tlsAdvice(fact: SettingFact, context: RuleContext): string {
  const at = fact.path.indexOf('tls');
  const host = fact.path[at - 1] ?? '';
  const same = settingsOf(fact.document, context).filter(
    ({ path }) => path.length === at + 2 && path.slice(0, at + 1).every((key, i) => key === fact.path[i]),
  );
  const value = (key: string) => same.find((one) => lastKey(one) === key)?.value;
  const written = (key: string) => {
    const token = value(key);
    return token && token.text !== '' ? writtenText(token) || 'FILE' : undefined;
  };
  const [ca, cert, key] = ['ca_file', 'cert_file', 'key_file'].map(written);
  const lines = [
    ...(value('insecure_skip_verify')?.text === 'true' ? ['skip_verify = true'] : []),
    ...(ca ? [`ca = "${ca}"`] : []),
    ...(cert && key ? [`client = [["${cert}", "${key}"]]`] : []),
  ];
  const folder = configPath(fact.document, context);
  const name = hasHole(host) || host === '' || host === '*' ? 'HOST' : host;
  // It cannot stand beside registry.mirrors, whose own advice sets it.
  const isSet = folder !== undefined || hostsOf(fact.document, context).length > 0;
  const set = isSet ? ' and' : `, set config_path = "${FOLDER}" (next to tls the CRI plugin does not start), and`;
  const what = lines.length > 0 ? lines.join(', ') : 'ca, client or skip_verify';
  return `Delete registry.configs.*.tls${set} write ${folder ?? FOLDER}/${name}/hosts.toml with [host."https://${name}"] and ${what}`;
}

interface Host {
  readonly registry: string;
  readonly urls: readonly string[];
}

/** `mirrors."docker.io" endpoint = ["https://registry-1.docker.io"]`: where the images come from without it. */
function isUpstream({ registry, urls }: Host): boolean {
  const [url, ...others] = urls;
  const own = registry === 'docker.io' ? /^https:\/\/(?:registry-1|index)\.docker\.io\/?$/ : undefined;
  return (
    others.length === 0 && url !== undefined && (own?.test(url) ?? url.replace(/\/$/, '') === `https://${registry}`)
  );
}

function fileOf({ registry, urls }: Host, folder: string): string {
  const hosts = [...new Set(urls)].slice(0, MOST_URLS).map((url) => `[host."${url}"]`);
  return `${folder}/${registry === '*' ? '_default' : registry}/hosts.toml with ${hosts.join(', ')} and capabilities = ["pull", "resolve"]`;
}

const MOST_URLS = 2;

const hostsOf = once((document: Document, context: RuleContext): readonly Host[] => {
  const urls = new Map<string, string[]>();
  for (const fact of settingsOf(document, context)) {
    const at = fact.path.indexOf('mirrors');
    if (at < 1 || fact.path[at - 1] !== 'registry' || lastKey(fact) !== 'endpoint') continue;
    const registry = fact.path[at + 1] ?? '';
    const known = hasHole(registry) || registry === '' ? 'HOST' : registry;
    urls.set(known, [...(urls.get(known) ?? []), writtenUrl(fact)]);
  }
  return [...urls].map(([registry, all]) => ({ registry, urls: all }));
});

function writtenUrl({ value }: SettingFact): string {
  if (!hasHole(value.text)) return value.text;
  const { source, start, end } = spanOf(value);
  const written = spanText({ source, start, end }).replace(/^["']|["']$/g, '');
  // Without quotes the expression is the whole list.
  const isQuoted = /["']/.test(source.text.slice(start - 1, start + 1));
  if (isQuoted && /^(?:\{\{[^{}"\n]{1,100}\}\}|<%=[^%"\n]{1,100}%>)$/.test(written)) return written;
  return /["\n]/.test(written) || written.length > 200 || !written.includes('://') ? 'https://MIRROR' : written;
}

const configPath = once((document: Document, context: RuleContext): string | undefined => {
  const set = settingsOf(document, context).find(
    (fact) => fact.path.includes('registry') && lastKey(fact) === 'config_path' && fact.value.text !== '',
  );
  const [folder = ''] = /^(?:[A-Za-z]:)?[^:]*/.exec(set?.value.text ?? '') ?? [];
  return set && (hasHole(folder) || folder === '' ? FOLDER : folder);
});

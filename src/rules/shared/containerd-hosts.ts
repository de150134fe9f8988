/** What `registry.mirrors` of containerd becomes: files of hosts in the folder that `config_path` names. */
import type { Document } from '../../model/document.ts';
import type { SettingFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import type { RuleContext } from '../rule.ts';
import { settingsOf } from './documents.ts';
import { lastKey } from './settings.ts';

const FOLDER = '/etc/containerd/certs.d';

/** The CRI plugin does not start with `mirrors` and `config_path` side by side, so one has to go with the other. */
export function mirrorsAdvice(document: Document, context: RuleContext): string {
  const hosts = hostsOf(document, context);
  const folder = configPath(document, context);
  const [first] = hosts;
  if (first && hosts.every(isUpstream))
    return `Delete registry.mirrors: containerd asks ${first.urls[0]} for the images of ${first.registry} by itself`;
  const set =
    folder === undefined ? `, set config_path = "${FOLDER}" (next to mirrors the CRI plugin does not start)` : '';
  const written = first
    ? fileOf(first, folder ?? FOLDER)
    : `one hosts.toml for each registry under ${folder ?? FOLDER}`;
  return `Delete registry.mirrors${set}${set === '' ? ' and' : ', and'} write ${written}${hosts.length > 1 ? ', and so for each registry' : ''}`;
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
  if (isQuoted && /^\{\{[^{}"\n]{1,100}\}\}$/.test(written)) return written;
  return /["\n]/.test(written) || written.length > 200 || !written.includes('://') ? 'https://MIRROR' : written;
}

const configPath = once((document: Document, context: RuleContext): string | undefined => {
  const set = settingsOf(document, context).find(
    (fact) => fact.path.includes('registry') && lastKey(fact) === 'config_path' && fact.value.text !== '',
  );
  const [folder = ''] = /^(?:[A-Za-z]:)?[^:]*/.exec(set?.value.text ?? '') ?? [];
  return set && (hasHole(folder) || folder === '' ? FOLDER : folder);
});

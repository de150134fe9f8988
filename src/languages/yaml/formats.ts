/** What the settings of a text are for, from its name and its keys. */
import type { SettingFormat } from '../../model/fact.ts';
import { get, itemsOf, pairsOf, type YamlNode } from './yaml.ts';

/** The vocabulary of the settings of a text that no more special front-end reads. */
export function formatOf(path: string, root: YamlNode, fallback: 'yaml' | 'json'): SettingFormat {
  const name = path.toLowerCase().slice(path.lastIndexOf('/') + 1);
  if (name === 'crictl.yaml' || get(root, 'runtime-endpoint')) return 'crictl';
  if (name.startsWith('daemon.json') || (name.endsWith('.json') && isDaemonConfig(root))) return 'daemon-json';
  if (isGrafanaDashboard(root)) return 'grafana';
  if (isRuleFile(root) || get(root, 'scrape_configs')) return 'prometheus';
  return fallback;
}

/** Keys that no other program's configuration has. */
const DAEMON_KEYS = new Set([
  'exec-opts',
  'log-driver',
  'log-opts',
  'storage-driver',
  'registry-mirrors',
  'insecure-registries',
  'live-restore',
  'default-runtime',
  'data-root',
  'default-ulimits',
  'userland-proxy',
  'max-concurrent-downloads',
  'bip',
  'graph',
  'runtimes',
  'cgroup-parent',
]);

function isDaemonConfig(root: YamlNode): boolean {
  return pairsOf(root).filter((pair) => DAEMON_KEYS.has(pair.key.text)).length >= 2;
}

function isGrafanaDashboard(root: YamlNode): boolean {
  const board = get(root, 'dashboard') ?? root;
  const isBoard = get(board, 'panels') ?? get(board, 'rows');
  return (
    isBoard !== undefined &&
    (get(board, 'templating') ?? get(board, 'schemaVersion') ?? get(board, 'title')) !== undefined
  );
}

function isRuleFile(root: YamlNode): boolean {
  return itemsOf(get(root, 'groups')).some((group) => itemsOf(get(group, 'rules')).some((rule) => get(rule, 'expr')));
}

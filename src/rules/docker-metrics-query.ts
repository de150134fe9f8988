/** Finds queries for metrics and labels that only Docker fills. */
import { DOCKER_METRICS, type MetricRow } from '../data/metrics.ts';
import type { Cause } from '../judge.ts';
import type { SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import type { Target } from '../model/target.ts';
import { once } from '../text/once.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { hasRepository } from './shared/images.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey, plain } from './shared/settings.ts';
import { within } from './shared/tokens.ts';
import { noDocker, quoted } from './shared/words.ts';

const QUERY_KEYS = new Set(['definition', 'metric', 'q', 'record']);
const QUERY_LIMIT = 20_000;

export const rule: Rule = {
  id: 'docker-metrics-query',
  summary: 'A query uses metrics or labels that only Docker fills.',
  fix: { none: 'the series of other runtimes have other labels, and only the reader knows which are meant.' },
  triggers: [
    'docker',
    '"k8s_',
    '"^k8s_',
    'network_plugin_operations',
    'container_label_io_kubernetes',
    'engine_daemon_',
  ],
  checks: { setting: check },
};

function check(fact: SettingFact, { project, target }: RuleContext): Report | undefined {
  if (!isQuery(fact)) return undefined;
  const text = fact.value.text.slice(0, QUERY_LIMIT);
  const query = isAnnotation(fact) ? queriesIn(text) : text;
  const row = DOCKER_METRICS.find((one) => contains(query, one));
  // CRI-O names its containers k8s_… as well.
  if (!row || (target.runtime === 'cri-o' && row.text.includes('k8s_'))) return undefined;
  if (asksForOthers(query, row)) return undefined;
  const cause = causeOf(fact, row, query);
  if (cause === 'docker-metrics-query/other-exporter' && runCadvisor(project)) return undefined;
  return reportAt(
    fact,
    cause,
    {
      message: `${quoted(matcherIn(query, row))} ${effectOf(cause, row)}`,
      ...reasonOf(cause, row, target),
      instead: insteadOf(row, query, target),
    },
    within(fact.value, row.text),
  );
}

function effectOf(cause: Cause, { what }: MetricRow): string {
  switch (cause) {
    case 'docker-metrics-query/other-exporter':
      return 'is a label of a cAdvisor that runs by itself; the kubelet’s has none';
    case 'docker-metrics-query/absent':
      return 'is always absent, so this fires forever';
    default:
      return `returns nothing ${what === 'kubelet' ? 'from this kubelet any more' : 'without Docker Engine'}`;
  }
}

function reasonOf(cause: Cause, { what }: MetricRow, target: Target): Pick<Report, 'because' | 'premise'> {
  if (what === 'kubelet')
    return { because: 'Kubernetes 1.24 removed dockershim and the metrics that it reported through the kubelet' };
  if (cause !== 'docker-metrics-query/other-exporter') return noDocker(target, 'only Docker fills it');
  return {
    because:
      'A cAdvisor in a DaemonSet still exports the labels of containers, with any runtime; the kubelet’s metrics have container, pod and namespace',
  };
}

/** The whole of `name=~"^k8s_.*"`, of which the table has the beginning; `engine_daemon_*` for all metrics that begin so. */
function matcherIn(query: string, { text, metric }: MetricRow): string {
  const rest = query.slice(query.indexOf(text) + text.length);
  if (!text.includes('"')) return /[._]$/.test(text) ? `${text}*` : text;
  const isWhole = /^[^"]*"[^"]*"$/.test(text);
  const matcher = isWhole ? text : text + (/^[^"\n]{0,120}"/.exec(rest)?.[0] ?? '');
  return metric === undefined ? matcher : `${metric}{${matcher}}`;
}

/** `mountpoint=~"/var/lib/docker|/var/lib/containerd"`, `kubelet_docker_operations or kubelet_runtime_operations`: one of both answers on each node. */
function asksForOthers(query: string, row: MetricRow): boolean {
  const alternatives = matcherIn(query, row).split('|');
  if (alternatives.length > 1 && alternatives.some((one) => OF_RUNTIMES.test(one))) return true;
  return !/\babsent/.test(query) && /\sor\s/.test(query) && OF_RUNTIMES.test(query);
}

const OF_RUNTIMES = /containerd|crio|kubelet_runtime_operations|[{,]\s{0,9}container!?=/;

/** The cAdvisor whose labels are asked for stands in the repository. */
const runCadvisor = once(({ objects }: Project): boolean =>
  objects.some(({ pods }) =>
    pods.some(({ containers }) => containers.some(({ image }) => hasRepository(image?.text ?? '', 'cadvisor'))),
  ),
);

/** With a CRI runtime the network of a pod is counted on its sandbox, which is no container: the matcher would hide it. */
function insteadOf(row: MetricRow, query: string, target: Target): string {
  const instead = target.runtime === 'cri-o' ? (row.crio ?? row.instead) : row.instead;
  return row.text.includes('k8s_') && /container_network_/.test(query)
    ? 'Drop the matcher on name (and image, if there is one): network metrics belong to pods, so select them by pod and namespace'
    : row.text.startsWith('container_label_')
      ? `Where the kubelet is scraped, query ${instead}`
      : `Query ${instead}`;
}

function isQuery(fact: SettingFact): boolean {
  const key = plain(lastKey(fact));
  return fact.format === 'prometheus' || (fact.format === 'grafana' && !PROSE_KEYS.has(key)) || isQueryKey(key);
}

/** `expr`, `errorQuery`, `metricsQuery` */
function isQueryKey(key: string): boolean {
  return QUERY_KEYS.has(key) || /(?:quer(?:y|ies)|expr|expression|promql)$/.test(key);
}

/** What people read in a dashboard: its panels of text, titles, legends. */
const PROSE_KEYS = new Set(['title', 'description', 'content', 'text', 'markdown', 'html', 'legendformat', 'tags']);

/** People read it, on an alert or on the object around the rules. */
function isAnnotation({ path }: SettingFact): boolean {
  return path.at(-2) === 'annotations';
}

/** `{{ with query "up" }}`: what a text for people asks Prometheus for. */
function queriesIn(text: string): string {
  return [...text.matchAll(/\{\{[^{}]{0,200}\bquery\b([^{}]{0,2000})/g)].map(([, asked]) => asked).join('\n');
}

/** A metric's name starts where no letter stands in front. */
function contains(query: string, row: MetricRow): boolean {
  const at = query.indexOf(row.text);
  if (at < 0) return false;
  if (row.what === 'label') return !isLabelOfOther(query, at);
  if (row.metric !== undefined) return metricAround(query, at) === row.metric;
  return at === 0 || !/[a-z0-9_]/i.test(query[at - 1] ?? '');
}

/** `acme_jobs{name=~"k8s_.*"}`: labels of that name are cAdvisor's on its own metrics alone, which begin with `container_`. */
function isLabelOfOther(query: string, at: number): boolean {
  const metric = metricAround(query, at);
  return metric !== undefined && !/container_|^machine_|[:$]/.test(metric);
}

/** The metric in front of the braces around a matcher. */
function metricAround(query: string, at: number): string | undefined {
  const before = query.slice(Math.max(0, at - LONGEST_SELECTOR), at);
  return /([a-zA-Z_:][\w:]{0,199})\{[^{}]{0,1000}$/.exec(before)?.[1];
}

const LONGEST_SELECTOR = 1200;

function causeOf(fact: SettingFact, row: MetricRow, query: string): Cause {
  const dashboard = isDashboard(fact);
  if (row.what === 'kubelet') {
    if (/\babsent(_over_time)?\s*\(/.test(query) && !dashboard) return 'docker-metrics-query/absent';
    return dashboard ? 'docker-metrics-query/kubelet-dashboard' : 'docker-metrics-query/kubelet';
  }
  const unsure = row.text.startsWith('container_label_');
  if (unsure) return 'docker-metrics-query/other-exporter';
  return dashboard ? 'docker-metrics-query/dashboard' : 'docker-metrics-query/engine';
}

function isDashboard(fact: SettingFact): boolean {
  return (
    fact.format === 'grafana' || fact.path.some((key) => key === 'panels' || key === 'targets' || key === 'templating')
  );
}

/** Variables of an inventory of kubespray that are for Docker alone, and what takes their place. */
import { KUBESPRAY_VARIABLES } from '../../data/kubespray.ts';
import { RUNTIMES } from '../../data/runtimes.ts';
import type { Document } from '../../model/document.ts';
import type { EnvFact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { once } from '../../text/once.ts';
import { hasHole } from '../../text/view.ts';
import type { ReportFix, RuleContext } from '../rule.ts';
import { entryRemoval, entryReplacement } from './removals.ts';
import { lastKey } from './settings.ts';
import { advise, alike } from './words.ts';

/** Undefined where the file is none of an inventory of kubespray, or the variable has no words of its own there. */
export function kubesprayAdvice(fact: EnvFact | SettingFact, name: string, context: RuleContext): string | undefined {
  if (!isOfKubespray(fact, context)) return undefined;
  if (name === 'docker_log_opts') return logLimits(fact.value?.text ?? '', context);
  if (name === 'docker_daemon_graph') return storage(fact.value?.text ?? '', context);
  const words = KUBESPRAY_VARIABLES.get(name);
  return words && advise(context.target, words);
}

/** What the advice says, in the inventory itself; nothing for what is written in several lines. */
export function kubesprayFix(fact: EnvFact | SettingFact, name: string, context: RuleContext): ReportFix | undefined {
  if (fact.kind !== 'setting' || fact.path.length > 1 || RUNTIMES[context.target.runtime].keepsDocker) return undefined;
  if (!isOfKubespray(fact, context)) return undefined;
  const { text } = fact.value;
  if (name === 'docker_log_opts') {
    const set = limitsOf(text);
    return set.length > 0 ? entryReplacement(fact.value, set.join('\n'), 'unsafe') : undefined;
  }
  if (name === 'docker_daemon_graph') return isDefault(text) ? entryRemoval(fact.value, 'unsafe') : undefined;
  return KUBESPRAY_VARIABLES.get(name)?.goes ? entryRemoval(fact.value, 'unsafe') : undefined;
}

/** `--log-opt max-size=50m --log-opt max-file=5` */
function limitsOf(text: string): readonly string[] {
  const [, size, unit = ''] = /\bmax-size=(\d{1,9})([kmg])\b/i.exec(text) ?? [];
  const files = /\bmax-file=(\d{1,9})\b/.exec(text)?.[1];
  return [
    ...(size ? [`kubelet_logfiles_max_size: ${size}${unit.toUpperCase()}i`] : []),
    ...(files ? [`kubelet_logfiles_max_nr: ${Math.max(2, Number(files))}`] : []),
  ];
}

function logLimits(text: string, { target }: RuleContext): string | undefined {
  const set = limitsOf(text);
  if (set.length === 0) return undefined;
  const words = `write ${set.join(' and ')} in its place`;
  return advise(target, alike(words));
}

function isDefault(folder: string): boolean {
  return folder.replace(/\/$/, '') === '/var/lib/docker';
}

function storage(folder: string, { target }: RuleContext): string | undefined {
  if (isDefault(folder)) return undefined;
  if (hasHole(folder))
    return advise(target, {
      containerd: 'write containerd_storage_dir with this folder in its place: kubespray writes config.toml from it',
      crio: 'set root to this folder under [crio]',
    });
  return advise(target, {
    containerd: `write containerd_storage_dir: ${folder} in its place`,
    crio: `set root = "${folder}" under [crio]`,
  });
}

/** The folder of an inventory; by itself a file of variables. */
export function inventoryOf(document: Document): Document | string {
  return /^(?:.*\/)?group_vars\//.exec(document.path)?.[0] ?? document;
}

function isOfKubespray({ document }: EnvFact | SettingFact, { project }: RuleContext): boolean {
  return inventories(project).has(inventoryOf(document));
}

const inventories = once(
  ({ facts, documents }: Project): ReadonlySet<Document | string> =>
    new Set([
      ...facts.flatMap((fact) =>
        fact.kind === 'setting' && lastKey(fact) === 'container_manager' ? [inventoryOf(fact.document)] : [],
      ),
      ...documents.filter(hasNamesOfKubespray).map(inventoryOf),
    ]),
);

/** Two variables that no other tool calls so, in a file that leaves the runtime at its default. */
function hasNamesOfKubespray({ parent, path, view }: Document): boolean {
  if (parent || !/\.ya?ml(?:\.\w{1,20})?$/.test(path)) return false;
  const names = view.text
    .slice(0, LONGEST)
    .matchAll(
      /^(kube_service_addresses|kube_pods_subnet|kube_network_plugin|kube_network_node_prefix|kubelet_deployment_type|etcd_deployment_type|kube_proxy_mode):/gm,
    );
  return new Set([...names].map(([, name]) => name)).size > 1;
}

const LONGEST = 200_000;

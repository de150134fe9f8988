/** For which machines plays and tasks are. */
import { BESIDE_GROUP } from '../../data/nodes.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { itemsOf, pairsOf, scalarAt, tokenOf, type YamlMap, type YamlScalar } from '../yaml/yaml.ts';

/** `{{ target | default('workers') }}`: the hosts that are meant where nobody says others. */
export function usualHosts(written: string): string | undefined {
  return /^["']?\{\{[^{}]{1,80}\bdefault\(\s{0,9}["']([\w.:!&,-]{1,80})["']/.exec(written.trim())?.[1];
}

/** The one machine, or the group, for which a task is by its `when` or its `delegate_to`, where its name is that of machines beside the nodes. */
export function machineBeside(task: YamlMap): string | undefined {
  const when = pairsOf(task).find(({ key }) => key.text === 'when')?.value;
  const tests = when?.kind === 'scalar' ? [when] : itemsOf(when);
  const asked = tests.flatMap((test) => (test.kind === 'scalar' ? hostsAsked(test) : []));
  const delegate = scalarAt(task, 'delegate_to');
  const named = [...asked, ...(delegate ? [written(delegate)] : [])].map(nameOf);
  return named.find((name) => BESIDE_GROUP.test(name) && !OF_CLUSTER.test(name));
}

const OF_CLUSTER = /kube|k8s|k3s|rke|node|master|worker|control|etcd|localhost/i;

/** `inventory_hostname == registry_host`, `inventory_hostname in groups['registry']`, `'registry' in group_names`: each of what has to hold. */
function hostsAsked(test: YamlScalar): readonly string[] {
  const text = written(test).slice(0, LONGEST_TEST);
  if (/\b(?:or|not|if)\b|!=/.test(text)) return [];
  return text.split(/\band\b/).flatMap((part) => {
    const asked = part.trim().replace(/^\((.*)\)$/, '$1');
    const [, right, group, left, own] =
      /^inventory_hostname(?:_short)?\s{0,9}==\s{0,9}(\S{1,100})$|^inventory_hostname\s{1,9}in\s{1,9}(groups\S{1,80})$|^(\S{1,100})\s{0,9}==\s{0,9}inventory_hostname(?:_short)?$|^(["'][\w.-]{1,80}["'])\s{1,9}in\s{1,9}group_names$/.exec(
        asked,
      ) ?? [];
    return right ?? group ?? left ?? own ?? [];
  });
}

const LONGEST_TEST = 1000;

/** As it is written, without quotes and braces around it: a variable too says what it is for. */
function written(scalar: YamlScalar): string {
  return spanText(spanOf(tokenOf(scalar)))
    .slice(0, LONGEST_TEST)
    .trim()
    .replace(/^["']?\{\{\s{0,9}|\s{0,9}\}\}["']?$/g, '');
}

/** `registry` of `groups['registry'][0]`, `groups.registry | first`, `"registry"`. */
function nameOf(expression: string): string {
  const group = /\bgroups(?:\[\s{0,9}["']([\w.-]{1,80})["']|\.([\w-]{1,80}))/.exec(expression);
  return group?.[1] ?? group?.[2] ?? /^["']?([\w.-]{1,100})["']?(?:\s|\||$)/.exec(expression)?.[1] ?? '';
}

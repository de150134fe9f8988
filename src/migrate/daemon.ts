/** Says for each setting of dockerd what became of it, and puts what is carried over into the plan. */

import { DAEMON_MIGRATION, type DaemonKeyRow } from '../data/daemon-migration.ts';
import { groupBy } from '../text/group.ts';
import { withoutTrailing } from '../text/trim.ts';
import { limit, runtime, storageDriver } from './engine.ts';
import type { DaemonSetting, Row } from './model.ts';
import { type Answer, dropped, type Group, groupSettings, type Plan, person, rowOf, written } from './plan.ts';
import { proxy } from './proxies.ts';
import { insecure, mirror } from './registries.ts';

const ROWS = new Map(DAEMON_MIGRATION.map((row) => [row.key, row]));

/** Keys of which there may be several: a second value adds to the first. */
const LISTS = new Set(['registry-mirrors', 'insecure-registries', 'hosts', 'cdi-spec-dirs']);

export function daemonRows(settings: readonly DaemonSetting[], plan: Plan): readonly Row[] {
  const groups = groupSettings(mergeUlimits(settings));
  const byName = groupBy(groups, ({ name }) => name);
  const drivers = groups.filter(({ key }) => key === 'log-driver').map(({ value }) => value);
  return groups.map((group) => {
    const row = ROWS.get(group.key);
    if (!row) return rowOf(group, person('No key of dockerd that is known here; find out who reads it'), undefined);
    const others = LISTS.has(group.key) || group.below[0] === '[]' ? [] : (byName.get(group.name) ?? []);
    return rowOf(group, answerTo(group, row, others, { plan, drivers, groups }), row.source);
  });
}

interface Around {
  readonly plan: Plan;
  /** Log drivers that are named anywhere. */
  readonly drivers: readonly string[];
  readonly groups: readonly Group[];
}

function answerTo(group: Group, row: DaemonKeyRow, others: readonly Group[], around: Around): Answer {
  if (row.way === 'drop') return dropped(row.advice);
  if (row.way === 'person') return isEmpty(group) ? dropped('It is empty or off') : person(row.advice);
  if (!group.isLiteral) return person(`A template or a variable fills this in, so nothing was written. ${row.advice}`);
  if (others.length > 1)
    return person(
      `The files disagree, so nothing was written: choose one, or run migrate on one file at a time. ${row.advice}`,
    );
  if (group.value === '') return dropped('It is empty');
  return translate(group, row, around);
}

function isEmpty({ value, isLiteral }: Group): boolean {
  return isLiteral && (value === '' || value === 'false');
}

function translate(group: Group, { way, advice }: DaemonKeyRow, { plan, drivers, groups }: Around): Answer {
  const { value } = group;
  switch (way) {
    case 'drop':
      return dropped(advice);
    case 'person':
      return person(advice);
    case 'mirrors':
      return mirror(group, plan);
    case 'insecure':
      return insecure(group, plan);
    case 'exec-opts':
      return cgroupDriver(value, plan);
    case 'log-driver':
      return /^(?:json-file|local)$/.test(value)
        ? dropped(advice)
        : person(
            `${advice}; let an agent on each node send them where the driver ${'`'}${plainWord(value)}${'`'} sent them`,
          );
    case 'log-opts':
      return logOption(group, drivers, plan);
    case 'root':
      return root(value, plan);
    case 'ulimits':
      return limit(group, plan);
    case 'storage-driver':
      return storageDriver(value, plan);
    case 'downloads':
      return downloads(value, plan);
    case 'runtimes':
      return runtime(group, plan);
    case 'default-runtime':
      return defaultRuntime(value, groups, plan);
    case 'proxies':
      return proxy(group.below.at(-1) ?? group.key, value, plan);
    case 'seccomp':
      return seccomp(value, plan);
    case 'selinux':
      if (value !== 'true') return dropped('It is the default');
      plan.selinux = true;
      return written(
        plan.target === 'containerd' ? '`enable_selinux = true`' : '`selinux = true` under `[crio.runtime]`',
      );
    case 'forwarding':
      if (value !== 'true') return dropped('Nodes of Kubernetes need forwarding; the CNI plugin decides the rest');
      plan.forwarding = true;
      return written('`net.ipv4.ip_forward = 1` in `/etc/sysctl.d/99-kubernetes.conf`');
    case 'log-level':
      return logLevel(group, plan);
    case 'hosts':
      return /^tcp:/.test(value)
        ? dropped(`${advice}. Whoever reached this port was root on the node: close it`)
        : dropped(advice);
    case 'cdi':
      plan.cdiDirectories.push(value);
      return written('`cdi_spec_dirs`');
    case 'oom-score':
      return oomScore(value, plan);
    default:
      return way satisfies never;
  }
}

function cgroupDriver(value: string, plan: Plan): Answer {
  const driver = /^native\.cgroupdriver=(systemd|cgroupfs)$/.exec(value.trim())?.[1];
  if (driver === undefined) return person('No other runtime has this option');
  if (plan.cgroupDriver !== undefined && plan.cgroupDriver !== driver)
    return person('The files disagree: choose one driver for the runtime and the kubelet');
  plan.cgroupDriver = driver;
  const where =
    plan.target === 'containerd' ? `\`SystemdCgroup = ${driver === 'systemd'}\`` : `\`cgroup_manager = "${driver}"\``;
  return written(`${where} in the runtime, \`cgroupDriver: ${driver}\` in KubeletConfiguration`);
}

/** Docker counts in steps of 1024, whatever the unit is called. */
const SIZE = /^(\d{1,12})\s*([kmg])?i?b?$/i;

function logOption({ below, value }: Group, drivers: readonly string[], plan: Plan): Answer {
  if (drivers.some((driver) => !/^(?:json-file|local)$/.test(driver)))
    return person('It belongs to the log driver: set its counterpart on the agent that ships the logs');
  switch (below[0]) {
    case 'max-size': {
      const [, amount, unit = ''] = SIZE.exec(value.trim()) ?? [];
      if (amount === undefined)
        return person('Set containerLogMaxSize in KubeletConfiguration; the kubelet has no logs without a limit');
      plan.logMaxSize = unit === '' ? amount : `${amount}${unit.toUpperCase()}i`;
      return written(`\`containerLogMaxSize: ${plan.logMaxSize}\` in KubeletConfiguration`);
    }
    case 'max-file': {
      const files = Number(value);
      if (!Number.isInteger(files) || files < 1)
        return person('Set containerLogMaxFiles in KubeletConfiguration, at least 2');
      plan.logMaxFiles = Math.max(2, files);
      return written(
        `\`containerLogMaxFiles: ${plan.logMaxFiles}\` in KubeletConfiguration${files < 2 ? '; the kubelet takes no less than 2' : ''}`,
      );
    }
    default:
      return dropped('The files of the kubelet have no such option; agents add what they know of a pod');
  }
}

function root(value: string, plan: Plan): Answer {
  const path = withoutTrailing(value, '/');
  if (!/^\/[\w./-]*$/.test(path) || path.split('/').includes('..'))
    return person('Set `root` of the runtime to a folder on the disk that is meant');
  if (path === '/var/lib/docker') return dropped('It is the default; the runtime has a folder of its own');
  const name = plan.target === 'containerd' ? 'containerd' : 'containers';
  if (plan.root !== undefined) return dropped('`data-root` says the same, or says more');
  plan.root = /\/docker$/.test(path) ? `${path.slice(0, -'docker'.length)}${name}` : `${path}/${name}`;
  return written(
    `\`root = "${plan.root}"\`: on the same disk, but not the folder of Docker, whose images cannot be used again. Delete that folder once the node is migrated`,
  );
}

function downloads(value: string, plan: Plan): Answer {
  const amount = Number(value);
  if (!Number.isInteger(amount) || amount < 1) return person('This is not a number');
  if (plan.target === 'cri-o')
    return dropped(
      'CRI-O has no such setting; to pull several images at once, set serializeImagePulls: false and maxParallelImagePulls in KubeletConfiguration',
    );
  plan.downloads = amount;
  return written(
    `\`max_concurrent_downloads = ${amount}\`; to pull several images at once, also set serializeImagePulls: false and maxParallelImagePulls in KubeletConfiguration`,
  );
}

function defaultRuntime(value: string, groups: readonly Group[], plan: Plan): Answer {
  if (value === 'runc' || value === 'io.containerd.runc.v2') return dropped('It is the default');
  const isDefined = groups.some(({ key, below }) => key === 'runtimes' && below[0] === value);
  if (!/^[\w.-]+$/.test(value)) return person('This is not the name of a runtime');
  if (!isDefined && value !== 'nvidia')
    return person(`Define the runtime \`${value}\` first: neither runtime starts with a default that it does not know`);
  if (!isDefined)
    plan.runtimes.set('nvidia', { name: 'nvidia', type: undefined, path: '/usr/bin/nvidia-container-runtime' });
  plan.defaultRuntime = value;
  const better = `better, leave the default and name a RuntimeClass with \`handler: ${value}\` in the pods that need it`;
  return written(
    `\`${plan.target === 'containerd' ? 'default_runtime_name' : 'default_runtime'} = "${value}"\`; ${better}`,
  );
}

function seccomp(value: string, plan: Plan): Answer {
  if (value === 'builtin')
    return person('Set seccompDefault: true in KubeletConfiguration: without it pods run unconfined');
  if (value === 'unconfined')
    return dropped('Pods without a profile run unconfined, unless the kubelet has seccompDefault: true');
  if (plan.target === 'cri-o' && /^\/[\w./-]+$/.test(value)) {
    plan.seccompProfile = value;
    return written('`seccomp_profile` under `[crio.runtime]`');
  }
  return person(
    'Copy the profile to `/var/lib/kubelet/seccomp/` and name it in the pods: `seccompProfile` with `type: Localhost`',
  );
}

const LEVELS = new Set(['debug', 'info', 'warn', 'error', 'fatal']);

function logLevel({ key, value }: Group, plan: Plan): Answer {
  if (key === 'log-format') {
    if (value !== 'json') return dropped('It is the default');
    if (plan.target === 'cri-o') return dropped('CRI-O has no setting for it');
    plan.logsAsJson = true;
    return written('`format = "json"` under `[debug]`');
  }
  const level = key === 'debug' ? (value === 'true' ? 'debug' : 'info') : value;
  if (!LEVELS.has(level)) return person('The runtime has no such level');
  if (level === 'info') return dropped('It is the default');
  if (key === 'log-level' && plan.logLevel === 'debug') return dropped('`debug` is on, and says more');
  plan.logLevel = level;
  return written(
    plan.target === 'containerd'
      ? `\`level = "${level}"\` under \`[debug]\``
      : `\`log_level = "${level}"\` under \`[crio.runtime]\``,
  );
}

function oomScore(value: string, plan: Plan): Answer {
  const score = Number(value);
  if (!Number.isInteger(score) || Math.abs(score) > 1000) return person('This is not a score from -1000 to 1000');
  if (plan.target === 'cri-o') return dropped('The unit of CRI-O sets OOMScoreAdjust itself');
  plan.oomScore = score;
  return written(`\`oom_score = ${score}\``);
}

/** `{"nofile": {"Soft": 1, "Hard": 2}}` as the one value that the flag has: `1:2`. */
function mergeUlimits(settings: readonly DaemonSetting[]): readonly DaemonSetting[] {
  const parts = groupBy(
    settings.filter(({ key, below }) => key === 'default-ulimits' && below.length > 1),
    ({ below, place }) => `${place.path}\0${below[0]}`,
  );
  const merged = [...parts.values()].flatMap((group) => {
    const find = (name: string) => group.find(({ below }) => below[1]?.toLowerCase() === name);
    const [first] = group;
    if (!first) return [];
    const [soft, hard] = [find('soft') ?? find('hard'), find('hard') ?? find('soft')];
    const value = `${soft?.value ?? ''}:${hard?.value ?? ''}`;
    return [{ ...first, below: first.below.slice(0, 1), value, isLiteral: group.every((one) => one.isLiteral) }];
  });
  return [...settings.filter(({ key, below }) => key !== 'default-ulimits' || below.length <= 1), ...merged];
}

function plainWord(text: string): string {
  return text.replace(/[^\w.-]/g, '').slice(0, 40);
}

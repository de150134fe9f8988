/** Finds configuration of containerd 1.x that 2.x refuses, ignores or is about to drop. */

import { ENDPOINT_KEYS } from '../data/nodes.ts';
import type { Cause } from '../judge.ts';
import type { Document } from '../model/document.ts';
import type { SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { spanText } from '../text/source.ts';
import { table } from '../text/table.ts';
import { hasHole } from '../text/view.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { mirrorsAdvice, tlsAdvice } from './shared/containerd-hosts.ts';
import { oldContainerdPin } from './shared/containerd-version.ts';
import { firstBy, settingsOf } from './shared/documents.ts';
import { isFilledWithNothing } from './shared/filled-values.ts';
import { replaceBy } from './shared/fixes.ts';
import { reportAt, type Words } from './shared/reports.ts';
import { containsKeys, lastKey } from './shared/settings.ts';
import { quoted, sentence } from './shared/words.ts';

const REMOVED_KEYS = table<string>({
  systemd_cgroup:
    'set SystemdCgroup = true under [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]',
  runtime_engine: 'write BinaryName = "{value}" under [{options}]',
  runtime_root: 'write Root = "{value}" under [{options}]',
  CriuPath: 'delete it: runc finds criu in PATH',
});
/** Tables of containerd 1.x beside `runtimes`, which 2.x passes over with all that is in them. */
const OLD_TABLES = table<{ readonly effect: string; readonly instead: string }>({
  default_runtime: {
    effect: 'pods run with its own default, runc',
    instead: 'set default_runtime_name and a runtime under runtimes',
  },
  untrusted_workload_runtime: {
    effect: 'pods with the annotation for it do not start',
    instead: 'add a runtime under runtimes and a RuntimeClass for it',
  },
});
/** Keys of one runtime; in a table beside `runtimes` no version reads them. */
const OF_A_RUNTIME = new Set(['runtime_type', 'runtime_engine', 'runtime_root']);
const REMOVED_RUNTIMES = /^io\.containerd\.(runtime\.v1\.linux|runc\.v1)$/;
/** A file for hosts has no place for them. */
const CREDENTIALS =
  'give credentials as imagePullSecrets, in /var/lib/kubelet/config.json, or through an image credential provider of the kubelet';
const HEADERS =
  'write them into /etc/containerd/certs.d/HOST/hosts.toml of each registry, as [host."https://HOST".header], with config_path = "/etc/containerd/certs.d"';

export const rule: Rule = {
  id: 'containerd-legacy-config',
  summary: 'Configuration of containerd 1.x that newer versions refuse.',
  fix: {
    unsafe:
      '`runtime_type` of the removed shims becomes `io.containerd.runc.v2`. Options that only the old shim read have to move.',
  },
  triggers: [
    'containerd',
    'disabled_plugins',
    'plugins.cri',
    'systemd_cgroup',
    'systemdcgroup',
    'default_runtime',
    'untrusted_workload_runtime',
    'runtime_engine',
    'runtime_root',
    'criupath',
    'aufs',
  ],
  checks: { setting: (fact, context) => (fact.format === 'containerd' ? check(fact, context) : undefined) },
};

interface Finding extends Words {
  readonly cause: Cause;
}

function check(fact: SettingFact, context: RuleContext): Report | undefined {
  const found =
    registry(fact, context) ??
    oldTable(fact, context) ??
    removed(fact, context) ??
    disabled(fact, context) ??
    cgroup(fact) ??
    version(fact, context);
  if (!found) return undefined;
  const { cause, ...words } = notYet(found, fact, context);
  return reportAt(fact, cause, words);
}

/** What containerd 2 refuses still works on machines that get a containerd of 1.x. */
function notYet(found: Finding, fact: SettingFact, context: RuleContext): Finding {
  if (found.cause !== 'containerd-legacy-config/removed') return found;
  const pin = oldContainerdPin(fact.document, context);
  if (!pin) return found;
  return {
    ...found,
    cause: 'containerd-legacy-config/removed-next',
    because: `${found.because}. Version ${pin.text} is installed here: it breaks with the next one`,
    related: [...(found.related ?? []), { at: pin, message: 'the version of containerd' }],
  };
}

function registry(fact: SettingFact, context: RuleContext): Finding | undefined {
  const path = fact.path;
  if (!path.includes('registry')) return undefined;
  if (isCopyOfK3s(fact.document)) return isFirstOfRegistry(fact, context) ? COPY_OF_K3S : undefined;
  if (containsKeys(path, ['configs', '*', 'tls'])) {
    if (!isFirstOfTls(fact, context)) return undefined;
    return {
      cause: 'containerd-legacy-config/removed',
      message: 'containerd 2 does not read the TLS settings of `registry.configs`',
      because: 'containerd 2.0 removed registry.configs.*.tls',
      instead: tlsAdvice(fact, context),
    };
  }
  const old = oldRegistryKey(path);
  if (old === undefined) return undefined;
  if (!isFirstOfBlock.get(old)?.(fact, context)) return undefined;
  // Certificates without credentials: what becomes of them is told at the first of them.
  if (old === 'configs' && hasOnlyTls(fact.document, context)) return undefined;
  if (old === 'mirrors' && hasConfigPath(fact.document, context))
    return {
      cause: 'containerd-legacy-config/conflict',
      message: 'containerd does not start its CRI plugin: `mirrors` cannot stand next to `config_path`',
      because: 'containerd 1.5 and later refuse registry.mirrors next to registry.config_path',
      instead: mirrorsAdvice(fact.document, context),
    };
  return {
    cause: 'containerd-legacy-config/deprecated',
    message: `${quoted(`registry.${old}`)} is deprecated, and turns off the transfer service of containerd 2.1 and later`,
    because: `registry.${old} is deprecated since containerd 1.5; its removal is announced for 2.4`,
    instead:
      old === 'mirrors' ? mirrorsAdvice(fact.document, context) : sentence(old === 'headers' ? HEADERS : CREDENTIALS),
  };
}

/** The template of K3s and RKE2 fills the registries in from their registries.yaml. https://docs.k3s.io/advanced#configuring-containerd */
const isCopyOfK3s = once(({ view }: Document): boolean => {
  const { source } = view.root(0, view.text.length).span;
  return source.text.length < LONGEST_TEMPLATE && /\{\{[^{}]{0,80}\.PrivateRegistryConfig\./.test(source.text);
});

const LONGEST_TEMPLATE = 100_000;

const isFirstOfRegistry = firstBy((fact) => (isSetting(fact) && fact.path.includes('registry') ? '' : undefined));

const COPY_OF_K3S: Finding = {
  cause: 'containerd-legacy-config/version',
  message: 'This is a copy of the template of an older K3s or RKE2, with the registries in the way of containerd 1.x',
  because: 'K3s and RKE2 bring a template for the containerd of each release; a copy stays as it is',
  instead:
    'Write {{ template "base" . }} in its place, in config-v3.toml.tmpl for containerd 2, and below it only what is your own; registries stay in registries.yaml',
};

const OLD_KEYS = ['mirrors', 'auths', 'headers', 'configs'];

const isFirstOfBlock = new Map(
  OLD_KEYS.map((key) => [
    key,
    firstBy((fact) => {
      if (!isSetting(fact) || !fact.path.includes('registry') || !fact.path.includes(key)) return undefined;
      return key === 'configs' && fact.path.includes('tls') ? undefined : key;
    }),
  ]),
);

const hasOnlyTls = once((document: Document, context: RuleContext) => {
  const keys = settingsOf(document, context).flatMap(({ path }) => (path.includes('configs') ? path : []));
  return keys.includes('tls') && !keys.includes('auth');
});

const hasConfigPath = once((document: Document, context: RuleContext) =>
  settingsOf(document, context).some(
    (fact) => fact.path.includes('registry') && lastKey(fact) === 'config_path' && fact.value.text !== '',
  ),
);

/** Certificates and key of one registry are one finding. */
const isFirstOfTls = firstBy((fact) =>
  isSetting(fact) && fact.path.includes('tls') ? fact.path.slice(0, fact.path.indexOf('tls')).join('\0') : undefined,
);

function oldRegistryKey(path: readonly string[]): string | undefined {
  return OLD_KEYS.find((key) => path.includes(key) && path.indexOf(key) > path.indexOf('registry'));
}

function isSetting(fact: unknown): fact is SettingFact {
  return typeof fact === 'object' && fact !== null && 'kind' in fact && fact.kind === 'setting';
}

const isFirstOfTable = firstBy((fact) => (isSetting(fact) && !isEmpty(fact) ? tableOf(fact) : undefined));

function tableOf({ path }: SettingFact): string | undefined {
  return path.find((key) => OLD_TABLES.has(key));
}

/** The old tables whose runtime_type is empty: no version reads what else is in them. */
const tablesWithoutRuntime = once(
  (document: Document, context: RuleContext): ReadonlySet<string> =>
    new Set(
      settingsOf(document, context).flatMap((fact) =>
        lastKey(fact) === 'runtime_type' && isEmpty(fact) ? (tableOf(fact) ?? []) : [],
      ),
    ),
);

/** One finding for a table. */
function oldTable(fact: SettingFact, context: RuleContext): Finding | undefined {
  const name = tableOf(fact);
  const row = name === undefined ? undefined : OLD_TABLES.get(name);
  if (!name || !row || isEmpty(fact) || !isFirstOfTable(fact, context)) return undefined;
  if (tablesWithoutRuntime(fact.document, context).has(name)) return undefined;
  if (name === 'default_runtime' && isRunc(fact.document, context)) return RUNC_ALL_THE_SAME;
  return {
    cause: 'containerd-legacy-config/passed-over',
    message: `containerd 2 passes over ${quoted(name)}: ${row.effect}`,
    because: 'containerd 2.0 removed it, and for Kubernetes 1.36 and later containerd lists 2.2 and later only',
    instead: sentence(row.instead),
  };
}

/** What stands in the table names runc, which containerd 2 runs without being told. */
const isRunc = once((document: Document, context: RuleContext): boolean =>
  settingsOf(document, context)
    .filter((fact) => tableOf(fact) === 'default_runtime' && !isEmpty(fact))
    .every((fact) =>
      /^(?:io\.containerd\.(?:runtime\.v1\.linux|runc\.v[12])|(?:\/[\w./-]{1,80}\/)?runc)$/.test(fact.value.text),
    ),
);

const RUNC_ALL_THE_SAME: Finding = {
  cause: 'containerd-legacy-config/version',
  message: 'containerd 2 passes over `default_runtime`, and runs pods with runc all the same',
  because: 'containerd 2.0 removed the table; runc is its own default',
  instead: 'Delete the table',
};

/** `containerd config default` of 1.x writes every key; containerd 2 logs those that it does not know, and starts. */
function isEmpty({ value }: SettingFact): boolean {
  return /^(?:|false|0|""|\[\]|\{\})$/.test(value.text.trim());
}

function removed(fact: SettingFact, context: RuleContext): Finding | undefined {
  const key = lastKey(fact);
  if (tableOf(fact) || (OF_A_RUNTIME.has(key) && !fact.path.includes('runtimes'))) return undefined;
  const advice = REMOVED_KEYS.get(key);
  const isRuntime = key === 'runtime_type' && REMOVED_RUNTIMES.test(fact.value.text);
  const isAufs = key === 'snapshotter' && fact.value.text === 'aufs';
  if (advice === undefined && !isRuntime && !isAufs) return undefined;
  if (isEmpty(fact) || isFilledWithNothing(fact.value, context)) return undefined;
  return {
    cause: 'containerd-legacy-config/removed',
    message: `containerd 2 has no ${quoted(isRuntime || isAufs ? fact.value.text : key)}`,
    because: 'containerd 2.0 removed it, and for Kubernetes 1.36 and later containerd lists 2.2 and later only',
    fix: isRuntime ? replaceBy(fact.value, 'io.containerd.runc.v2', 'unsafe') : undefined,
    instead: sentence(
      isRuntime
        ? 'write runtime_type = "io.containerd.runc.v2"'
        : isAufs
          ? 'write snapshotter = "overlayfs"'
          : filled(advice ?? '', fact),
    ),
  };
}

/** `{value}` is what stands there, `{options}` the table of the same runtime for options of its shim. */
function filled(advice: string, { value, path }: SettingFact): string {
  const at = path.indexOf('runtimes');
  const name = at < 0 ? 'NAME' : (path[at + 1] ?? 'NAME');
  const options = `plugins."io.containerd.cri.v1.runtime".containerd.runtimes.${name}.options`;
  const text = hasHole(value.text) ? spanText(spanOf(value)) : value.text;
  return advice.replace('{value}', () => text).replace('{options}', () => options);
}

function disabled(fact: SettingFact, context: RuleContext): Finding | undefined {
  if (!fact.path.includes('disabled_plugins')) return undefined;
  if (!/^(io\.containerd\.grpc\.v1\.)?cri$/.test(fact.value.text)) return undefined;
  const address = ownAddress(fact.document, context);
  if (address !== undefined && !addressesOfKubelets(context.project).has(address)) return undefined;
  return {
    cause: 'containerd-legacy-config/cri-disabled',
    message: 'The kubelet cannot use this containerd: its CRI plugin is disabled',
    because:
      'The package containerd.io of Docker’s repository ships this setting, as Docker needs no CRI; the kubelet does since 1.24',
    instead: 'Delete "cri" from disabled_plugins, or write a new file with containerd config default',
  };
}

/** Where a second containerd listens, which another program starts for itself: Docker, firecracker-containerd, a builder. */
const ownAddress = once((document: Document, context: RuleContext): string | undefined => {
  const address = settingsOf(document, context).find(
    ({ path }) => path.length === 2 && path[0] === 'grpc' && path[1] === 'address',
  )?.value.text;
  return address === undefined || hasHole(address) || KUBELETS_ADDRESS.test(address) ? undefined : address;
});

const KUBELETS_ADDRESS =
  /^(?:|(?:\/var)?\/run\/(?:k3s\/|k0s\/)?containerd(?:-\w+)?\/containerd\.sock|\/run\/k0s\/containerd\.sock)$/;

/** The sockets that a kubelet is given here. */
const addressesOfKubelets = once(
  ({ facts }: Project): ReadonlySet<string> =>
    new Set(
      facts.flatMap((fact) => {
        const isEndpoint =
          (fact.kind === 'flag' && fact.name === 'container-runtime-endpoint') ||
          (fact.kind === 'setting' && ENDPOINT_KEYS.has(lastKey(fact)));
        return isEndpoint && fact.value ? [fact.value.text.replace(/^unix:\/\//, '')] : [];
      }),
    ),
);

function cgroup(fact: SettingFact): Finding | undefined {
  if (lastKey(fact) !== 'SystemdCgroup' || fact.value.text !== 'false') return undefined;
  return {
    cause: 'containerd-legacy-config/cgroup-driver',
    message: 'containerd uses the cgroupfs driver here; on a systemd host the kubelet uses systemd',
    because: 'kubeadm sets cgroupDriver: systemd since Kubernetes 1.22, and the two must agree',
    instead: 'Write SystemdCgroup = true, unless KubeletConfiguration says cgroupDriver: cgroupfs',
  };
}

const isFirstOfOldLayout = firstBy((fact) =>
  isSetting(fact) && fact.path[0] === 'plugins' && fact.path[1] === 'cri' ? '' : undefined,
);

/** The file has the layout of version 1: `[plugins.cri]`. */
function version(fact: SettingFact, context: RuleContext): Finding | undefined {
  if (!isFirstOfOldLayout(fact, context)) return undefined;
  return {
    cause: 'containerd-legacy-config/version',
    message: 'This file has the layout of version 1, which containerd migrates each time it starts',
    because: 'containerd 2 writes version 3; its documents disagree on how long version 1 is read',
    instead: 'Write the file anew with containerd config migrate',
  };
}

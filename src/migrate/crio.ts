/** The plan as files of CRI-O and of the library that pulls its images. */
import { stringify, type TomlTable } from 'smol-toml';
import { defined } from './containerd.ts';
import type { OutputFile } from './model.ts';
import type { Host, NamedRuntime, Plan, Registry } from './plan.ts';

export function crioFiles(plan: Plan): readonly OutputFile[] {
  const settings = crio(plan);
  return [
    ...(Object.keys(settings).length === 0
      ? []
      : [
          {
            path: 'etc/crio/crio.conf.d/20-migrated.conf',
            text: `# /etc/crio/crio.conf.d/20-migrated.conf\n${stringify({ crio: settings })}`.trimEnd(),
          },
        ]),
    ...registries(plan),
  ].map((file) => ({ ...file, text: `${file.text}\n` }));
}

function crio(plan: Plan): TomlTable {
  const runtime = defined({
    cgroup_manager: plan.cgroupDriver,
    conmon_cgroup: plan.cgroupDriver === 'cgroupfs' ? 'pod' : undefined,
    default_runtime: plan.defaultRuntime,
    default_ulimits:
      plan.ulimits.size === 0
        ? undefined
        : [...plan.ulimits.values()].map(({ name, soft, hard }) => `${name}=${soft}:${hard}`),
    log_level: plan.logLevel,
    seccomp_profile: plan.seccompProfile,
    selinux: plan.selinux || undefined,
    cdi_spec_dirs: plan.cdiDirectories.length > 0 ? plan.cdiDirectories : undefined,
    runtimes:
      plan.runtimes.size === 0
        ? undefined
        : Object.fromEntries([...plan.runtimes.values()].map((one) => [one.name, oneRuntime(one)])),
  });
  const network = defined({
    network_dir: plan.cniConfiguration,
    plugin_dirs: plan.cniPlugins === undefined ? undefined : [plan.cniPlugins],
  });
  return defined({
    root: plan.root,
    storage_driver: plan.storageDriver,
    runtime: filled(runtime),
    image: plan.sandboxImage === undefined ? undefined : { pause_image: plan.sandboxImage },
    network: filled(network),
  });
}

function filled(entries: TomlTable): TomlTable | undefined {
  return Object.keys(entries).length === 0 ? undefined : entries;
}

/** Kata is a shim that speaks the protocol of virtual machines; all others are started like runc. */
function oneRuntime({ name, type, path }: NamedRuntime): TomlTable {
  const isKata = type === 'io.containerd.kata.v2';
  return defined({
    runtime_path: isKata ? '/usr/bin/containerd-shim-kata-v2' : (path ?? `/usr/bin/${name}`),
    runtime_type: isKata ? 'vm' : 'oci',
  });
}

function registries(plan: Plan): readonly OutputFile[] {
  const entries = [...plan.registries.values()].filter(isWorthAnEntry).map(registry);
  if (entries.length === 0) return [];
  const path = 'etc/containers/registries.conf.d/20-migrated.conf';
  return [{ path, text: `# /${path}\n${stringify({ registry: entries })}`.trimEnd() }];
}

/** Only its certificate is special, and that stands in a folder. */
function isWorthAnEntry({ name, hosts }: Registry): boolean {
  return hosts.some((host) => host.skipVerify || host.url !== `https://${name}`);
}

function registry({ name, hosts }: Registry): TomlTable {
  const own = hosts.filter(({ url }) => withoutScheme(url) === name);
  const mirrors = hosts.filter(({ url }) => withoutScheme(url) !== name);
  return defined({
    prefix: name,
    location: name,
    insecure: own.some(isInsecure) || undefined,
    mirror:
      mirrors.length === 0
        ? undefined
        : mirrors.map((host) =>
            defined({ location: withoutScheme(host.url), insecure: isInsecure(host) || undefined }),
          ),
  });
}

function isInsecure({ url, skipVerify }: Host): boolean {
  return skipVerify || url.startsWith('http://');
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '');
}

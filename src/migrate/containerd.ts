/** The plan as files of containerd. */
import { stringify, type TomlTable } from 'smol-toml';
import { SNAPSHOTTERS } from './engine.ts';
import type { OutputFile } from './model.ts';
import type { Host, Plan, Registry } from './plan.ts';

const CERTS = '/etc/containerd/certs.d';
const UPSTREAM_OF_HUB = 'https://registry-1.docker.io';

export function containerdFiles(plan: Plan): readonly OutputFile[] {
  return [
    {
      path: 'containerd-1.x/config.toml',
      text: file('/etc/containerd/config.toml of containerd 1.6 and 1.7', versionTwo(plan)),
    },
    {
      path: 'containerd-2.x/config.toml',
      text: file('/etc/containerd/config.toml of containerd 2.1 and later', versionThree(plan)),
    },
    ...[...plan.registries.values()].map((one) => ({
      path: `etc/containerd/certs.d/${one.name}/hosts.toml`,
      text: file(`${CERTS}/${one.name}/hosts.toml`, hosts(one)),
    })),
    ...limits(plan),
  ];
}

function file(title: string, content: TomlTable): string {
  return `# ${title}\n${stringify(content).trimEnd()}\n`;
}

function versionTwo(plan: Plan): TomlTable {
  const cri = defined({
    sandbox_image: plan.sandboxImage,
    enable_selinux: plan.selinux || undefined,
    max_concurrent_downloads: plan.downloads,
    enable_cdi: plan.cdiDirectories.length > 0 || undefined,
    cdi_spec_dirs: plan.cdiDirectories.length > 0 ? plan.cdiDirectories : undefined,
    cni: cni(plan, (folder) => ({ bin_dir: folder })),
    containerd: defined({ snapshotter: snapshotter(plan), ...runtimes(plan) }),
    registry: { config_path: CERTS },
  });
  return { version: 2, ...top(plan), plugins: { 'io.containerd.grpc.v1.cri': cri } };
}

function versionThree(plan: Plan): TomlTable {
  const images = defined({
    snapshotter: snapshotter(plan),
    pinned_images: plan.sandboxImage === undefined ? undefined : { sandbox: plan.sandboxImage },
    registry: { config_path: CERTS },
  });
  const runtime = defined({
    enable_selinux: plan.selinux || undefined,
    cdi_spec_dirs: plan.cdiDirectories.length > 0 ? plan.cdiDirectories : undefined,
    cni: cni(plan, (folder) => ({ bin_dirs: [folder] })),
    containerd: defined(runtimes(plan)),
  });
  const transfer = plan.downloads === undefined ? undefined : { max_concurrent_downloads: plan.downloads };
  return {
    version: 3,
    ...top(plan),
    plugins: defined({
      'io.containerd.cri.v1.images': images,
      'io.containerd.cri.v1.runtime': runtime,
      'io.containerd.transfer.v1.local': transfer,
    }),
  };
}

function top({ root, oomScore, logLevel, logsAsJson }: Plan): TomlTable {
  const debug = defined({ level: logLevel, format: logsAsJson ? 'json' : undefined });
  return defined({ root, oom_score: oomScore, debug: Object.keys(debug).length > 0 ? debug : undefined });
}

function snapshotter({ storageDriver }: Plan): string | undefined {
  return storageDriver === undefined ? undefined : SNAPSHOTTERS.get(storageDriver);
}

function cni({ cniPlugins, cniConfiguration }: Plan, plugins: (folder: string) => TomlTable): TomlTable | undefined {
  if (cniPlugins === undefined && cniConfiguration === undefined) return undefined;
  return defined({ ...(cniPlugins === undefined ? {} : plugins(cniPlugins)), conf_dir: cniConfiguration });
}

/** containerd takes a list of runtimes in place of its own, so runc is named too. */
function runtimes(plan: Plan): Partial<TomlTable> {
  const cgroups = plan.cgroupDriver === undefined ? {} : { SystemdCgroup: plan.cgroupDriver === 'systemd' };
  const entries = [{ name: 'runc', type: undefined, path: undefined }, ...plan.runtimes.values()].map(
    ({ name, type, path }) => {
      const isRunc = type === undefined || type === 'io.containerd.runc.v2';
      const options = isRunc ? defined({ BinaryName: path, ...cgroups }) : {};
      return [
        name,
        { runtime_type: type ?? 'io.containerd.runc.v2', ...(Object.keys(options).length > 0 ? { options } : {}) },
      ] as const;
    },
  );
  return { default_runtime_name: plan.defaultRuntime, runtimes: Object.fromEntries(entries) };
}

function hosts({ name, hosts: all }: Registry): TomlTable {
  const server = name === 'docker.io' ? UPSTREAM_OF_HUB : name === '_default' ? undefined : `https://${name}`;
  return defined({ server, host: Object.fromEntries(all.map((host) => [host.url, entry(host)])) });
}

function entry({ push, skipVerify, ca, client, overridePath }: Host): TomlTable {
  return defined({
    capabilities: push ? ['pull', 'resolve', 'push'] : ['pull', 'resolve'],
    skip_verify: skipVerify || undefined,
    ca,
    client: client ? [[...client]] : undefined,
    override_path: overridePath || undefined,
  });
}

function limits({ ulimits }: Plan): readonly OutputFile[] {
  if (ulimits.size === 0) return [];
  const word = (value: string) => (value === '-1' ? 'infinity' : value);
  const lines = [...ulimits.values()].map(
    ({ name, soft, hard }) => `Limit${name.toUpperCase()}=${word(soft)}:${word(hard)}`,
  );
  return [{ path: 'etc/systemd/system/containerd.service.d/limits.conf', text: `[Service]\n${lines.join('\n')}\n` }];
}

export function defined(entries: Partial<TomlTable>): TomlTable {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

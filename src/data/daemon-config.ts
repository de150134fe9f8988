/** What each key of Docker's daemon.json becomes in containerd, CRI-O, the kubelet or the node. */
import { table } from '../text/table.ts';
import { SOURCES } from './source-links.ts';

export interface DaemonRow {
  /** Key of daemon.json; the flag of dockerd is the same word. */
  readonly keys: readonly string[];
  /**
   * `pods` when pulls or pods fail without it, `pulls` when pulls take another way, `silent` when something is quietly
   * different, `engine` when it only concerns Docker Engine itself.
   */
  readonly matters: 'pods' | 'pulls' | 'silent' | 'engine';
  readonly containerd: string;
  readonly crio: string;
  /** What it becomes on nodes of K3s or RKE2 (`{distribution}`), which write the configuration of their containerd themselves. */
  readonly rancher?: string;
  /** What it becomes where the text says one of these values. */
  readonly values?: ReadonlyMap<string, Words>;
  readonly source: string;
}

interface Words {
  readonly containerd: string;
  readonly crio: string;
}

const same = (text: string): Words => ({ containerd: text, crio: text });
/** Layers of files over each other, which is what the other runtimes do without being told. */
const OVERLAY: Words = {
  containerd: 'drop it: overlayfs is the default snapshotter of containerd',
  crio: 'drop it: overlay is the default driver of CRI-O',
};
const DROP = same('drop it: it only concerns Docker Engine');
const POD_NETWORK = same('drop it: the pod network belongs to the CNI plugin');

export const DAEMON_KEYS: readonly DaemonRow[] = [
  {
    keys: ['registry-mirrors', 'registry-mirror'],
    matters: 'pulls',
    containerd:
      'write /etc/containerd/certs.d/docker.io/hosts.toml: server = "https://registry-1.docker.io", then [host."{url}"] with capabilities = ["pull", "resolve"]',
    rancher:
      'write /etc/rancher/{distribution}/registries.yaml: mirrors: {docker.io: {endpoint: ["{url}"]}}, and restart {distribution}',
    crio: 'write /etc/containers/registries.conf.d/mirrors.conf: [[registry]] prefix = "docker.io", then [[registry.mirror]] location = "{value}"{plain}',
    source: SOURCES.containerdHosts,
  },
  {
    keys: ['insecure-registries', 'insecure-registry'],
    matters: 'pods',
    containerd:
      'write /etc/containerd/certs.d/{value}/hosts.toml with [host."https://{value}"] skip_verify = true (or [host."http://{value}"] for plain HTTP)',
    rancher:
      'write /etc/rancher/{distribution}/registries.yaml: configs: {"{value}": {tls: {insecure_skip_verify: true}}} (or mirrors: {"{value}": {endpoint: ["http://{value}"]}} for plain HTTP), and restart {distribution}',
    crio: 'write [[registry]] location = "{value}", insecure = true to /etc/containers/registries.conf.d/',
    source: SOURCES.containerdHosts,
  },
  {
    keys: ['default-runtime'],
    matters: 'pods',
    containerd:
      'set default_runtime_name under the CRI plugin’s [containerd], or use a RuntimeClass with handler: {value}',
    crio: 'set default_runtime under [crio.runtime], or use a RuntimeClass with handler: {value}',
    source: SOURCES.nvidia,
  },
  {
    keys: ['runtimes', 'add-runtime'],
    matters: 'silent',
    containerd:
      'add [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.NAME] with options.BinaryName (for NVIDIA: nvidia-ctk runtime configure --runtime=containerd)',
    crio: 'add [crio.runtime.runtimes.NAME] with runtime_path (for NVIDIA: nvidia-ctk runtime configure --runtime=crio)',
    source: SOURCES.nvidia,
  },
  {
    keys: ['exec-opts', 'exec-opt'],
    matters: 'silent',
    values: table<Words>({
      'native.cgroupdriver=cgroupfs': {
        containerd:
          'keep SystemdCgroup = false under the runc options in /etc/containerd/config.toml while KubeletConfiguration says cgroupDriver: cgroupfs; on hosts with systemd, write SystemdCgroup = true and cgroupDriver: systemd instead',
        crio: 'set cgroup_manager = "cgroupfs" and conmon_cgroup = "pod" under [crio.runtime] while KubeletConfiguration says cgroupDriver: cgroupfs; on hosts with systemd, leave both out and write cgroupDriver: systemd',
      },
    }),
    containerd:
      'set SystemdCgroup = true under the runc options in /etc/containerd/config.toml, and cgroupDriver: systemd in KubeletConfiguration',
    crio: 'CRI-O uses cgroup_manager = "systemd" already; set cgroupDriver: systemd in KubeletConfiguration',
    source: SOURCES.runtimes,
  },
  {
    keys: ['log-opts', 'log-opt'],
    matters: 'silent',
    ...same('set containerLogMaxSize and containerLogMaxFiles in KubeletConfiguration'),
    source: SOURCES.logging,
  },
  {
    keys: ['log-driver'],
    matters: 'silent',
    ...same('drop it: container logs are files under /var/log/pods; ship them with an agent'),
    source: SOURCES.logging,
  },
  {
    keys: ['data-root', 'graph'],
    matters: 'silent',
    values: table<Words>({
      '/var/lib/docker': {
        containerd: 'drop it: containerd keeps its data in /var/lib/containerd by default',
        crio: 'drop it: CRI-O keeps its data in /var/lib/containers/storage by default',
      },
    }),
    containerd: 'set root = "{path}" at the top of /etc/containerd/config.toml',
    crio: 'set root = "{path}" under [crio]',
    source: SOURCES.dockerd,
  },
  {
    keys: ['default-ulimits', 'default-ulimit'],
    matters: 'silent',
    containerd: 'set LimitNOFILE= in a drop-in of containerd.service, or base_runtime_spec',
    crio: 'set default_ulimits under [crio.runtime]',
    source: SOURCES.crioConfig,
  },
  {
    keys: ['storage-driver', 'storage-opts', 'storage-opt'],
    matters: 'silent',
    values: table<Words>({
      overlay2: OVERLAY,
      overlay: OVERLAY,
      aufs: OVERLAY,
      devicemapper: {
        containerd:
          'set snapshotter = "devmapper" under the CRI plugin’s [containerd], or drop it: overlayfs is the default',
        crio: 'drop it: overlay is the default, and CRI-O has no devicemapper any more',
      },
      vfs: {
        containerd:
          'set snapshotter = "native" under the CRI plugin’s [containerd], or drop it where the file system takes overlayfs, the default',
        crio: 'set driver = "vfs" under [storage] in /etc/containers/storage.conf, or drop it where the file system takes overlay, the default',
      },
      btrfs: {
        containerd: 'set snapshotter = "btrfs" under the CRI plugin’s [containerd]',
        crio: 'set driver = "btrfs" under [storage] in /etc/containers/storage.conf',
      },
      zfs: {
        containerd: 'set snapshotter = "zfs" under the CRI plugin’s [containerd]',
        crio: 'set driver = "zfs" under [storage] in /etc/containers/storage.conf',
      },
    }),
    containerd:
      'drop it for overlay2 (overlayfs is the default snapshotter); otherwise set snapshotter in the CRI plugin',
    crio: 'drop it for overlay2 (overlay is the default); otherwise set driver in /etc/containers/storage.conf',
    source: SOURCES.containerdConfig,
  },
  {
    keys: ['max-concurrent-downloads'],
    matters: 'silent',
    containerd: 'set serializeImagePulls: false and maxParallelImagePulls in KubeletConfiguration',
    crio: 'set serializeImagePulls: false and maxParallelImagePulls in KubeletConfiguration',
    source: SOURCES.containerdConfig,
  },
  {
    keys: ['proxies', 'http-proxy', 'https-proxy', 'no-proxy'],
    matters: 'pods',
    containerd: 'set HTTP_PROXY, HTTPS_PROXY and NO_PROXY in /etc/systemd/system/containerd.service.d/http-proxy.conf',
    crio: 'set HTTP_PROXY, HTTPS_PROXY and NO_PROXY in /etc/systemd/system/crio.service.d/http-proxy.conf',
    source: SOURCES.dockerd,
  },
  {
    keys: [
      'seccomp-profile',
      'no-new-privileges',
      'userns-remap',
      'default-shm-size',
      'init',
      'init-path',
      'default-init',
      'cgroup-parent',
    ],
    matters: 'silent',
    ...same('set it on the pods (securityContext, hostUsers, an emptyDir of medium Memory) or in the kubelet'),
    source: SOURCES.seccomp,
  },
  {
    keys: ['selinux-enabled'],
    matters: 'silent',
    values: table<Words>({
      false: {
        containerd: 'drop it: enable_selinux is false in containerd by default',
        crio: 'drop it: selinux is false in CRI-O by default',
      },
    }),
    containerd: 'set enable_selinux = true in the CRI plugin',
    crio: 'set selinux = true under [crio.runtime]',
    source: SOURCES.containerdConfig,
  },
  {
    keys: ['ip-forward', 'iptables', 'ip6tables', 'ip-masq', 'ip-forward-no-drop'],
    matters: 'silent',
    ...same('set net.ipv4.ip_forward = 1 in /etc/sysctl.d; the CNI plugin does the rest'),
    source: SOURCES.eks,
  },
  {
    keys: [
      'bip',
      'bip6',
      'fixed-cidr',
      'fixed-cidr-v6',
      'default-address-pools',
      'default-address-pool',
      'bridge',
      'mtu',
      'icc',
      'userland-proxy',
      'userland-proxy-path',
      'firewall-backend',
      'allow-direct-routing',
      'bridge-accept-fwmark',
      'ip',
      'ipv6',
      'default-gateway',
      'default-gateway-v6',
      'host-gateway-ip',
      'host-gateway-ips',
      'network-control-plane-mtu',
      'network-diagnostic-port',
      'default-network-opts',
    ],
    matters: 'engine',
    ...POD_NETWORK,
    source: SOURCES.dockerd,
  },
  {
    keys: ['dns', 'dns-opts', 'dns-opt', 'dns-search'],
    matters: 'silent',
    ...same('set clusterDNS, clusterDomain or resolvConf in KubeletConfiguration'),
    source: SOURCES.kubelet,
  },
  {
    keys: [
      'hosts',
      'host',
      'authorization-plugins',
      'authorization-plugin',
      'tls',
      'tlsverify',
      'tlscacert',
      'tlscert',
      'tlskey',
      'api-cors-header',
      'group',
    ],
    matters: 'engine',
    ...same('drop it: nodes have no remote API but the kubelet’s'),
    source: SOURCES.dockerd,
  },
  {
    keys: [
      'live-restore',
      'debug',
      'log-level',
      'log-format',
      'raw-logs',
      'metrics-addr',
      'max-concurrent-uploads',
      'max-download-attempts',
      'features',
      'cdi-spec-dirs',
      'nri-opts',
      'cpu-rt-period',
      'cpu-rt-runtime',
      'default-ipc-mode',
      'default-cgroupns-mode',
      'oom-score-adjust',
      'swarm-default-advertise-addr',
      'swarm-raft-election-tick',
      'swarm-raft-heartbeat-tick',
      'node-generic-resources',
      'containerd',
      'containerd-namespace',
      'containerd-plugin-namespace',
      'cri-containerd',
      'experimental',
      'builder',
      'labels',
      'label',
      'pidfile',
      'exec-root',
      'shutdown-timeout',
      'default-stop-timeout',
      'min-api-version',
      'resolv-conf',
      'rootless',
      'allow-nondistributable-artifacts',
      'deprecated-key-path',
      'cluster-store',
      'cluster-advertise',
      'cluster-store-opts',
      'cluster-store-opt',
      'disable-legacy-registry',
    ],
    matters: 'engine',
    ...DROP,
    source: SOURCES.dockerd,
  },
];

/** Files that only Docker Engine reads; a directory stands for everything in it. */
export interface DaemonFileRow {
  readonly path: string;
  readonly what: string;
  readonly containerd: string;
  readonly crio: string;
  /** The Kubernetes minor version from which the runtimes that go with it read the path too. */
  readonly readSince?: Readonly<Record<'containerd' | 'cri-o', number>>;
  readonly source: string;
}

/** What becomes of a drop-in of docker.service. */
export const DROP_IN_ADVICE = {
  containerd:
    'carry proxies and limits over to /etc/systemd/system/containerd.service.d/, and leave ExecStart, which is dockerd’s, behind',
  crio: 'carry proxies and limits over to /etc/systemd/system/crio.service.d/, and leave ExecStart, which is dockerd’s, behind',
};

export const DAEMON_FILES: readonly DaemonFileRow[] = [
  {
    path: '/etc/docker/certs.d',
    what: 'certificates for registries',
    containerd: 'write them to /etc/containerd/certs.d/<host>/ with a hosts.toml',
    crio: 'write them to /etc/containers/certs.d/<host>/',
    // containerd reads the folder from 2.2 on, which is the oldest that goes with Kubernetes 1.36; CRI-O always did.
    readSince: { containerd: 36, 'cri-o': 0 },
    source: SOURCES.containerdHosts,
  },
  {
    path: '/etc/docker',
    what: 'the configuration of dockerd',
    containerd:
      'move each setting: registries to /etc/containerd/certs.d/<host>/hosts.toml, cgroup driver and runtimes to /etc/containerd/config.toml, log sizes to KubeletConfiguration',
    crio: 'move each setting: registries to /etc/containers/registries.conf.d, cgroup driver and runtimes to /etc/crio/crio.conf.d, log sizes to KubeletConfiguration',
    source: SOURCES.affected,
  },
  ...['/etc/default/docker', '/etc/sysconfig/docker', '/etc/sysconfig/docker-network', '/etc/conf.d/docker'].map(
    (path) => ({
      path,
      what: 'options of dockerd',
      containerd: 'put the setting into /etc/containerd/config.toml or a drop-in of containerd.service',
      crio: 'put the setting into /etc/crio/crio.conf.d or a drop-in of crio.service',
      source: SOURCES.affected,
    }),
  ),
  ...['/etc/sysconfig/docker-storage', '/etc/sysconfig/docker-storage-setup'].map((path) => ({
    path,
    what: 'the storage of dockerd',
    containerd:
      'delete it: containerd needs no thin pool; mount the disk at /var/lib/containerd (ext4, or xfs with ftype=1)',
    crio: 'delete it: CRI-O needs no thin pool; mount the disk at /var/lib/containers/storage (ext4, or xfs with ftype=1)',
    source: 'https://github.com/projectatomic/container-storage-setup',
  })),
  ...['/etc/systemd/system', '/lib/systemd/system', '/usr/lib/systemd/system', '/run/systemd/system'].flatMap(
    (directory) =>
      ['docker.service.d', 'docker.socket.d'].map((name) => ({
        path: `${directory}/${name}`,
        what: 'a drop-in of docker.service',
        ...DROP_IN_ADVICE,
        source: SOURCES.affected,
      })),
  ),
  {
    path: '/programdata/docker/config',
    what: 'the configuration of dockerd on Windows',
    containerd: 'configure C:\\Program Files\\containerd\\config.toml',
    crio: 'configure C:\\Program Files\\containerd\\config.toml',
    source: SOURCES.affected,
  },
];

/** Variables of shell and Ansible files that end up in daemon.json or on dockerd's command line. */
const DAEMON_VARIABLES: readonly { readonly name: string; readonly key: string; readonly source: string }[] = [
  { name: 'docker_opts', key: 'options', source: SOURCES.dockerd },
  { name: 'docker_options', key: 'options', source: SOURCES.dockerd },
  { name: 'docker_network_options', key: 'bip', source: SOURCES.dockerd },
  { name: 'docker_storage_options', key: 'storage-driver', source: SOURCES.dockerd },
  { name: 'docker_log_opts', key: 'log-opts', source: SOURCES.dockerd },
  { name: 'docker_daemon_graph', key: 'data-root', source: SOURCES.dockerd },
  { name: 'docker_storage_dir', key: 'data-root', source: SOURCES.dockerd },
  { name: 'docker_data_dir', key: 'data-root', source: SOURCES.dockerd },
  { name: 'docker_data_root', key: 'data-root', source: SOURCES.dockerd },
  { name: 'docker_root_dir', key: 'data-root', source: SOURCES.dockerd },
  { name: 'docker_graph', key: 'data-root', source: SOURCES.dockerd },
  { name: 'docker_storage_driver', key: 'storage-driver', source: SOURCES.dockerd },
  { name: 'docker_log_driver', key: 'log-driver', source: SOURCES.dockerd },
  { name: 'docker_registry_mirror', key: 'registry-mirrors', source: SOURCES.dockerd },
  { name: 'docker_bip', key: 'bip', source: SOURCES.dockerd },
  { name: 'docker_live_restore', key: 'live-restore', source: SOURCES.dockerd },
  { name: 'docker_cgroup_driver', key: 'exec-opts', source: SOURCES.dockerd },
  { name: 'docker_iptables_enabled', key: 'iptables', source: SOURCES.dockerd },
  { name: 'docker_insecure_registries', key: 'insecure-registries', source: SOURCES.dockerd },
  { name: 'docker_registry_mirrors', key: 'registry-mirrors', source: SOURCES.dockerd },
  { name: 'docker_mount_flags', key: 'options', source: SOURCES.dockerd },
  {
    name: 'dockerbridgesubnet',
    key: 'bip',
    source: 'https://github.com/Azure/aks-engine/blob/master/docs/topics/clusterdefinitions.md',
  },
  { name: 'docker-config-json', key: 'options', source: SOURCES.eks },
];

/** The option that a variable is for. */
export const KEY_OF_VARIABLE: ReadonlyMap<string, string> = new Map(
  DAEMON_VARIABLES.map(({ name, key }) => [name, key]),
);

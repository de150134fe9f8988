/** What becomes of every key of daemon.json, one row each: carried over, left behind, or for a person to decide. */
import { SOURCES } from './source-links.ts';

/**
 * How a key is carried over. `drop`: nothing else needs it, or it is built in. `person`: only somebody who knows the cluster can say
 * what should stand in its place. All others have a translation in `src/migrate`.
 */
type Way =
  | 'drop'
  | 'person'
  | 'mirrors'
  | 'insecure'
  | 'exec-opts'
  | 'log-driver'
  | 'log-opts'
  | 'root'
  | 'ulimits'
  | 'storage-driver'
  | 'downloads'
  | 'runtimes'
  | 'default-runtime'
  | 'proxies'
  | 'seccomp'
  | 'selinux'
  | 'forwarding'
  | 'log-level'
  | 'hosts'
  | 'cdi'
  | 'oom-score';

export interface DaemonKeyRow {
  readonly key: string;
  /** Flags of dockerd for it, without dashes, besides the key itself. */
  readonly flags: readonly string[];
  readonly way: Way;
  /** What becomes of it, or what a person has to do, as a sentence without its full stop. */
  readonly advice: string;
  readonly source: string;
}

/** Keys with the other flags of dockerd for them: `storage-driver|s`. */
function rows(
  keys: readonly string[],
  way: Way,
  advice: string,
  source: string = SOURCES.dockerd,
): readonly DaemonKeyRow[] {
  return keys.map((written) => {
    const [key = '', ...flags] = written.split('|');
    return { key, flags, way, advice, source };
  });
}

const CNI = 'Pods get their network from the CNI plugin; look there if you need the same';

export const DAEMON_MIGRATION: readonly DaemonKeyRow[] = [
  ...rows(
    ['registry-mirrors|registry-mirror'],
    'mirrors',
    'Mirrors of Docker Hub become hosts of docker.io',
    SOURCES.containerdHosts,
  ),
  ...rows(
    ['insecure-registries|insecure-registry'],
    'insecure',
    'Each registry gets an entry of its own',
    SOURCES.containerdHosts,
  ),
  ...rows(
    ['exec-opts|exec-opt'],
    'exec-opts',
    'The cgroup driver is set in the runtime and in the kubelet',
    SOURCES.runtimes,
  ),
  ...rows(
    ['log-driver'],
    'log-driver',
    'The kubelet keeps the logs of containers as files under /var/log/pods',
    SOURCES.logging,
  ),
  ...rows(['log-opts|log-opt'], 'log-opts', 'The kubelet rotates the logs of containers', SOURCES.logging),
  ...rows(
    ['data-root', 'graph|g'],
    'root',
    'The runtime gets a folder of its own on the same disk',
    SOURCES.containerdConfig,
  ),
  ...rows(['default-ulimits|default-ulimit'], 'ulimits', 'Limits are set on the runtime', SOURCES.crioConfig),
  ...rows(['storage-driver|s'], 'storage-driver', 'containerd calls it a snapshotter', SOURCES.containerdConfig),
  ...rows(
    ['storage-opts|storage-opt'],
    'person',
    'These options belong to the storage driver of Docker; look for their counterpart in the snapshotter of containerd or in storage.conf of CRI-O',
    SOURCES.containerdConfig,
  ),
  ...rows(
    ['max-concurrent-downloads'],
    'downloads',
    'The runtime limits how many layers it fetches at once',
    SOURCES.containerdConfig,
  ),
  ...rows(
    ['runtimes|add-runtime'],
    'runtimes',
    'Runtimes are named in the configuration of the runtime, and by a RuntimeClass',
    SOURCES.runtimeClass,
  ),
  ...rows(['default-runtime'], 'default-runtime', 'The runtime of pods without a RuntimeClass', SOURCES.runtimeClass),
  ...rows(
    ['proxies', 'http-proxy', 'https-proxy', 'no-proxy'],
    'proxies',
    'The runtime pulls images itself and needs the proxy in its unit',
    SOURCES.containerdProxy,
  ),
  ...rows(
    ['seccomp-profile'],
    'seccomp',
    'Pods name their profile, and the kubelet can set the default one for all',
    SOURCES.seccomp,
  ),
  ...rows(['selinux-enabled'], 'selinux', 'The CRI plugin labels containers', SOURCES.containerdConfig),
  ...rows(
    ['ip-forward'],
    'forwarding',
    'dockerd set the kernel parameter; nothing else on the node does',
    SOURCES.runtimes,
  ),
  ...rows(
    ['log-level|l', 'debug|D', 'log-format'],
    'log-level',
    'The runtime has a log level of its own',
    SOURCES.containerdDaemon,
  ),
  ...rows(['hosts|host|H'], 'hosts', 'Nodes have no remote API but the kubelet’s', SOURCES.dockerd),
  ...rows(['cdi-spec-dirs|cdi-spec-dir'], 'cdi', 'The CRI plugin reads CDI specifications', SOURCES.containerdConfig),
  ...rows(['oom-score-adjust'], 'oom-score', 'It protects the daemon itself', SOURCES.containerdDaemon),

  ...rows(
    ['no-new-privileges'],
    'person',
    'Set allowPrivilegeEscalation: false in the securityContext of pods, or enforce it with Pod Security',
    SOURCES.podSecurity,
  ),
  ...rows(
    ['userns-remap'],
    'person',
    'Set hostUsers: false on the pods that need a user namespace',
    SOURCES.userNamespaces,
  ),
  ...rows(
    ['default-shm-size'],
    'person',
    'Pods that need more than 64 MiB mount an emptyDir with medium: Memory at /dev/shm',
    SOURCES.volumes,
  ),
  ...rows(
    ['init', 'init-path', 'default-init'],
    'person',
    'Put tini or dumb-init into the images that need an init process, or set shareProcessNamespace: true on the pod',
    SOURCES.shareProcesses,
  ),
  ...rows(
    ['cgroup-parent'],
    'person',
    'The kubelet places pods: set cgroupRoot in KubeletConfiguration if they must stand below this cgroup',
    SOURCES.kubeletConfig,
  ),
  ...rows(
    ['default-stop-timeout'],
    'person',
    'Set terminationGracePeriodSeconds on the pods that need longer than 30 seconds to stop',
    SOURCES.podLifecycle,
  ),
  ...rows(
    ['dns', 'dns-opts|dns-opt', 'dns-search'],
    'person',
    'Pods ask the DNS of the cluster: set dnsConfig on pods, forwarders in CoreDNS, or resolvConf in KubeletConfiguration',
    SOURCES.dns,
  ),
  ...rows(
    ['resolv-conf'],
    'person',
    'Set resolvConf in KubeletConfiguration if pods must not read the file of the node',
    SOURCES.dns,
  ),
  ...rows(['mtu'], 'person', 'Set the MTU in the configuration of the CNI plugin', SOURCES.cni),
  ...rows(
    ['labels|label'],
    'person',
    'Label the node instead: kubectl label node, or --node-labels of the kubelet',
    SOURCES.nodeLabels,
  ),
  ...rows(
    ['metrics-addr'],
    'person',
    'Metrics of containers come from the kubelet; for those of the runtime set [metrics] address in containerd or enable_metrics in CRI-O',
    SOURCES.containerdDaemon,
  ),
  ...rows(
    ['node-generic-resources|node-generic-resource'],
    'person',
    'Kubernetes counts devices through device plugins',
    SOURCES.devicePlugins,
  ),
  ...rows(
    ['nri-opts|nri-opt'],
    'person',
    'NRI is on by default in containerd 2 and in CRI-O; move the options into the NRI section of their configuration',
    SOURCES.nri,
  ),
  ...rows(
    ['rootless'],
    'person',
    'The kubelet would have to run in a user namespace too; that is a set-up of its own',
    SOURCES.rootless,
  ),
  ...rows(
    ['features|feature'],
    'person',
    'Switches of Docker Engine: CDI and the image store of containerd are built in; read the others one by one',
  ),
  ...rows(
    ['authorization-plugins|authorization-plugin'],
    'person',
    'They guarded the API of Docker; who may start what is decided by RBAC and admission in the cluster',
    SOURCES.admission,
  ),
  ...rows(['default-ipc-mode', 'default-cgroupns-mode'], 'drop', 'Kubernetes decides this for each pod'),

  ...rows(['live-restore'], 'drop', 'Built in: containers outlive a restart of the runtime'),
  ...rows(
    [
      'iptables',
      'ip6tables',
      'ip-masq',
      'ip-forward-no-drop',
      'icc',
      'userland-proxy',
      'userland-proxy-path',
      'firewall-backend',
      'allow-direct-routing',
      'bridge-accept-fwmark',
    ],
    'drop',
    'The CNI plugin and kube-proxy write the rules of the firewall',
    SOURCES.cni,
  ),
  ...rows(
    [
      'bip',
      'bip6',
      'bridge|b',
      'fixed-cidr',
      'fixed-cidr-v6',
      'default-address-pools|default-address-pool',
      'ip',
      'ipv6',
      'default-gateway',
      'default-gateway-v6',
      'host-gateway-ip',
      'host-gateway-ips',
      'default-network-opts|default-network-opt',
      'network-control-plane-mtu',
      'network-diagnostic-port',
    ],
    'drop',
    CNI,
    SOURCES.cni,
  ),
  ...rows(
    ['tls', 'tlsverify', 'tlscacert', 'tlscert', 'tlskey', 'api-cors-header', 'group|G', 'min-api-version'],
    'drop',
    'It guarded the API of Docker, which is not there any more; delete the certificates from the nodes too',
  ),
  ...rows(
    ['swarm-default-advertise-addr', 'swarm-raft-election-tick', 'swarm-raft-heartbeat-tick'],
    'drop',
    'It concerns Swarm',
  ),
  ...rows(
    ['cluster-store', 'cluster-advertise', 'cluster-store-opts|cluster-store-opt'],
    'drop',
    'It told dockerd where its overlay networks and the classic Swarm kept their state; the CNI plugin has its own',
  ),
  ...rows(['disable-legacy-registry'], 'drop', 'No runtime of today pulls from registries of version 1'),
  ...rows(
    ['containerd', 'containerd-namespace', 'containerd-plugin-namespace', 'cri-containerd'],
    'drop',
    'It told dockerd where its containerd is; the kubelet speaks to the runtime itself',
  ),
  ...rows(['builder'], 'drop', 'Nodes build no images; build them in CI or with a builder in the cluster'),
  ...rows(['max-concurrent-uploads'], 'drop', 'Nodes push no images'),
  ...rows(['max-download-attempts'], 'drop', 'The kubelet tries again by itself, with growing pauses', SOURCES.images),
  ...rows(['allow-nondistributable-artifacts'], 'drop', 'It concerns pushing images, which nodes do not'),
  ...rows(['cpu-rt-period', 'cpu-rt-runtime'], 'drop', 'Kubernetes does not hand out real-time CPU time'),
  ...rows(
    ['experimental', 'pidfile|p', 'exec-root', 'shutdown-timeout', 'raw-logs', 'deprecated-key-path'],
    'drop',
    'It only concerns dockerd itself',
  ),
];

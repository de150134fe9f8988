/** Paths of a node that Docker Engine or dockershim owns, longest prefix first wins. */
import { SOURCES } from './source-links.ts';

type PathMeaning = 'logs' | 'engine-log' | 'graph' | 'volumes' | 'state' | 'configuration' | 'binary' | 'checkpoint';

export interface PathRow {
  /** Normalised: `/run` for `/var/run`, slashes, no slash at the end. */
  readonly path: string;
  readonly meaning: PathMeaning;
  readonly what: string;
  readonly containerd: string;
  readonly crio: string;
  /** The folder that holds the same kind of thing, so that what measures it goes on. */
  readonly successor?: { readonly containerd: string; readonly crio: string };
  readonly source: string;
}

const LOGS =
  'mount /var/log (the logs are files under /var/log/pods, linked from /var/log/containers) and drop this one';
const NO_COUNTERPART = 'drop it: the kubelet and the runtime have no counterpart';

export const DOCKER_PATHS: readonly PathRow[] = [
  {
    path: '/var/lib/docker/containers',
    meaning: 'logs',
    what: 'the json-file logs of Docker',
    containerd: LOGS,
    crio: LOGS,
    source: SOURCES.logging,
  },
  ...['/var/log/docker.log', '/var/log/docker', '/var/log/upstart/docker.log', '/var/log/upstart/docker'].map(
    (path) => ({
      path,
      meaning: 'engine-log' as const,
      what: 'the log of dockerd',
      containerd: 'read the journal: journalctl -u containerd',
      crio: 'read the journal: journalctl -u crio',
      source: SOURCES.affected,
    }),
  ),
  {
    path: '/var/lib/docker/volumes',
    meaning: 'volumes',
    what: 'the volumes of Docker',
    containerd: 'use a PersistentVolume; the runtime keeps no volumes',
    crio: 'use a PersistentVolume; the runtime keeps no volumes',
    source: SOURCES.affected,
  },
  {
    path: '/var/lib/docker',
    meaning: 'graph',
    what: 'the image and container store of Docker',
    containerd: 'use /var/lib/containerd',
    crio: 'use /var/lib/containers/storage',
    successor: { containerd: '/var/lib/containerd', crio: '/var/lib/containers/storage' },
    source: SOURCES.affected,
  },
  {
    path: '/mnt/docker',
    meaning: 'graph',
    what: 'a moved data root of Docker',
    containerd: 'use the root that /etc/containerd/config.toml names',
    crio: 'use the root that crio.conf names',
    source: SOURCES.affected,
  },
  {
    path: '/data/docker',
    meaning: 'graph',
    what: 'a moved data root of Docker',
    containerd: 'use the root that /etc/containerd/config.toml names',
    crio: 'use the root that crio.conf names',
    source: SOURCES.affected,
  },
  {
    path: '/run/docker/netns',
    meaning: 'state',
    what: 'the network namespaces of Docker',
    containerd: 'use /run/netns',
    crio: 'use /run/netns',
    source: SOURCES.affected,
  },
  {
    path: '/run/docker.pid',
    meaning: 'state',
    what: 'the process id of dockerd',
    containerd: 'drop it: systemd knows the process (systemctl show -p MainPID --value containerd)',
    crio: 'drop it: systemd knows the process (systemctl show -p MainPID --value crio)',
    source: SOURCES.affected,
  },
  {
    path: '/run/docker',
    meaning: 'state',
    what: 'the run-time state of Docker',
    containerd: 'use /run/containerd',
    crio: 'use /run/crio',
    source: SOURCES.affected,
  },
  {
    path: '/etc/docker/certs.d',
    meaning: 'configuration',
    what: 'the registry certificates of Docker',
    containerd: 'move it to /etc/containerd/certs.d (containerd 2.2 and later also read /etc/docker/certs.d)',
    crio: 'move it to /etc/containers/certs.d (CRI-O also reads /etc/docker/certs.d)',
    source: SOURCES.containerdRegistry,
  },
  {
    path: '/etc/docker',
    meaning: 'configuration',
    what: 'the configuration of Docker',
    containerd: 'configure /etc/containerd/config.toml and /etc/containerd/certs.d',
    crio: 'configure /etc/crio/crio.conf.d and /etc/containers/registries.conf.d',
    source: SOURCES.affected,
  },
  ...[
    '/usr/bin/docker',
    '/bin/docker',
    '/usr/local/bin/docker',
    '/usr/bin/dockerd',
    '/usr/libexec/docker',
    '/opt/bin/docker',
  ].map((path) => ({
    path,
    meaning: 'binary' as const,
    what: 'the docker program of the node',
    containerd: 'take the client from the image, and use the Kubernetes API or crictl instead of docker',
    crio: 'take the client from the image, and use the Kubernetes API or crictl instead of docker',
    source: SOURCES.affected,
  })),
  {
    path: '/var/lib/dockershim',
    meaning: 'checkpoint',
    what: 'the checkpoints of dockershim',
    containerd: NO_COUNTERPART,
    crio: NO_COUNTERPART,
    source: SOURCES.changes124,
  },
  {
    path: '/var/lib/cri-dockerd',
    meaning: 'checkpoint',
    what: 'the checkpoints of cri-dockerd',
    containerd: NO_COUNTERPART,
    crio: NO_COUNTERPART,
    source: SOURCES.criDockerd,
  },
  {
    path: '/programdata/docker/containers',
    meaning: 'logs',
    what: 'the json-file logs of Docker on Windows',
    containerd: 'mount C:\\var\\log\\pods and drop this one',
    crio: 'mount C:\\var\\log\\pods and drop this one',
    source: SOURCES.logging,
  },
  {
    path: '/programdata/docker',
    meaning: 'graph',
    what: 'the data of Docker on Windows',
    containerd: 'use C:\\ProgramData\\containerd',
    crio: 'use C:\\ProgramData\\containerd',
    source: SOURCES.affected,
  },
];

/** The folders that Docker keeps in its store; what else is put below it is somebody else's, on the same disk. */
export const FOLDERS_OF_STORE =
  /^(?:containers|image|overlay2?|aufs|btrfs|zfs|vfs|devicemapper|fuse-overlayfs|windowsfilter|volumes|network|plugins|swarm|tmp|trust|buildkit|builder|runtimes|containerd|\d+\.\d+)$/;

/** Prefixes that stand in front of a node's path inside a container or on another disk. */
export const HOST_PREFIXES: readonly string[] = [
  '/host/root',
  '/hostfs',
  '/host-root',
  '/host',
  '/rootfs',
  '/media/root',
  '/mnt/root',
  '/node',
  '/mnt/sda1',
];

/** Sockets that only Docker Engine answers on. */
export const DOCKER_SOCKETS: readonly { readonly path: string; readonly source: string }[] = [
  { path: '/run/docker.sock', source: SOURCES.agents },
  { path: '/run/docker.sock.raw', source: SOURCES.agents },
  { path: '/var/vcap/sys/run/docker/docker.sock', source: SOURCES.agents },
  { path: '/run/docker/containerd/docker-containerd.sock', source: SOURCES.agents },
  { path: '/run/docker/containerd/containerd.sock', source: SOURCES.agents },
  { path: '//./pipe/docker_engine', source: SOURCES.agents },
];

/** Directories from which a pod reaches docker.sock without naming it. */
export const SOCKET_PARENTS: readonly { readonly path: string; readonly source: string }[] = [
  { path: '/', source: SOURCES.agents },
  { path: '/run', source: SOURCES.agents },
  { path: '/var', source: SOURCES.agents },
];

/** Sockets of dockershim, as written in every place that takes a CRI endpoint. */
export const DOCKERSHIM_SOCKETS: readonly { readonly path: string; readonly source: string }[] = [
  { path: '/run/dockershim.sock', source: SOURCES.toCriDockerd },
  { path: '//./pipe/dockershim', source: SOURCES.toCriDockerd },
  { path: 'localhost:3735', source: SOURCES.toCriDockerd },
];

/** Paths that are there where Docker is. */
export const SHOWS_DOCKER =
  /(^|\/)(docker|dockerd|cri-dockerd|(docker|dockershim|cri-dockerd)\.sock|docker\.service|docker\.pid)$|^\/(etc|var\/lib|run)\/docker\//;

/** Paths that are there where another runtime is. */
export const SHOWS_OTHER_RUNTIME =
  /(^|\/)(containerd|crictl|nerdctl|crio|containerd\.sock|crio\.sock|containerd\.service)$/;

/** The folders in which the kubelet keeps the logs of containers, with any runtime. */
export const POD_LOGS = /\/var\/log\/(?:containers|pods)\b/;

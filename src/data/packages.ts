/** Packages and installers that put Docker Engine, or something that only serves it, on a machine. */
import { SOURCES } from './source-links.ts';

/** The programs of Docker Engine, as its archive of static binaries has them and older versions had. */
export const ENGINE_PROGRAMS: readonly string[] = [
  'dockerd',
  'docker',
  'docker-init',
  'docker-proxy',
  'docker-runc',
  'docker-containerd',
  'docker-containerd-ctr',
  'docker-containerd-shim',
];

export interface PackageRow {
  readonly name: string;
  readonly what: 'engine' | 'client' | 'nvidia' | 'installer' | 'provider';
  /** Package managers that use the name for Docker Engine; all when absent. */
  readonly managers?: readonly string[];
  readonly source: string;
}

const engine = (name: string, managers?: readonly string[]): PackageRow => ({
  name,
  what: 'engine',
  source: SOURCES.toContainerd,
  ...(managers ? { managers } : {}),
});

export const DOCKER_PACKAGES: readonly PackageRow[] = [
  engine('docker-ce'),
  engine('docker-ee'),
  engine('docker.io'),
  engine('docker-engine'),
  engine('moby-engine'),
  engine('lxc-docker'),
  engine('docker'),
  engine('docker-latest'),
  { name: 'dockerMsftProvider', what: 'provider', source: SOURCES.toContainerd },
  { name: 'docker-ce-cli', what: 'client', source: SOURCES.toContainerd },
  { name: 'docker-ee-cli', what: 'client', source: SOURCES.toContainerd },
  { name: 'moby-cli', what: 'client', source: SOURCES.toContainerd },
  { name: 'docker-cli', what: 'client', source: SOURCES.toContainerd },
  { name: 'nvidia-docker', what: 'nvidia', source: SOURCES.nvidia },
  { name: 'nvidia-docker2', what: 'nvidia', source: SOURCES.nvidia },
  { name: 'get.docker.com', what: 'installer', source: SOURCES.toContainerd },
  { name: 'test.docker.com', what: 'installer', source: SOURCES.toContainerd },
  { name: 'docker/docker-install', what: 'installer', source: SOURCES.toContainerd },
  { name: 'releases.rancher.com/install-docker', what: 'installer', source: SOURCES.toContainerd },
  { name: 'rancher/install-docker', what: 'installer', source: SOURCES.toContainerd },
];

/** A package of Docker Engine, perhaps with its version. */
export const ENGINE_PACKAGE =
  /^(docker|docker-ce|docker\.io|docker-engine|docker-ee|moby-engine)(=|[-_]v?[\d\uE000]|$)/;

/** `docker.x86_64`, `docker.io:amd64`: the package is the one in front. */
export function packageNamed(written: string): string {
  return written.replace(BEHIND_NAME, '');
}

/** The architecture, as apt and dnf have it. https://manpages.debian.org/apt-get.8 https://dnf.readthedocs.io/en/latest/command_ref.html#specifying-packages */
const BEHIND_NAME =
  /(?<=^[A-Za-z][\w.+-]{0,200})(?:\.(?:x86_64|i[3-6]86|aarch64|armv\dhn?l|armhfp|ppc64le|s390x|noarch)|:(?:amd64|arm64|armhf|armel|i386|ppc64el|s390x|all|any|native))$/;

/** Packages that only a Kubernetes node gets. */
export const KUBERNETES_PACKAGE = /^(kubelet|kubeadm|kubernetes-cni|cri-tools|cri-dockerd|k3s|rke2)\b/;

/** Roles of Ansible Galaxy, `NAMESPACE.ROLE` or `NAMESPACE.COLLECTION.ROLE`, by what they install. */
export const GALAXY_ROLES: readonly { readonly role: RegExp; readonly installs: string; readonly source: string }[] = [
  {
    role: /^[\w-]+(?:\.[\w-]+)?\.docker(?:[_-](?:ce|engine))?$/,
    installs: 'docker',
    source: 'https://galaxy.ansible.com/ui/standalone/roles/geerlingguy/docker/',
  },
  {
    role: /^[\w-]+(?:\.[\w-]+)?\.(?:kubernetes|k8s|kubeadm|kubelet)$/,
    installs: 'kubelet',
    source: 'https://galaxy.ansible.com/ui/standalone/roles/geerlingguy/kubernetes/',
  },
  {
    role: /^[\w-]+(?:\.[\w-]+)?\.(?:containerd|cri-?o)$/,
    installs: 'containerd',
    source: 'https://galaxy.ansible.com/ui/standalone/roles/geerlingguy/containerd/',
  },
];

/** Names that are nothing but packages. */
export const ENGINE_ITEM =
  /^(?:docker-(?:ce|ee)(?:-cli)?|docker-engine|moby-(?:engine|cli)|nvidia-docker2)(?:[=-]\d|$)/;

/** A package in a list with others of a node; elsewhere a registry. */
export const ENGINE_AMONG_PACKAGES = /^docker\.io(?:=\d.*)?$/;

/** What lists are called that hold nothing but packages, in which `docker` is one too. */
export const LIST_OF_PACKAGES = /packages?|pkgs?|(?:^|_)(?:rpms?|debs?|yum|apt|dnf)(?:_|$)|install/i;

/** Where Docker itself comes from. */
export const DOCKER_SOURCE =
  /(^|[/.@])(get\.docker\.com|test\.docker\.com|download\.docker\.com|docker-ce\.repo|apt\.dockerproject\.org|yum\.dockerproject\.org|releases\.rancher\.com\/install-docker|install-docker|docker-install)|packages\.docker\.com|\/docker-ce\/linux\/|\/(docker|moby)-(ce|ee|engine|cli)[\w.~+-]*\.(deb|rpm)|\/docker-\d[\w.-]*\.tgz/;

/** The archive of Docker's programs without a package: https://docs.docker.com/engine/install/binaries/ */
export const ENGINE_ARCHIVE =
  /\/(?:linux|win)\/static\/[^\s?#]{1,100}\/docker-(?!rootless|compose|buildx)[^\s/?#]{1,100}\.(?:tgz|zip)$/;

/** The same as a file by its usual name: `docker-27.5.1.tgz`. */
export const ENGINE_ARCHIVE_FILE = /(?:^|\/)docker-(?:ce-)?[\d\uE000$][\w.${}\uE000-]{0,60}\.tgz$/;

/** Lists of packages that are to go: `docker_remove_packages`, `old_packages`, `conflicting_packages`. */
export const NAMES_REMOVAL =
  /(?:^|[^a-z])(?:remove[ds]?|purged?|uninstall(?:ed)?|old|obsolete|conflict(?:s|ing)?|absent|unwanted)(?:$|[^a-z])/i;

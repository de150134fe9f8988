/** What a node looks like with each runtime: the words that advice is written in. */

import type { TargetRuntime } from '../model/target.ts';

export interface RuntimeWords {
  readonly name: string;
  /** The socket on the node, without scheme. */
  readonly socket: string;
  readonly socketDirectory: string;
  readonly windowsPipe: string;
  /** The systemd unit, without `.service`. */
  readonly unit: string;
  /** The package or package set that a node installs. */
  readonly packages: string;
  readonly stateDirectory: string;
  readonly configuration: string;
  /** How the runtime is written in a container id: `containerd://…`. */
  readonly idPrefix: string;
  readonly cgroupScope: string;
  /** True where Docker Engine stays on the node. */
  readonly keepsDocker: boolean;
}

export const RUNTIMES: Readonly<Record<TargetRuntime, RuntimeWords>> = {
  containerd: {
    name: 'containerd',
    socket: '/run/containerd/containerd.sock',
    socketDirectory: '/run/containerd',
    windowsPipe: 'npipe:////./pipe/containerd-containerd',
    unit: 'containerd',
    packages: 'containerd',
    stateDirectory: '/var/lib/containerd',
    configuration: '/etc/containerd/config.toml',
    idPrefix: 'containerd://',
    cgroupScope: 'cri-containerd-<id>.scope',
    keepsDocker: false,
  },
  'cri-o': {
    name: 'CRI-O',
    socket: '/run/crio/crio.sock',
    socketDirectory: '/run/crio',
    windowsPipe: 'npipe:////./pipe/containerd-containerd',
    unit: 'crio',
    packages: 'cri-o',
    stateDirectory: '/var/lib/containers/storage',
    configuration: '/etc/crio/crio.conf.d/',
    idPrefix: 'cri-o://',
    cgroupScope: 'crio-<id>.scope',
    keepsDocker: false,
  },
  'cri-dockerd': {
    name: 'cri-dockerd',
    socket: '/run/cri-dockerd.sock',
    socketDirectory: '/run',
    windowsPipe: 'npipe:////./pipe/cri-dockerd',
    unit: 'cri-docker',
    packages: 'docker-ce and cri-dockerd',
    stateDirectory: '/var/lib/docker',
    configuration: '/etc/docker/daemon.json',
    idPrefix: 'docker://',
    cgroupScope: 'docker-<id>.scope',
    keepsDocker: true,
  },
  mcr: {
    name: 'Mirantis Container Runtime with cri-dockerd',
    socket: '/run/cri-dockerd.sock',
    socketDirectory: '/run',
    windowsPipe: 'npipe:////./pipe/cri-dockerd',
    unit: 'cri-docker',
    packages: 'docker-ee and cri-dockerd',
    stateDirectory: '/var/lib/docker',
    configuration: '/etc/docker/daemon.json',
    idPrefix: 'docker://',
    cgroupScope: 'docker-<id>.scope',
    keepsDocker: true,
  },
};

/** Sockets of runtimes that speak CRI; a pod that mounts one is made for more than Docker. */
export const CRI_SOCKET_WORDS: readonly string[] = [
  'containerd.sock',
  'crio.sock',
  'cri-dockerd.sock',
  'frakti.sock',
  'pouchcri.sock',
  'isulad.sock',
];

/** Scripts for Docker Engine in the folder of one that installs the kubelet, where nothing brings it another runtime. */
import { describe, expect, it } from 'vitest';
import type { Files } from '../support/in-memory.ts';
import { placesOf } from './places.ts';

const KUBELET = { 'setup/kubelet.sh': 'apt-get install -y kubelet kubeadm\n' };
const ENGINE = { 'setup/engine.sh': 'apt-get install -y docker-ce containerd.io\n' };
/** Scripts of the same machine that do nothing of the kind, so that most of the folder does not. */
const OTHERS = {
  'setup/names.sh': 'hostnamectl set-hostname a # k8s\n',
  'setup/client.sh': 'docker compose version\n',
};

const placeIn = (files: Files, path = 'setup/engine.sh') =>
  placesOf({ ...KUBELET, ...OTHERS, ...ENGINE, ...files })[path];

const NODE = 'node: the scripts beside it set up nodes (setup/kubelet.sh, line 1 installs kubelet)';

describe('a script for Docker Engine beside one that installs the kubelet', () => {
  it('is for the node', () => {
    expect(placeIn({})).toBe(NODE);
    expect(placeIn({ 'setup/kubelet.sh': 'kubeadm init --config a.yaml\n' })).toBe(
      'node: the scripts beside it set up nodes (setup/kubelet.sh, line 1 calls kubeadm init)',
    );
  });

  it.each(["echo '{}' > /etc/docker/daemon.json", 'systemctl restart docker', 'tee /etc/default/docker < docker.env'])(
    'is for the node where it only configures it: %s',
    (line) => {
      expect(placeIn({ 'setup/config.sh': `${line}\n` }, 'setup/config.sh')).toBe(NODE);
    },
  );

  it.each([
    ['a script of the folder installs containerd', { 'setup/runtime.sh': 'apt-get install -y containerd # docker\n' }],
    ['a script of the folder installs CRI-O', { 'setup/runtime.sh': 'dnf install -y cri-o # docker\n' }],
    [
      'a script of the folder sets up containerd',
      { 'setup/runtime.sh': 'containerd config default > /etc/containerd/config.toml # docker\n' },
    ],
    ['a script of the folder is called after another runtime', { 'setup/crio.sh': 'systemctl stop docker\n' }],
    ['the kubelet is installed with an engine', { 'setup/kubelet.sh': 'apt-get install -y kubelet docker-ce\n' }],
    [
      'the kubelet is installed elsewhere',
      { 'setup/kubelet.sh': 'ls # docker\n', 'kubelet.sh': 'apt-get install -y kubelet\n' },
    ],
    [
      'it starts containers of its own',
      { 'setup/engine.sh': 'apt-get install -y docker-ce\ndocker run -d acme/web\n' },
    ],
    ['it starts a cluster in containers', { 'setup/engine.sh': 'apt-get install -y docker-ce\nkind create cluster\n' }],
    [
      'the folder is a collection of scripts for everything',
      Object.fromEntries([...'abcdefgh'].map((name) => [`setup/${name}.sh`, `apt-get install -y ${name}\n`])),
    ],
  ])('is not known to be for the node where %s', (_name, files: Files) => {
    expect(placeIn(files)).not.toContain('setup/kubelet.sh');
  });

  it('is the only one of the folder that is', () => {
    expect(placeIn({}, 'setup/client.sh')).toBe('unknown');
  });
});

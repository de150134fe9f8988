/** Docker Engine beside the kubelet's own runtime: the host runs containers with it, and nothing of them is the kubelet's. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

function unit(endpoint: string): string {
  return [
    '[Unit]',
    'Requires=docker.service',
    'After=docker.service',
    '[Service]',
    'Environment=KUBELET_IMAGE=registry.example.com/kubelet:v1.33.0',
    'ExecStartPre=/usr/bin/docker run -d --name kubelet --privileged \\',
    '  ${KUBELET_IMAGE} \\',
    `  --config=/etc/kubernetes/kubelet.yaml${endpoint}`,
    'ExecStart=docker logs -f kubelet',
    'ExecStop=docker stop kubelet',
    '',
  ].join('\n');
}

function found(text: string): readonly string[] {
  return lintTexts({ 'etc/systemd/system/kubelet.service': text }).findings.map(({ span, severity, rule }) => {
    const line = span.source.text.slice(0, span.start).split('\n').length;
    return `${line} ${severity} ${rule}`;
  });
}

describe('a kubelet that runs as a container of Docker', () => {
  it('and is given the socket of containerd needs Docker Engine on its host, and no dockershim', () => {
    const lines = found(unit(' \\\n  --container-runtime-endpoint=unix:///run/containerd/containerd.sock'));
    expect(lines.map((line) => line.split(' ')[1])).toEqual(lines.map(() => 'notice'));
    expect(lines).toContain('2 notice docker-service-unit');
    expect(lines).toContain('11 notice docker-cli-command');
  });

  it('and is given no other runtime goes with Docker', () => {
    const lines = found(unit(''));
    expect(lines).toContain('2 error docker-service-unit');
    expect(lines).toContain('9 error docker-cli-command');
  });
});

describe('an installer that configures containerd for the kubelet and installs Docker Engine too', () => {
  const linesOf = (files: Files) =>
    lintTexts(files).findings.map(({ span, severity, rule }) => {
      const line = span.source.text.slice(0, span.start).split('\n').length;
      return `${span.source.path}:${line} ${severity} ${rule}`;
    });
  const CONFIGURES = '- template: {src: config.toml, dest: /etc/containerd/config.toml}\n- command: kubeadm join\n';
  const FILES = {
    'roles/node/tasks/docker.yml':
      '- apt: {name: [docker-ce, containerd.io]}\n- service: {name: docker, state: started}\n',
    'roles/node/tasks/proxy.yml': '- command: docker run -d --name proxy proxy:1\n- command: docker logs proxy\n',
    'roles/logs/tasks/main.yml':
      '- shell: kubectl get pods\n- shell: docker images\n- shell: docker ps -f name=k8s_etcd\n',
    'roles/node/files/docker/daemon.json': '{"log-driver": "json-file"}\n',
  };

  it('has both on each machine, so that docker works there and is no way to the containers of the kubelet', () => {
    expect(linesOf({ 'roles/node/tasks/main.yml': CONFIGURES, ...FILES })).toEqual([
      'roles/logs/tasks/main.yml:2 warning docker-cli-command',
      'roles/logs/tasks/main.yml:3 error docker-cli-command',
      'roles/node/tasks/docker.yml:1 notice docker-engine-package',
      'roles/node/tasks/docker.yml:2 notice docker-service-unit',
      'roles/node/tasks/proxy.yml:1 notice docker-cli-command',
      'roles/node/tasks/proxy.yml:2 notice docker-cli-command',
    ]);
  });

  it('has one of them where the tasks ask for the runtime', () => {
    const chosen = '- apt: {name: docker-ce}\n  when: container_manager == "docker"\n';
    const lines = linesOf({ 'roles/node/tasks/main.yml': CONFIGURES, ...FILES, 'roles/node/tasks/docker.yml': chosen });
    expect(lines).toContain('roles/logs/tasks/main.yml:2 error docker-cli-command');
  });
});

describe('the tasks for a system that ships Docker Engine', () => {
  it('may use it beside the runtime that is configured for the kubelet', () => {
    const files = {
      'roles/node/tasks/main.yml':
        '- template: {src: config.toml, dest: /etc/containerd/config.toml}\n- command: kubeadm join\n',
      'roles/node/tasks/flatcar.yml':
        '- command: docker run -d --name driver driver:1\n- command: docker logs driver\n',
    };
    expect(lintTexts(files).findings.map(({ severity }) => severity)).toEqual(['notice', 'notice']);
  });
});

describe('a machine that gets Docker Engine beside a distribution with a containerd of its own', () => {
  const severity = (script: string) =>
    lintTexts({ 'user-data': `#cloud-config\nruncmd:\n- apt-get install -y docker.io\n- ${script}\n` }).findings.find(
      ({ rule }) => rule === 'docker-engine-package',
    )?.severity;

  it.each([
    ['curl -sfL https://get.k3s.io | sh -', 'notice'],
    ['curl -sfL https://get.rke2.io | sh -\n- systemctl enable --now rke2-server', 'notice'],
    ['snap install microk8s --classic', 'notice'],
    ['curl -sfL https://get.k3s.io | sh -s - --docker', 'warning'],
    ['kubeadm init', 'warning'],
    ['snap remove microk8s\n- systemctl restart kubelet', 'warning'],
    ['dpkg -l k3s\n- systemctl restart kubelet', 'warning'],
  ])('loses nothing: %s', (script, expected) => {
    expect(severity(script)).toBe(expected);
  });
});

describe('an image that is copied over the root of a machine', () => {
  const FILES = {
    'ROOTFS/etc/systemd/system/registry.service': '[Service]\nExecStart=/usr/bin/docker run -p 5000:5000 registry:2\n',
    'ROOTFS/opt/move.sh': '#!/bin/bash\nln -s /data/docker /var/lib/docker\nsystemctl restart k3s\n',
  };
  const severities = (dockerfile: string) => [
    ...new Set(lintTexts({ Dockerfile: dockerfile, ...FILES }).findings.map(({ severity }) => severity)),
  ];
  const IMAGE = 'FROM ubuntu\nRUN apt-get install -y docker-ce\nRUN curl -sfL https://get.k3s.io | sh -\n';

  it('gives its units and scripts the engine that it installs', () => {
    expect(severities(`${IMAGE}COPY ROOTFS/ /\n`)).toEqual(['notice']);
  });

  it('gives nothing to what it copies elsewhere', () => {
    expect(severities(`${IMAGE}COPY ROOTFS/ /usr/src/\n`)).toEqual(['warning']);
  });
});

describe('a script that installs Docker Engine and sets containerd up for the kubelet', () => {
  const said = (packages: string, line: string) => {
    const script = `#!/bin/bash\napt-get install -y ${packages}\n${line}\nkubeadm init\n`;
    const { findings } = lintTexts({ 'node.sh': script });
    return findings.map(({ severity, instead }) => `${severity} ${instead}`);
  };
  const SED = "sed -i 's/SystemdCgroup = false/SystemdCgroup = true/' /etc/containerd/config.toml";

  it('leaves an engine that nothing misses', () => {
    expect(said('docker-ce containerd.io', SED)).toEqual([expect.stringMatching(/^notice Drop it where nothing else/)]);
    expect(said('docker.io', SED)).toEqual([expect.stringMatching(/^notice Install containerd in its place where/)]);
  });

  it.each([
    'containerd config default > /etc/containerd/config.toml',
    'containerd config default | tee /etc/containerd/config.toml',
    'cat <<EOF > kubeadm.yaml\napiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  criSocket: unix:///run/crio/crio.sock\nEOF',
    'echo KUBELET_EXTRA_ARGS=--container-runtime-endpoint=unix:///run/containerd/containerd.sock > /etc/default/kubelet',
  ])('leaves one too that gives the kubelet its runtime so: %s', (line) => {
    expect(said('docker-ce containerd.io', line)[0]).toMatch(/^notice Drop it where nothing else/);
    expect(said('docker-ce', `if [ "$RUNTIME" = containerd ]; then\n${line}\nfi`)[0]).toMatch(/^warning /);
  });

  it('needs it where the kubelet may get either', () => {
    expect(said('docker-ce containerd.io', 'true')[0]).toMatch(/^warning /);
    expect(said('docker-ce', `if [ "$RUNTIME" = containerd ]; then\n  ${SED}\nfi`)[0]).toMatch(/^warning /);
  });
});

describe('a script that reads the state of RKE', () => {
  it('runs on nodes that have Docker Engine', () => {
    const script = (map: string) =>
      `#!/bin/bash\nkubectl --kubeconfig $(docker inspect kubelet)/node.yaml get configmap -n kube-system ${map} -o json\n`;
    const severities = (map: string) => lintTexts({ 'state.sh': script(map) }).findings.map(({ severity }) => severity);
    expect(severities('full-cluster-state')).not.toContain('error');
    expect(severities('kubeadm-config')).toContain('error');
  });
});

describe('a script that installs K3s on a machine with Docker Engine of its own', () => {
  const severities = (install: string) =>
    lintTexts({ 'setup.sh': `#!/bin/bash\ndocker ps -q | wc -l\n${install}\ndocker exec proxy true\n` }).findings.map(
      ({ severity }) => severity,
    );

  it('asks for containers that never were the kubelet’s', () => {
    expect(severities('curl -sfL https://get.k3s.io | sh -s - server --disable servicelb')).toEqual([
      'notice',
      'notice',
    ]);
    expect(severities('if [ -n "$EDGE" ]; then\n  k3s server\nelse\n  kubeadm init\nfi')).toContain('error');
  });
});

describe('a machine that gets a distribution with a containerd of its own', () => {
  const K3S = 'curl -sfL https://get.k3s.io | sh -\n';

  it('is not said to get Docker Engine', () => {
    const { findings } = lintTexts({ 'setup.sh': `#!/bin/bash\n${K3S}docker ps -q\nsystemctl restart docker\n` });
    expect(findings.map(({ message }) => message)).toEqual([
      '`docker ps -q` needs a Docker Engine beside the kubelet’s runtime, which the kubelet does not use',
      '`docker` belongs to a Docker Engine beside the kubelet’s runtime, and the kubelet does not use it',
    ]);
  });

  it('is a node where its configuration is written, whatever its hosts are called', () => {
    const play = (path: string) =>
      lintTexts({
        'site.yml': `- hosts: edge\n  tasks:\n  - shell: curl -sfL https://get.k3s.io | sh -\n  - copy:\n      dest: ${path}\n      content: |\n        kubelet-arg: ["network-plugin=cni"]\n`,
      }).findings.map(({ severity, placement }) => `${severity} ${placement.place}`);
    expect(play('/etc/rancher/k3s/config.yaml')).toEqual(['error node']);
    expect(play('/etc/rancher/rke2/config.yaml.d/10-node.yaml')).toEqual(['error node']);
  });
});

describe('a script that moves a node from Docker to another runtime', () => {
  const severities = (lines: string) =>
    lintTexts({ 'move.sh': `#!/bin/bash\n${lines}systemctl restart kubelet\n` }).findings.map(
      ({ severity }) => severity,
    );
  const MOVE =
    'echo KUBELET_EXTRA_ARGS=--container-runtime-endpoint=unix:///run/containerd/containerd.sock > /etc/default/kubelet\n';

  it.each([
    'docker rm -f $(docker ps -aq)',
    'docker ps -aq --filter name=k8s_ | xargs docker rm -f',
    'ids=$(docker ps -aq)\ndocker stop $ids',
    'docker rmi -f $(docker images -q)',
    'docker system prune -af',
  ])('may clear away what Docker still holds: %s', (line) => {
    expect(severities(`${MOVE}${line}\n`)).toEqual(['notice']);
    expect(severities(`${line}\n`)).toEqual(['error']);
    expect(severities(`${line}\n${MOVE}`)).toEqual(['error']);
  });

  it('finds nothing of the kubelet’s when it asks Docker', () => {
    expect(severities(`${MOVE}docker ps | grep k8s_etcd\n`)).toEqual(['error']);
    expect(severities(`if [ "$RUNTIME" = containerd ]; then\n${MOVE}fi\ndocker rm -f $(docker ps -aq)\n`)).toEqual([
      'error',
    ]);
  });
});

describe('a machine whose kubelet has another runtime from the start', () => {
  const clean = (contents: string) =>
    lintTexts({
      'worker.bu': `variant: flatcar\nversion: 1.1.0\nstorage:\n  files:\n    - path: /etc/kubernetes/kubelet.yaml\n      contents:\n        inline: |\n          apiVersion: kubelet.config.k8s.io/v1beta1\n          kind: KubeletConfiguration\n          containerRuntimeEndpoint: unix:///run/containerd/containerd.sock\n${contents}`,
    }).findings.map(({ severity, rule }) => `${severity} ${rule}`);

  it.each([
    'systemd:\n  units:\n    - name: clean.service\n      contents: |\n        [Service]\n        ExecStart=/usr/bin/docker image prune -af\n',
    '    - path: /opt/clean.sh\n      contents:\n        inline: |\n          #!/bin/sh\n          docker image prune -af\n',
  ])('goes on clearing away images that nobody has: %j', (contents) => {
    expect(clean(contents)).toEqual([expect.stringMatching(/^(?:error|warning) docker-cli-command$/)]);
  });
});

describe('a Docker Engine on a machine that only K3s makes a node', () => {
  const files = (call: string, start = '') => ({
    'setup.sh': `#!/bin/bash\n. lib/docker.sh\n. lib/node.sh\nadd_docker\nstart\n${start}`,
    'lib/docker.sh': 'add_docker() {\n  apt-get install -y docker.io\n}\n',
    'lib/node.sh': `start() {\n  ${call}\n}\n`,
  });
  const found = (call: string, start?: string) =>
    lintTexts(files(call, start))
      .findings.filter(({ rule }) => rule === 'docker-engine-package')
      .map(({ severity }) => severity);

  it('is beside the runtime that K3s brings', () => {
    expect(found('systemctl restart k3s')).toEqual(['notice']);
    expect(found('systemctl restart kubelet')).toEqual(['warning']);
  });

  it('is its runtime where K3s is told so', () => {
    expect(found('systemctl restart k3s', 'k3s server --docker\n')).toEqual(['warning']);
  });
});

describe('a Docker Engine that one script installs, beside another that', () => {
  const NODE = 'apt-get install -y kubelet kubeadm\n';
  const found = (other: string, main = './docker.sh\n./node.sh\n') =>
    lintTexts({ 'main.sh': `#!/bin/bash\n${main}`, 'docker.sh': 'apt-get install -y docker-ce\n', 'node.sh': other })
      .findings.filter(({ rule }) => rule === 'docker-engine-package')
      .map(({ severity }) => severity);

  it.each([
    'containerd config default > /etc/containerd/config.toml',
    "sed -i '/^disabled_plugins =/ s/^/# /' /etc/containerd/config.toml",
    'sed -i "s/disabled_plugins/#disabled_plugins/" /etc/containerd/config.toml',
  ])('gives the kubelet containerd is beside that: %s', (line) => {
    expect(found(`${NODE}${line}\n`)).toEqual(['notice']);
  });

  it.each([
    'systemctl restart containerd',
    "sed -i 's/^#disabled_plugins/disabled_plugins/' /etc/containerd/config.toml",
    "sed -i 's/a/b/' /etc/containerd/config.toml",
  ])('only sets up a node is its runtime: %s', (line) => {
    expect(found(`${NODE}${line}\n`)).toEqual(['warning']);
  });

  it('may be run instead of it is its runtime', () => {
    const containerd = 'containerd config default > /etc/containerd/config.toml\n';
    expect(found(containerd, `${NODE}case "$1" in docker) ./docker.sh;; *) ./node.sh;; esac\n`)).toEqual(['warning']);
    expect(found(`${NODE}${containerd}`, `./docker.sh\n${NODE}`)).toEqual(['warning']);
  });

  it('runs it on its own machine is beside that runtime, and on another one is not', () => {
    const containerd = 'containerd config default > /etc/containerd/config.toml\n';
    expect(found('', `${NODE}${containerd}./docker.sh\n`)).toEqual(['notice']);
    expect(found('', `${NODE}${containerd}ssh web bash -s < docker.sh\n`)).toEqual(['warning']);
  });
});

describe('a state of Salt', () => {
  const found = (include: string) =>
    lintTexts({
      'salt/top.sls': "base:\n  '*':\n    - node\n",
      'salt/node.sls': `include:\n${include}kubelet:\n  service.running: []\n`,
      'salt/engine/init.sls': 'docker-ce:\n  pkg.installed\n',
    }).findings.map(({ severity, rule }) => `${severity} ${rule}`);

  it('is for the node that includes it', () => {
    expect(found('  - engine\n')).toEqual(['warning docker-engine-package']);
  });

  it('counts only where what Jinja asks around the include holds', () => {
    const asked = "  {% if pillar['container_runtime'] == 'docker' %}\n  - engine\n  {% endif %}\n  - other\n";
    expect(found(asked)).toEqual(['notice docker-engine-package']);
  });
});

describe('tasks that clear Docker away where the kubelet has another runtime', () => {
  const found = (task: string) =>
    lintTexts({
      'roles/node/tasks/main.yml': '- command: kubeadm join --cri-socket unix:///run/containerd/containerd.sock\n',
      'roles/node/templates/join.yml':
        'kind: JoinConfiguration\napiVersion: kubeadm.k8s.io/v1beta4\nnodeRegistration:\n  criSocket: unix:///run/containerd/containerd.sock\n',
      'roles/docker/tasks/main.yml': '- apt: {name: docker-ce}\n',
      'roles/clean/tasks/main.yml': `- command: kubeadm reset\n${task}`,
    })
      .findings.filter(({ rule }) => rule === 'docker-cli-command')
      .map(({ severity }) => severity);

  it('may fail', () => {
    expect(found('- shell: docker rm -f $(docker ps -aq)\n  ignore_errors: true\n')).toEqual(['notice']);
    expect(found('- shell: docker rm -f $(docker ps -aq)\n')).toEqual(['warning']);
    expect(found('- shell: docker ps | grep etcd\n  ignore_errors: true\n')).not.toEqual(['notice']);
  });
});

/** On which machine the lines of one file happen: what is done there is judged there. */
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint.ts';
import { positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { lintOptions } from '../support/lint-options.ts';
import { placeOf } from './places.ts';

/** `path:line place severity` of every docker command that is found. */
function found(files: Files): readonly string[] {
  const inputs = Object.entries(files).map(([path, text]) => ({ path, text }));
  return lint(inputs, lintOptions())
    .findings.filter(({ rule }) => rule === 'docker-cli-command')
    .map(({ span, placement, severity }) => {
      const { line } = positionAt(span.source, span.start);
      return `${span.source.path}:${line} ${placement.place} ${severity}`;
    });
}

describe('a daemon.json that a ConfigMap holds', () => {
  const config = (name: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata:\n  daemon.json: '{"insecure-registries": ["reg.example"]}'\n`;
  const judged = (files: Files) =>
    lint(
      Object.entries(files).map(([path, text]) => ({ path, text })),
      lintOptions(),
    ).findings.map(({ severity, placement }) => `${severity} ${placement.place}`);

  it('is a file of nodes where no pod mounts it', () => {
    expect(judged({ 'cluster.yaml': config('docker') })).toEqual(['warning node']);
  });

  it('is for an engine in a pod that its name tells', () => {
    const files = { 'runner.yaml': config('builder-dind-config') };
    expect(judged(files)).toEqual(['notice node']);
    expect(lintTexts(files).findings[0]?.instead).toMatch(/^Leave it where the image runs dockerd itself/);
  });

  it('stays with the pods that mount it', () => {
    const pod = `---
apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: registry.example.com/a:1
      volumeMounts: [{name: c, mountPath: /etc/docker}, {name: n, mountPath: /node}]
  volumes: [{name: c, configMap: {name: docker}}, {name: n, hostPath: {path: /etc/docker}}]
`;
    expect(judged({ 'cluster.yaml': config('docker') + pod })).toEqual(['error workload', 'warning workload']);
  });
});

describe('a folder that is called after another platform', () => {
  const input =
    '<source>\n  @type tail\n  path /var/log/containers/*.log\n  <parse>\n    @type json\n  </parse>\n</source>\n';
  const severities = (path: string) =>
    lint([{ path, text: input }], lintOptions()).findings.map(({ severity }) => severity);

  it.each([
    ['logs/aws-ecs/fluent.conf', ['notice']],
    ['shipper-ecs-ec2/fluent.conf', ['notice']],
    ['logs/alibaba-ecs/fluent.conf', ['warning']],
  ])('%s', (path, expected) => {
    expect(severities(path)).toEqual(expected);
  });
});

describe('a script that a ConfigMap holds', () => {
  const script = (line: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  run.sh: |\n    #!/bin/sh\n    ${line}\n`;

  it.each([
    ['nsenter -t 1 -m -u -i -n -- docker ps', 'node'],
    ["nsenter --target 1 --mount sh -c 'docker ps'", 'node'],
    ['chroot /host docker ps', 'node'],
    ['docker ps', 'workload'],
    ['nsenter -t "$PID" -n -- docker ps', 'workload'],
  ])('runs `%s` on a %s', (line, place) => {
    expect(found({ 'setup.yaml': script(line) })).toEqual([`setup.yaml:7 ${place} error`]);
  });
});

describe('another machine', () => {
  it('is a node where kubectl get nodes printed its name', () => {
    const loop = 'for n in $(kubectl get nodes -o name); do\n  ssh "${n#node/}" sudo docker ps\ndone\ndocker ps\n';
    expect(found({ 'hack/list.sh': loop })).toEqual(['hack/list.sh:2 node error']);
  });

  it.each([
    '$(kubectl get pod "$1" -o jsonpath=\'{.spec.nodeName}\')',
    "$(kubectl -n kube-system get pod web -o go-template='{{.status.hostIP}}')",
  ])('is a node where a pod tells that it runs there: %s', (asked) => {
    expect(found({ 'hack/pid.sh': `node=${asked}\nssh "$node" docker ps\n` })).toEqual(['hack/pid.sh:2 node error']);
  });

  it('is no node where a pod only tells its own address', () => {
    const text = 'ip=$(kubectl get pod web -o jsonpath=\'{.status.podIP}\')\nssh "$ip" docker ps\n';
    expect(found({ 'hack/pid.sh': text })).toEqual(['hack/pid.sh:2 unknown notice']);
  });

  it.each([
    '@for n in $(NODES); do ssh $$n docker ps -q; done',
    '$(foreach n,$(NODES),ssh core@$(n) docker ps -q;)',
    'ssh $(NODES) docker ps -q',
    '$(call on,$(NODES),docker ps -q)',
  ])('is a node where make asked for its name: %s', (line) => {
    const make = (names: string) =>
      found({ Makefile: `NODES := $(shell ${names})\non = ssh $(1) "$(2)"\nall:\n\t${line}\n` });
    expect(make('kubectl get nodes -o name')).toEqual(['Makefile:4 node error']);
    expect(make("kubectl get pod web -o jsonpath='{.status.hostIP}'")).toEqual(['Makefile:4 node error']);
    expect(make('gcloud compute instances list --filter=labels.goog-gke-node')).toEqual(['Makefile:4 node error']);
    expect(make('kubectl get pods -o name')).toEqual(['Makefile:4 unknown notice']);
    expect(make('cat builders')).toEqual(['Makefile:4 unknown notice']);
  });

  it('is a node where a loop reads what kubectl get nodes printed', () => {
    const loop = 'kubectl get nodes -o name | while read -r node; do\n  ssh "$node" docker ps\ndone\n';
    expect(found({ 'hack/list.sh': loop })).toEqual(['hack/list.sh:2 node error']);
  });

  it('is the same one wherever the file names it alike', () => {
    const text =
      "ssh root@10.0.0.5 'kubeadm upgrade node'\nssh root@10.0.0.5 'docker ps'\nssh root@10.0.0.6 'docker ps'\n";
    expect(found({ 'ci/upgrade.sh': text })).toEqual(['ci/upgrade.sh:2 node error', 'ci/upgrade.sh:3 unknown notice']);
  });

  it('shows a node by its name as a reason', () => {
    const files = {
      'run.sh': 'ssh kube-master-1 docker ps\n',
      'kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n',
    };
    const [finding] = lintTexts(files).findings;
    expect(finding?.placement).toEqual({
      place: 'node',
      evidence: [{ kind: 'hosts', are: 'cluster-group', name: 'kube-master-1' }],
      atMost: 'warning',
    });
  });

  it('says nothing about the machine from which it is reached', () => {
    expect(placeOf('a.sh', { 'a.sh': 'ssh root@10.0.0.5 kubeadm join\n' })).toBe('unknown');
  });
});

describe('a machine that is called like one of a cluster', () => {
  const found = (host: string, beside: string) =>
    lint(
      [
        {
          path: 'setup/docker.sh',
          text: `#!/bin/bash\nfor n in ${host}; do ssh -q $n "systemctl restart docker"; done\n`,
        },
        { path: 'setup/packages.sh', text: `#!/bin/bash\nssh a "yum install -y ${beside}"\n` },
      ],
      lintOptions(),
    ).findings.map(({ severity }) => severity);

  it('is a node in a folder that speaks of what nodes have, with a warning at most', () => {
    expect(found('master-a worker-b', 'kubelet')).toEqual(['warning']);
    expect(found('k8s-node1', 'kubelet')).toEqual(['warning']);
  });

  it('is any machine elsewhere, and where it is called otherwise', () => {
    expect(found('master-a worker-b', 'hadoop')).toEqual(['notice']);
    expect(found('db1', 'kubelet')).toEqual(['notice']);
  });
});

describe('what stands inside a container', () => {
  it.each([
    'docker exec kind-control-plane crictl ps',
    'kubectl exec agent -- crictl ps',
    'docker run --rm a/b kubeadm reset',
  ])('makes the script around it no node: %s', (line) => {
    expect(placeOf('a.sh', { 'a.sh': `${line}\n` })).not.toBe('node');
  });

  it('runs on the host where the pod leaves it', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  hostPID: true\n  containers:\n    - name: c\n      image: a/b\n      command: [nsenter, -t, "1", -m, --, docker, ps]\n';
    expect(found({ 'pod.yaml': pod })).toEqual(['pod.yaml:9 node error']);
  });
});

describe('the hosts of a play', () => {
  const play = (hosts: string) => `- hosts: ${hosts}\n  tasks:\n    - command: docker ps\n`;

  it('are nodes where the group is one of a cluster, with a warning at most', () => {
    expect(found({ 'p.yml': play('kube_control_plane'), 'q.yml': play('builders') })).toEqual([
      'p.yml:3 node warning',
      'q.yml:3 unknown notice',
    ]);
  });

  it('are nodes where another play does to them what only nodes do', () => {
    const files = {
      'playbooks/p.yml': play('east'),
      'playbooks/join.yml': '- hosts: east\n  tasks:\n    - command: kubeadm join\n',
    };
    expect(found(files)).toEqual(['playbooks/p.yml:3 node error']);
  });
});

describe('names', () => {
  it('make no node where nothing beside them speaks of one', () => {
    expect(placeOf('packer/setup.sh', { 'packer/setup.sh': 'docker ps\n' })).toBe('unknown');
    expect(placeOf('packer/setup.sh', { 'packer/setup.sh': 'docker ps\n', 'packer/kube.sh': 'kubelet --v=2\n' })).toBe(
      'node',
    );
  });

  it('of a build do not hide that it makes its machine a node', () => {
    const files = {
      'image/build.sh': './kubelet.sh\n./images.sh\n',
      'image/kubelet.sh': 'systemctl enable kubelet\n',
      'image/images.sh': 'docker ps\n',
    };
    expect(placeOf('image/images.sh', files)).toBe('node');
  });
});

describe('an engine of its own', () => {
  it('answers what asks it, and knows nothing of the kubelet’s containers', () => {
    const text = 'apt-get install -y docker.io kubelet\ndocker run -d app\ndocker ps\ndocker logs k8s_kube-proxy\n';
    expect(found({ 'node.sh': text })).toEqual([
      'node.sh:2 node notice',
      'node.sh:3 node warning',
      'node.sh:4 node error',
    ]);
  });

  it('is there where the nodes of a cluster are containers', () => {
    expect(found({ 'up.sh': 'kind create cluster\ndocker cp /opt/cni/bin/x n:/opt/cni/bin/\ndocker ps\n' })).toEqual(
      [],
    );
  });
});

describe('the ansible command', () => {
  it.each<readonly [string, string]>([
    ['k8s-cluster', 'ops.sh:1 node warning'],
    ['printers', 'ops.sh:1 unknown notice'],
  ])('acts on the hosts of its group: %s', (group, expected) => {
    expect(found({ 'ops.sh': `ansible ${group} -m shell -a "docker ps"\n` })).toEqual([expected]);
  });
});

describe('a path behind a helper that reaches other machines', () => {
  it.each([
    ['$ssh node01 -- ls /etc/cni/net.d', 'an option of a variable that is called ssh'],
    ['docker run --rm acme/tool copy /etc/kubernetes/admin.conf', 'an argument inside a container'],
  ])('says nothing about the machine of the script: %s', (line) => {
    expect(placeOf('up.sh', { 'up.sh': `${line}\n` })).toBe('unknown');
  });
});

describe('a script that is called bootstrap.sh', () => {
  it('makes a node where it is the one of EKS', () => {
    expect(placeOf('up.sh', { 'up.sh': '/etc/eks/bootstrap.sh acme\n' })).toBe('node');
    expect(placeOf('up.sh', { 'up.sh': './bootstrap.sh acme\n' })).toBe('unknown');
  });
});

describe('a script that only names a path of nodes', () => {
  it('is loud, and no error', () => {
    expect(found({ 'run.sh': 'ls /opt/cni/bin\ndocker inspect a\n' })).toEqual(['run.sh:2 node warning']);
    expect(found({ 'run.sh': 'systemctl restart kubelet\ndocker inspect a\n' })).toEqual(['run.sh:2 node error']);
  });
});

describe('another machine, reached from a task that only stands beside those of nodes', () => {
  it('is not known', () => {
    const files = {
      'roles/node/tasks/main.yml': '- command: kubeadm join\n',
      'roles/guests/tasks/main.yml': '- shell: pct exec {{ item.id }} -- docker ps -q\n',
    };
    expect(found(files)).toEqual(['roles/guests/tasks/main.yml:1 unknown notice']);
  });
});

describe('a play beside those of nodes', () => {
  it.each([
    ['runners', 'unknown notice'],
    ['workers', 'node error'],
    ['runners:workers', 'node warning'],
  ])('on %s', (hosts, expected) => {
    const files = {
      'playbooks/node.yml': '- hosts: workers\n  tasks: [{command: kubeadm join}]\n',
      'playbooks/engine.yml': `- hosts: ${hosts}\n  tasks: [{command: docker inspect a}]\n`,
    };
    expect(found(files)).toEqual([`playbooks/engine.yml:2 ${expected}`]);
  });
});

describe('a server that starts containers with the engine which it installs', () => {
  it('is no node for its name, or for what stands beside it', () => {
    const server = 'apt-get install -y docker.io\ndocker run -d acme/proxy\n';
    const others = { 'up/userdata-a.sh': 'kubeadm join\n', 'up/userdata-b.sh': 'kubeadm join\n' };
    expect(placeOf('up/userdata-proxy.sh', { ...others, 'up/userdata-proxy.sh': server })).toBe('unknown');
    expect(placeOf('up/userdata-proxy.sh', { ...others, 'up/userdata-proxy.sh': `${server}kubeadm join\n` })).toBe(
      'node',
    );
  });
});

describe('a script that nobody runs as a whole', () => {
  it('is loud, and no error, where its lines are sentences too', () => {
    const steps = '1. Stop the kubelet first\nsystemctl stop kubelet\n2. Look for the container\ndocker inspect a\n';
    expect(found({ 'disk.sh': steps })).toEqual(['disk.sh:4 node warning']);
    expect(found({ 'disk.sh': steps.replaceAll(/^\d\. (.*)/gm, '# $1') })).toEqual(['disk.sh:4 node error']);
    expect(found({ 'disk.sh': `#!/bin/sh\n${steps}` })).toEqual(['disk.sh:5 node error']);
  });
});

describe('a pipeline that copies a log out of a container', () => {
  it('does not ask for the containers that its path speaks of', () => {
    const job =
      'jobs:\n  a:\n    steps:\n      - run: docker cp acme-worker:/var/log/kubernetes/kube-apiserver-audit.log .\n';
    expect(found({ '.github/workflows/a.yaml': job })).toEqual([]);
  });
});

describe('a file of test data', () => {
  const script = 'kubeadm reset -f\ndocker rm -f k8s_a\n';
  it.each([
    ['tests/data/clean.sh', 'ci'],
    ['e2e/fixtures/clean.sh', 'ci'],
    ['tests/clean.sh', 'unknown'],
  ])('is run by nobody: %s', (path, place) => {
    expect(placeOf(path, { [path]: script })).toBe(place);
  });
});

describe('an engine in the pod', () => {
  const pod = (sidecar: string, more: string) => `apiVersion: v1
kind: Pod
metadata: {name: builder}
spec:
  ${more}
  containers:
    - {name: build, image: acme/builder, command: [/build.sh]}
    - {name: engine, image: "${sidecar}", securityContext: {privileged: true}}
`;
  const files = (sidecar: string, more = 'hostNetwork: true') => ({
    'pod.yaml': pod(sidecar, more),
    'build.sh': 'until docker ps; do sleep 1; done\ndocker inspect built\n',
  });

  it('answers the script that a container of the pod starts', () => {
    expect(found(files('docker:24-dind'))).toEqual([]);
  });

  it.each([
    ['with the variable of docker:dind, as only its own machine', true, 'DOCKER_TLS_CERTDIR', []],
    ['of a client, which it is without rights', false, 'DOCKER_TLS_CERTDIR', ['build.sh:1 workload error']],
    ['with another variable', true, 'DOCKER_CERT_PATH', ['build.sh:1 workload error']],
  ] as const)('answers it in a container %s', (_, privileged, name, expected) => {
    const text = pod('acme/engine', 'hostNetwork: true').replace(
      'securityContext: {privileged: true}',
      `env: [{name: ${name}, value: /certs}], securityContext: {privileged: ${privileged}}`,
    );
    expect(found({ 'pod.yaml': text, 'build.sh': 'docker inspect built\n' })).toEqual(expected);
  });

  it.each([
    ['', []],
    ['hostPID: true', ['build.sh:1 workload notice']],
  ])('is the one that gets a daemon.json, unless the pod sees the processes of the node: %j', (more, expected) => {
    const text = `apiVersion: v1
kind: Pod
metadata: {name: builder}
spec:
  ${more}
  containers:
    - {name: build, image: acme/builder, command: [/build.sh], volumeMounts: [{name: c, mountPath: /etc/docker}]}
  volumes: [{name: c, configMap: {name: engine}}, {name: s, hostPath: {path: /srv}}]
`;
    expect(found({ 'pod.yaml': text, 'build.sh': 'docker inspect built\n' })).toEqual(expected);
  });

  it('does not, where the pod has none', () => {
    expect(found(files('acme/proxy'))).toEqual(['build.sh:1 workload error', 'build.sh:2 workload error']);
  });

  it('is missing on every node, where nothing leads to one', () => {
    const own = 'volumes: [{name: run, emptyDir: {}}, {name: logs, hostPath: {path: /var/log}}]';
    expect(found(files('acme/proxy', own))).toEqual(['build.sh:1 workload notice', 'build.sh:2 workload notice']);
  });

  it.each(['/', '/var', '/var/run', '/run/', '/host/run', '/opt/docker', '{{ .folder }}'])(
    'is that of the node, where its socket may stand below %s',
    (path) => {
      const own = `volumes: [{name: run, hostPath: {path: "${path}"}}]`;
      expect(found(files('acme/proxy', own)).filter((one) => one.startsWith('build.sh'))).toEqual([
        'build.sh:1 workload error',
        'build.sh:2 workload error',
      ]);
    },
  );
});

describe('a Compose application', () => {
  const compose = { 'docker-compose.yml': 'services: {db: {image: postgres}}\n', 'backup.sh': 'docker ps\n' };

  it('is nothing of Kubernetes where no file speaks of it', () => {
    expect(placeOf('backup.sh', compose)).toBe('dev');
    expect(placeOf('backup.sh', { ...compose, 'deploy.sh': 'kubectl apply -f .\n' })).toBe('unknown');
  });

  it('has what it mounts, unless that is known to run elsewhere', () => {
    const mounting = 'services:\n  db:\n    image: postgres\n    volumes:\n    - ./run.sh:/run.sh\n';
    const place = (text: string) =>
      placeOf('run.sh', { 'docker-compose.yml': mounting, 'run.sh': text, 'deploy.sh': 'kubectl apply -f .\n' });
    expect(place('docker ps\n')).toBe('dev');
    expect(place('kubeadm join\ndocker ps\n')).toBe('node');
  });
});

/** Whose Docker a line is about: the node's, one that the script starts for itself, one in another form, or none that is there. */
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/text/source.ts';
import { type Files, bareLinesOf as linesOf, lintTexts } from '../support/in-memory.ts';

const NODE = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';

describe('a folder of Docker that is asked for and then made', () => {
  it('is told where it is made', () => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}[ -d /etc/docker ] || {\n  mkdir /etc/docker\n}\n` })).toEqual([
      '4 notice docker-daemon-config',
    ]);
  });
});

describe('a cgroup that docker names', () => {
  const script = 'cat "/sys/fs/cgroup/memory/docker/$id/memory.stat"\n';
  it('is loud on a node only', () => {
    expect(linesOf({ 'bench/rss.sh': script })).toEqual(['1 notice docker-container-id-prefix']);
    expect(linesOf({ 'nodes/join.sh': NODE + script })).toEqual(['3 warning docker-container-id-prefix']);
  });
});

describe('a branch for docker in another form', () => {
  it('is not the usual one where the usual choice is docker', () => {
    const files = {
      'roles/runtime/defaults/main.yml': 'container_runtime: docker\n',
      'roles/runtime/tasks/main.yml':
        "- command: kubeadm join a\n- include_tasks: docker.yml\n  when: container_runtime == 'docker'\n",
      'roles/runtime/tasks/docker.yml':
        "- command: docker ps\n- command: docker ps -a\n  when: container_runtime == 'nvidia-docker'\n",
    };
    expect(linesOf(files).filter((line) => line.includes('command'))).toEqual([
      '1 error docker-cli-command',
      '2 notice docker-cli-command',
    ]);
  });
});

describe('a container that the script knows by a variable', () => {
  const told = (line: string) =>
    linesOf({ 'nodes/join.sh': `${NODE}${line}\ndocker cp "${'${id}'}:/bin/tool" /usr/bin\ndocker rm $id\n` });

  it.each(['id=$(docker run -d acme/tool)', 'id=`sudo docker run -d acme/tool`'])('is its own: %s', (line) => {
    expect(told(line)).toEqual([
      '3 warning docker-cli-command',
      '4 warning docker-cli-command',
      '5 warning docker-cli-command',
    ]);
  });

  it.each(['id=$(docker create acme/tool)', 'id=`sudo docker create acme/tool`'])(
    'is told once where files are taken out of its image: %s',
    (line) => {
      expect(told(line)).toEqual(['3 warning docker-cli-command']);
    },
  );
});

describe('a container that one line starts and copies from', () => {
  it('is none of the kubelet’s, whatever it is called', () => {
    const line = 'id=$(docker run -d --name kube-tools acme/tools sleep 9) && docker cp x$id:/bin/kubeadm /opt/bin/\n';
    expect(linesOf({ 'get.sh': line })).toEqual(['1 notice docker-cli-command', '1 notice docker-cli-command']);
  });

  it('but one that is found by a name of the kubelet’s is', () => {
    const line = 'id=$(docker ps -qf name=kube-proxy) && docker cp x$id:/bin/tool /opt/bin/\n';
    expect(linesOf({ 'get.sh': line })).toEqual(['1 error docker-cli-command']);
  });
});

describe('an image that pods run', () => {
  it('may hold programs of Docker', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: acme/tool
`;
    expect(linesOf({ 'pod.yaml': pod, 'tool/Dockerfile': 'FROM debian\nRUN apt-get install -y docker-ce\n' })).toEqual([
      '2 notice docker-engine-package',
    ]);
  });
});

describe('a client that a container installs', () => {
  const job = (container: string, sidecar = '') => `apiVersion: batch/v1
kind: Job
metadata: {name: build}
spec:
  template:
    spec:
      containers:
${sidecar}        - name: build
          image: debian
          command: [sh, -c]
          args:
            - |
              apt-get install -y docker.io
              docker pull acme/base
${container}`;
  const address = (value: string) => `          env: [{name: DOCKER_HOST, value: "${value}"}]\n`;

  it('is right where an engine answers it', () => {
    const sidecar = '        - {name: dind, image: docker:27-dind}\n';
    expect(linesOf({ 'job.yaml': job('', sidecar) })).toEqual([]);
    expect(linesOf({ 'job.yaml': job(address('tcp://engine.builds:2376')) })).toEqual([]);
  });

  it.each(['', address('tcp://$(HOST_IP):2375')])(
    'has none to talk to otherwise, and the node gets no package',
    (env) => {
      expect(linesOf({ 'job.yaml': job(env) }).filter((line) => !line.includes('endpoint'))).toEqual([
        '13 notice docker-engine-package',
        '14 warning node-local-image-build',
      ]);
    },
  );
});

describe('the addresses that an engine of the chart listens on', () => {
  const chart = {
    'app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
    'app/templates/daemon.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: builder}\ndata:\n  daemon.json: |\n    {{- .Values.builder | toJson | nindent 4 }}\n',
  };

  it('are no endpoint that a client is told', () => {
    const values =
      'builder:\n  hosts: ["unix:///var/run/docker.sock", "tcp://0.0.0.0:1300"]\n  metrics-addr: 0.0.0.0:9323\n';
    expect(linesOf({ ...chart, 'app/values.yaml': values }).filter((line) => line.includes('endpoint'))).toEqual([]);
  });

  it('are one beside settings of another program', () => {
    const values = 'builder:\n  hosts: ["unix:///var/run/docker.sock"]\n  interval: 10s\n';
    const agent = {
      'app/templates/daemon.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: agent}\ndata:\n  agent.yaml: |\n    {{- .Values.builder | toYaml | nindent 4 }}\n',
    };
    expect(linesOf({ ...chart, ...agent, 'app/values.yaml': values })).toEqual(['2 error docker-socket-endpoint']);
  });
});

describe('the lines of a script that make one file of dockerd', () => {
  const shown = (text: string) =>
    lintTexts({ 'node.sh': NODE + text }).findings.map(({ span, rule, related }) => {
      const line = (one: Span) => one.source.text.slice(0, one.start).split('\n').length;
      return `${line(span)} ${rule} with ${related.map((one) => line(one.span)).join(', ')}`;
    });

  it('are a notice where a folder for drop-ins stays empty', () => {
    expect(linesOf({ 'node.sh': `${NODE}mkdir -p /etc/systemd/system/docker.service.d\n` })).toEqual([
      '3 notice docker-daemon-config',
    ]);
  });

  it.each<readonly [string, string, readonly string[]]>([
    [
      'are told at the file, and its folder is shown',
      'mkdir -p /etc/docker\nprintf \'{"log-driver": "journald"}\' > /etc/docker/daemon.json\n',
      ['4 docker-daemon-config with 4, 3'],
    ],
    [
      'are told once for each drop-in, and the folder with the first',
      'D=/etc/systemd/system/docker.service.d\nmkdir -p $D\ncp proxy.conf $D/proxy.conf\ncp env.conf $D/env.conf\n',
      ['5 docker-daemon-config with 3, 4', '6 docker-daemon-config with 3'],
    ],
    [
      'are told at the folder where nothing is written into it',
      'mkdir -p /etc/docker\n',
      ['3 docker-daemon-config with '],
    ],
    [
      'are not told at what a file is copied from',
      'cp /etc/docker/daemon.json /etc/docker/daemon.json.old\n',
      ['3 docker-daemon-config with '],
    ],
    [
      'are not told at a variable that goes into the file',
      'export DOCKER_GRAPH=/data\ncat > /etc/docker/daemon.json <<EOF\n{"data-root": "$DOCKER_GRAPH"}\nEOF\n',
      ['4 docker-daemon-config with 3, 5'],
    ],
    [
      'are told at a variable that goes nowhere',
      'export DOCKER_GRAPH=/data\ncat > /etc/docker/daemon.json <<EOF\n{"data-root": "/other"}\nEOF\n',
      ['3 docker-daemon-config with ', '4 docker-daemon-config with 5'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

describe('images that a script on a node only handles', () => {
  const MANAGES = '#!/bin/bash\nsystemctl restart kubelet\n';

  it.each<readonly [string, string, readonly string[]]>([
    [
      'that it fills a registry with are no images of the node',
      'docker pull k8s.example/pause:3\ndocker tag k8s.example/pause:3 my.example/pause:3\ndocker push my.example/pause:3\ndocker rmi my.example/pause:3\n',
      [
        '3 notice node-local-image-build',
        '4 notice docker-cli-command',
        '5 notice docker-cli-command',
        '6 notice docker-cli-command',
      ],
    ],
    [
      'that it pulls under another name are told at the pull',
      'for i in a b; do\n  docker pull my.example/$i\n  docker tag my.example/$i k8s.example/$i\n  docker rmi my.example/$i\ndone\n',
      ['4 warning node-local-image-build', '5 notice docker-cli-command', '6 notice docker-cli-command'],
    ],
    ['that it did not bring are the kubelet’s', 'docker rmi my.example/old:1\n', ['3 error docker-cli-command']],
  ])('%s', (_, text, expected) => {
    expect(linesOf({ 'node.sh': MANAGES + text })).toEqual(expected);
  });
});

describe('a flag of the kubelet with the socket of Docker', () => {
  it.each([
    ['--docker-endpoint', 'kubelet-dockershim-flag'],
    ['--container-runtime-endpoint', 'dockershim-socket'],
  ])('%s is told once', (flag, rule) => {
    expect(linesOf({ 'node.sh': `#!/bin/bash\nkubelet ${flag}=unix:///var/run/docker.sock --v=2\n` })).toEqual([
      `2 error ${rule}`,
    ]);
  });
});

describe('packages that a task keeps among its own variables', () => {
  const playbook = `- hosts: workers
  tasks:
  - apt: {name: "{{ packages }}"}
    vars:
      packages:
      - docker-ce
      - docker-ce-cli
      - kubelet
  handlers:
  - name: start the engine
    service: {name: docker, state: started}
`;

  it('are installed by the task, with the command line beside the engine', () => {
    expect(linesOf({ 'site.yml': playbook })).toEqual([
      '6 warning docker-engine-package',
      '11 notice docker-service-unit',
    ]);
  });
});

describe('an engine in a container', () => {
  const pod = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: runner}
spec:
  containers:
    - name: runner
      image: ${image}
`;

  it('answers at the socket that an image on docker:dind names', () => {
    const socket = 'ENV DOCKER_HOST=unix:///run/user/1000/docker.sock\n';
    const files = (base: string) => ({
      'pod.yaml': pod('acme/runner'),
      'runner/Dockerfile': `FROM ${base}\n${socket}`,
    });
    expect(linesOf(files('docker:28-dind-rootless'))).toEqual([]);
    expect(linesOf(files('debian:13'))).toEqual(['2 error docker-socket-endpoint']);
  });

  it('reads what an image tells dockerd', () => {
    const image = 'FROM debian:13\nRUN echo \'DOCKER_OPTS="--data-root=/graph"\' > /etc/default/docker\n';
    expect(linesOf({ 'pod.yaml': pod('acme/runner'), 'runner/Dockerfile': image })).toEqual([
      '2 notice docker-daemon-config',
    ]);
  });

  const values = (command: string) => `container:
  image: {registry: docker.io, repository: acme/tool, tag: 1.0.0}
  command:
    - sh
    - -c
    - |
      rm -f /var/run/tool.pid
      ${command}
configMaps:
  config:
    data:
      daemon.json: |
        {
          "storage-driver": "overlay2",
          "insecure-registries": ["registry.acme.example:5000"]
        }
      clean.sh: |
        #!/bin/sh
        docker pull acme/clean
        docker run --rm -v /var/run/docker.sock:/var/run/docker.sock acme/clean
`;

  it('is driven by the scripts of a chart whose container starts it', () => {
    const files = (command: string) => ({
      'a/Chart.yaml': 'name: a\nversion: 1.0.0\n',
      'a/values.yaml': values(command),
    });
    expect(linesOf(files('dockerd'))).toEqual(['20 notice docker-cli-command']);
    expect(linesOf(files('tool')).filter((line) => !line.includes('notice'))).toEqual([
      '15 warning docker-daemon-config',
      '20 warning docker-cli-command',
    ]);
  });

  it('keeps its images where a chart says so under its name', () => {
    const files = (name: string) => ({
      'a/Chart.yaml': 'name: a\nversion: 1.0.0\n',
      'a/values.yaml': `${name}:\n  storage: {hostPath: /var/lib/docker}\n`,
    });
    expect(linesOf(files('dind'))).toEqual([]);
    expect(linesOf(files('dindDaemon'))).toEqual([]);
    expect(linesOf(files('scan'))).toEqual(['2 warning docker-host-path']);
  });

  it('reads the daemon.json beside the supervisor that starts it', () => {
    const files = (program: string) => ({
      'check.sh': '#!/bin/bash\nkubectl get nodes\n',
      'jail/daemon.json': '{"default-runtime": "nvidia", "data-root": "/graph"}\n',
      'jail/supervisord.conf': `[program:a]\ncommand=/opt/run.sh chroot /jail /usr/bin/${program}\n`,
    });
    const told = (program: string) => linesOf(files(program)).filter((line) => line.includes('daemon-config'));
    expect(told('dockerd')).toEqual([]);
    expect(told('slurmd')).toEqual(['1 warning docker-daemon-config']);
  });

  it('is not one of a container where a unit of a ConfigMap starts it', () => {
    const unit = `apiVersion: v1
kind: ConfigMap
metadata: {name: units}
data:
  docker.service: |
    [Service]
    ExecStart=/usr/bin/dockerd
`;
    expect(linesOf({ 'units.yaml': unit })).toEqual(['7 warning docker-service-unit']);
  });
});

describe('a file for Docker beside the same for another runtime', () => {
  const agent = `apiVersion: v1
kind: ConfigMap
metadata: {name: agent}
data:
  fluent-bit.conf: |
    [INPUT]
        Name tail
        Path /var/log/containers/*.log
        Parser docker
`;

  it.each([
    ['agent-docker.yaml', 'agent-containerd.yaml'],
    ['docker-agent.yaml', 'cri-agent.yaml'],
  ])('is one of two to choose from: %s, %s', (docker, other) => {
    expect(linesOf({ [docker]: agent })).toEqual(['9 warning docker-log-format']);
    expect(linesOf({ [docker]: agent, [other]: agent.replace('docker', 'cri') })).toEqual([
      '9 notice docker-log-format',
    ]);
  });
});

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

describe('a client of Docker in a pod that mounts the socket', () => {
  it.each(['DOCKER_HOST', 'CORE_VM_ENDPOINT'])('is one finding with the mount: %s', (name) => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: builder}
spec:
  containers:
    - name: builder
      image: acme/builder
      env:
        - {name: ${name}, value: 'unix:///var/run/docker.sock'}
      volumeMounts:
        - {name: socket, mountPath: /var/run/docker.sock}
  volumes:
    - {name: socket, hostPath: {path: /var/run/docker.sock}}
`;
    const { findings } = lintTexts({ 'pod.yaml': pod });
    expect(findings.map(({ rule, related }) => [rule, related.map(({ span }) => textOf(span))])).toEqual([
      ['docker-socket-mount', ['/var/run/docker.sock', 'unix:///var/run/docker.sock']],
    ]);
  });
});

describe('a client of Docker that a ConfigMap tells where the socket is', () => {
  const files = (at: string) => ({
    'peer.yaml': `apiVersion: v1
kind: Pod
metadata: {name: peer}
spec:
  containers:
    - name: peer
      image: acme/peer
      envFrom: [{configMapRef: {name: peer-env}}]
      volumeMounts: [{name: socket, mountPath: ${at}}]
  volumes: [{name: socket, hostPath: {path: /var/run/docker.sock}}]
`,
    'env.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: peer-env}\ndata: {CORE_VM_ENDPOINT: "unix:///host/run/docker.sock"}\n',
  });
  const told = (at: string) =>
    lintTexts(files(at)).findings.map(({ rule, related }) => [rule, related.map(({ span }) => span.source.path)]);

  it('is one finding with the mount', () => {
    expect(told('/host/run/docker.sock')).toEqual([['docker-socket-mount', ['peer.yaml', 'env.yaml']]]);
  });

  it('is told by itself where the mount is elsewhere', () => {
    expect(told('/run/docker.sock').map(([rule]) => rule)).toEqual(['docker-socket-endpoint', 'docker-socket-mount']);
  });
});

describe('a machine of which nothing tells that it is a node', () => {
  it('reads its daemon.json where the script installs Docker Engine', () => {
    const script = `#!/bin/sh
apt-get install -y docker-ce
cat > /etc/docker/daemon.json <<EOF
{"registry-mirrors": ["https://mirror.acme.example"]}
EOF
`;
    const told = (path: string, text: string) => linesOf({ [path]: text }).filter((line) => line.includes('config'));
    expect(told('tools/get.sh', script)).toEqual(['3 notice docker-daemon-config']);
    expect(told('tools/get.sh', `${script}kubeadm join --config /etc/join.yaml\n`)).toEqual([
      '3 warning docker-daemon-config',
    ]);
  });
});

describe('a client of Docker in a container without the socket', () => {
  const pod = (mount: string) => `apiVersion: v1
kind: Pod
metadata: {name: cli}
spec:
  containers:
    - name: cli
      image: acme/fabric-tools
      env:
        - {name: CORE_VM_ENDPOINT, value: 'unix:///host/var/run/docker.sock'}
      volumeMounts: [{name: v, mountPath: ${mount}}]
  volumes: [{name: v, emptyDir: {}}]
`;

  it('never found an engine there', () => {
    expect(linesOf({ 'pod.yaml': pod('/data') })).toEqual(['9 notice docker-socket-endpoint']);
    expect(linesOf({ 'pod.yaml': pod('/host/var/run') })).toEqual(['9 error docker-socket-endpoint']);
  });
});

describe('containers that Compose starts', () => {
  it('are none of the kubelet’s, whatever they are called', () => {
    const recipe = (start: string) => `up:\n\t${start}\n\tdocker exec etcd-node-1 etcdctl auth enable\n`;
    expect(linesOf({ Makefile: recipe('docker compose -p acme up -d') })).toEqual([]);
    expect(linesOf({ Makefile: recipe('make certs') })).toEqual(['3 error docker-cli-command']);
  });
});

describe('a play on localhost', () => {
  it('is of whoever runs the playbook, unless it does there what only a node does', () => {
    const play = (hosts: string, task: string) =>
      `- hosts: ${hosts}\n  tasks:\n    - command: ${task}\n    - command: docker exec tools kubectl version\n`;
    const loud = (hosts: string, task: string) =>
      linesOf({
        'site.yml': play(hosts, task),
        'nodes.yml': '- hosts: kube_node\n  tasks:\n    - command: kubeadm join a\n',
      }).filter((line) => !line.includes('notice'));
    expect(loud('localhost', 'make certs')).toEqual([]);
    expect(loud('localhost', 'kubeadm init')).toEqual(['4 error docker-cli-command']);
  });
});

describe('a command on a machine of which nothing tells that it is a node', () => {
  it.each([
    ['docker run acme/tool', 'does not start'],
    ['docker inspect tool', 'fails'],
  ])('is told what it does on one: %s', (line, effect) => {
    const messageOf = (text: string) => lintTexts({ 'get.sh': text }).findings[0]?.message;
    expect(messageOf(`${line}\n`)).toContain(`\`${line}\` ${effect} on a node without \`docker\``);
    expect(messageOf(`kubeadm join --config a\n${line}\n`)).toContain(`${effect}: the node has no \`docker\``);
  });
});

describe('what a script asks the engine that it installs about itself', () => {
  it('is answered, whatever else the line does', () => {
    const line = (command: string) =>
      `apt-get install -y docker.io && apt-get install -y kubelet && ${command} | grep -i cgroup && kubeadm init\n`;
    const told = (command: string) =>
      linesOf({ 'node.sh': line(command) }).filter((one) => one.includes('docker-cli-command'));
    expect(told('docker info')).toEqual(['1 notice docker-cli-command']);
    expect(told('docker ps')).toEqual(['1 error docker-cli-command']);
  });
});

describe('a script that chooses docker', () => {
  it('is one finding, whatever it starts by that name', () => {
    const text = `${NODE}CONTAINER_CLI=docker\n$CONTAINER_CLI pull acme/a\nsystemctl restart $CONTAINER_CLI\n`;
    expect(linesOf({ 'node.sh': text }).filter((line) => line.includes('service'))).toEqual([]);
  });

  it('makes the folder that it mounts', () => {
    const text = (line: string) => `${NODE}D=/etc/docker/certs\n${line}\ndocker run -v $D:/certs acme/registry\n`;
    const told = (line: string) => linesOf({ 'node.sh': text(line) }).filter((one) => one.startsWith('3 '));
    expect(told('mkdir -p $D')).toEqual(['3 notice docker-daemon-config']);
    expect(told('true')).toEqual([]);
  });
});

describe('a cluster that is made inside Docker Engine', () => {
  it('takes its images from there, in every file of the role', () => {
    const role = (tool: string) => ({
      'roles/nodes/tasks/main.yml': '- command: kubeadm join a\n',
      'roles/lab/tasks/main.yml': `# in docker\n- include_tasks: images.yml\n- command: ${tool}\n`,
      'roles/lab/tasks/images.yml': '- command: docker pull acme/a\n- command: docker ps\n',
    });
    expect(linesOf(role('oc cluster up --base-dir=/lab'))).toEqual([]);
    expect(linesOf(role('kind create cluster'))).toEqual([]);
    expect(linesOf(role('oc login'))).toEqual(['1 warning node-local-image-build', '2 warning docker-cli-command']);
  });
});

describe('a script that a task hands to its steps', () => {
  const task = (engine: string) => `apiVersion: tekton.dev/v1
kind: Task
metadata: {name: build}
spec:
  params:
    - name: commands
      default: |
        docker build -t acme/app .
        docker inspect acme/app
  steps:
    - name: run
      image: acme/client
      script: $(params.commands)
${engine}`;
  it('talks to the engine of the task', () => {
    const sidecar = (lines: string) => `  sidecars:\n    - name: engine\n      image: $(params.image)\n${lines}`;
    const start = (more: string) => sidecar(`      command: [sh, -c]\n      args: ["${more}dockerd-entrypoint.sh"]\n`);
    expect(linesOf({ 'task.yaml': task(start('')) })).toEqual([]);
    expect(linesOf({ 'task.yaml': task(start('mount /tmp/a.img /var/lib/docker && ')) })).toEqual([]);
    expect(linesOf({ 'task.yaml': task('') })).toContain('9 error docker-cli-command');
  });
});

describe('a kubelet in a container of Docker', () => {
  it('is a unit now, which is asked', () => {
    const { findings } = lintTexts({ 'node.sh': `${NODE}docker inspect kubelet --format '{{ .Mounts }}'\n` });
    expect(findings.map(({ instead }) => instead)).toEqual([expect.stringMatching(/^Ask the unit \(`systemctl cat/)]);
  });
});

describe('pulls in a row', () => {
  const pulls = ['a', 'b', 'c'].map((name) => `docker pull acme/${name}\n`).join('');
  it('are one finding, which shows and writes all of them', () => {
    const { findings } = lintTexts({ 'node.sh': NODE + pulls });
    expect(findings.map(({ message, related, fix }) => [message, related.length, fix?.also.length])).toEqual([
      [expect.stringContaining('`docker pull acme/a` and the 2 pulls below it leave'), 2, 2],
    ]);
  });

  it('are several where they are two, or something stands between them', () => {
    expect(linesOf({ 'node.sh': `${NODE}docker pull acme/a\ndocker pull acme/b\n` })).toHaveLength(2);
    expect(linesOf({ 'node.sh': `${NODE}docker pull acme/a\ntrue\n${pulls}` })).toHaveLength(2);
  });
});

describe('minikube with the driver of Docker', () => {
  it('runs its nodes as containers of the engine that its role starts', () => {
    const role = (driver: string) => ({
      'roles/nodes/tasks/main.yml': '- command: kubeadm join a\n',
      'roles/lab/tasks/main.yml': `- systemd: {name: docker, state: started}\n- command: minikube start --driver=${driver}\n`,
    });
    expect(linesOf(role('docker'))).toEqual([]);
    expect(linesOf(role('none'))).not.toEqual([]);
  });
});

describe('a socket of Docker that is made in an image', () => {
  it.each(['touch /var/run/docker.sock', 'ln -s /run/podman/podman.sock /var/run/docker.sock'])('%s', (line) => {
    expect(linesOf({ Dockerfile: `FROM debian\nRUN apt-get install -y podman && ${line}\n` })).toEqual([]);
  });
});

describe('an image that the repository builds', () => {
  it('is none of the kubelet’s, whatever it is called', () => {
    const script = 'docker ps -a | grep k8s-search\n';
    expect(linesOf({ 'stop.sh': script })).toEqual(['1 warning docker-cli-command']);
    expect(
      linesOf({ 'stop.sh': script, 'build.sh': 'docker build -t registry.example.com/acme/k8s-search:1 .\n' }),
    ).toEqual(['1 notice docker-cli-command']);
  });
});

describe('a folder below the store of Docker', () => {
  const volume = (path: string) =>
    `apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec:\n  hostPath: {path: ${path}}\n`;
  it('is somebody else’s where Docker has none of that name', () => {
    expect(linesOf({ 'a.yaml': volume('/var/lib/docker/data/search') })).toEqual([]);
    expect(linesOf({ 'a.yaml': volume('/var/lib/docker/volumes/search') })).toEqual(['5 warning docker-host-path']);
  });
});

describe('a script that fetches kind', () => {
  it('installs Docker for the nodes that kind runs in it', () => {
    const script = (url: string) => `apt-get install -y docker-ce\ncurl -Lo ./tool ${url}\nkubectl version\n`;
    expect(linesOf({ 'get.sh': script('https://kind.sigs.k8s.io/dl/v0.27.0/kind-linux-amd64') })).toEqual([]);
    expect(linesOf({ 'get.sh': script('https://example.com/tool') })).toEqual(['1 notice docker-engine-package']);
  });
});

describe('docker run with the socket of the node', () => {
  it('is one finding, which shows the mount', () => {
    const { findings } = lintTexts({
      'node.sh': `${NODE}docker run -d -v /var/run/docker.sock:/var/run/docker.sock acme/tool\n`,
    });
    expect(findings.map(({ rule, related }) => [rule, related.length])).toEqual([['docker-cli-command', 1]]);
  });
});

describe('the socket of an engine that a pod keeps in a folder of the node', () => {
  const engine = (folder: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: dind}\nspec:\n  containers: [{name: dind, image: "docker:27-dind", volumeMounts: [{name: r, mountPath: /run}]}]\n  volumes: [{name: r, hostPath: {path: ${folder}}}]\n`;
  const client = `apiVersion: v1
kind: Pod
metadata: {name: worker}
spec:
  containers:
    - name: worker
      image: acme/worker:1
      env: [{name: DOCKER_HOST, value: "unix:///var/run/docker/docker.sock"}]
      volumeMounts: [{name: s, mountPath: /var/run/docker.sock}, {name: d, mountPath: /var/run/docker}]
  volumes:
    - {name: s, hostPath: {path: /data/ci/run/docker.sock, type: Socket}}
    - {name: d, hostPath: {path: /data/ci/run}}
`;
  const found = (folder: string) => lintTexts({ 'engine.yaml': engine(folder), 'worker.yaml': client }).findings;

  it('is there on nodes without Docker Engine', () => {
    expect(found('/data/ci/run')).toEqual([]);
    expect(found('/data/other').map(({ severity }) => severity)).toContain('error');
  });
});

describe('a daemon.json beside the Dockerfile of an image', () => {
  it('is for what the image builds with', () => {
    const severities = (files: Files) =>
      lintTexts({
        'check.sh': '#!/bin/bash\nkubectl get nodes\n',
        'images/builder/daemon.json': '{"insecure-registries": ["10.0.0.1:5000"]}\n',
        ...files,
      }).findings.flatMap(({ rule, severity }) => (rule === 'docker-daemon-config' ? [severity] : []));
    expect(severities({})).toEqual(['warning']);
    expect(severities({ 'images/builder/Dockerfile': 'FROM alpine\nRUN apk add docker\n' })).toEqual(['notice']);
  });
});

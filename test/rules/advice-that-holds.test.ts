/** Advice that would be followed to the letter: it has to hold on the machine of the line. */

import { describe, expect, it } from 'vitest';
import { lintTexts, adviceIn as told } from '../support/in-memory.ts';

function onNode(line: string, runtime: 'containerd' | 'cri-o' = 'containerd'): string {
  return told({ 'node/setup.sh': `#!/bin/bash\nkubeadm join --config /etc/join.yaml\n${line}\n` }, runtime)[0] ?? '';
}

describe('mirrors in the configuration of containerd', () => {
  const mirrors = (rest: string) =>
    told({ 'etc/containerd/config.toml': `version = 2\n[plugins."io.containerd.grpc.v1.cri".registry.${rest}\n` });

  it('are deleted before the folder for hosts is named, because both together stop the plugin', () => {
    expect(mirrors('mirrors."reg.example.com:5000"]\nendpoint = ["http://reg.example.com:5000"]')).toEqual([
      'Delete registry.mirrors, set config_path = "/etc/containerd/certs.d" (next to mirrors the CRI plugin does not start), and write /etc/containerd/certs.d/reg.example.com:5000/hosts.toml with [host."http://reg.example.com:5000"] and capabilities = ["pull", "resolve"]',
    ]);
  });

  it('of all registries are one folder, and so is each of several', () => {
    expect(
      mirrors(
        'mirrors."*"]\nendpoint = ["https://all.example.com"]\n[plugins."io.containerd.grpc.v1.cri".registry.mirrors."quay.io"]\nendpoint = ["https://quay.example.com"]',
      ),
    ).toEqual([
      expect.stringMatching(
        /certs\.d\/_default\/hosts\.toml with \[host\."https:\/\/all\.example\.com"\].*, and so for each registry$/,
      ),
    ]);
  });

  it('that name where images come from anyway are only deleted', () => {
    expect(mirrors('mirrors."docker.io"]\nendpoint = ["https://registry-1.docker.io"]')).toEqual([
      'Delete registry.mirrors: containerd asks https://registry-1.docker.io for the images of docker.io by itself',
    ]);
  });

  it('stay on Windows where the file is of Windows', () => {
    const text =
      'version = 2\nroot = "C:\\\\ProgramData\\\\containerd\\\\root"\n[plugins."io.containerd.grpc.v1.cri".registry.mirrors."docker.io"]\nendpoint = ["https://mirror.example.com"]\n';
    expect(told({ 'containerd/config.toml': text })).toEqual([
      'Delete registry.mirrors, set config_path = \'C:\\Program Files\\containerd\\certs.d\' (next to mirrors the CRI plugin does not start), and write C:\\Program Files\\containerd\\certs.d\\docker.io\\hosts.toml with [host."https://mirror.example.com"] and capabilities = ["pull", "resolve"]',
    ]);
  });
});

describe('a list that other programs filter', () => {
  it.each([
    ["docker rm -f $(docker ps -a | grep k8s_etcd_etcd-main | awk '{print $1}')", "`crictl ps -a -q --name '^etcd$'`"],
    [
      "docker ps | grep kube-apiserver | grep -v pause | awk '{print $1}' | xargs docker restart",
      '`crictl ps -q --name kube-apiserver`',
    ],
    ["docker ps | awk '/kube-proxy/ {print $1}' | xargs docker kill", '`crictl ps -q --name kube-proxy`'],
    [
      `c=$(docker ps | grep "k8s_\${service}" | awk '{print $1}'); docker stop $c`,
      '`crictl ps -q --name "^${service}"`',
    ],
    ["docker ps | awk '/kube-proxy/{print$1}' | xargs docker kill", '`crictl ps -q --name kube-proxy`'],
  ])('is asked for by the name that they look for: %s', (line, list) => {
    expect(onNode(line)).toContain(`choose the ids with ${list}, look at them, then`);
  });

  it.each([
    "docker ps | grep web | grep -v canary | awk '{print $1}' | xargs docker kill",
    "docker ps | grep 'Exited' | awk '{print $1}' | xargs docker rm",
    "docker ps | grep k8s_POD_web | awk '{print $1}' | xargs docker rm",
  ])('is left to a person where the name would choose more, or something else: %s', (line) => {
    expect(onNode(line)).toContain('choose the ids with `crictl ps -q` with --name, --image, --label or --state');
  });

  it('knows the name of the container in that of Docker', () => {
    expect(onNode('docker ps -q -f name=kube-scheduler_kube-scheduler | xargs docker kill')).toBe(
      "`crictl ps -q --name 'kube-scheduler$' | xargs crictl stop --timeout 0`",
    );
    expect(onNode('docker ps -q -f name=web_api | xargs docker kill')).toContain('| contains("web_api")) | .id');
  });
});

describe('a name that variables make', () => {
  it('is looked for as a name', () => {
    expect(onNode('docker exec "${CLUSTER}-control-plane" date')).toBe(
      '`crictl exec $(crictl ps -q --latest --name "^${CLUSTER}-control-plane$") date`',
    );
  });

  it('is not written twice where the variable has it already', () => {
    const script =
      'start() {\n  local hub="$1/"\n  docker run --rm "${hub}app:1"\n}\nstart reg.example.com\nstart "$MIRROR"';
    expect(onNode(script)).not.toContain('hub}/');
  });
});

describe('a list of names', () => {
  it.each([
    [
      "docker rmi $(docker ps -a --format '{{.Image}}')",
      'Drop it: the kubelet removes images that no container uses (imageGCHighThresholdPercent)',
    ],
    [
      "docker images --format '{{.Repository}}:{{.Tag}}' | xargs -n1 docker pull",
      'Pull each image of the list with `crictl pull IMAGE`',
    ],
  ])('is no list of ids: %s', (line, expected) => {
    expect(onNode(line)).toBe(expected);
  });
});

describe('a container that the script starts', () => {
  it('is started again by the program that made it', () => {
    expect(onNode('docker run -d --name lb reg.example.com/lb:1\ndocker start lb')).toContain('nerdctl run');
    const both = told({
      'node/setup.sh': '#!/bin/bash\nkubeadm join a\ndocker run -d --name lb reg.example.com/lb:1\ndocker start lb\n',
    });
    expect(both.at(-1)).toMatch(/^Write nerdctl for docker where nerdctl starts the container/);
  });
});

describe('the socket of dockershim', () => {
  it('keeps its form under a key that no tool of Kubernetes reads', () => {
    expect(told({ 'pillar/cri.yaml': 'cri:\n  docker:\n    socket: /var/run/dockershim.sock\n' })).toEqual([
      'Write /run/containerd/containerd.sock',
    ]);
  });
});

describe('a template with blanks in it', () => {
  it('asks for the same field', () => {
    expect(onNode("docker inspect -f '{{ .State.Pid }}' $CID")).toBe(
      "`crictl inspect -o go-template --template '{{.info.pid}}' $CID`",
    );
  });
});

describe('a pod whose command is docker run', () => {
  it('builds no image', () => {
    const pod = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: accelerator}
spec:
  template:
    spec:
      containers:
        - name: start
          image: docker:24
          command: [sh, -c, 'docker run --name accelerator --device /dev/accel reg.example.com/accel:1']
          volumeMounts: [{name: sock, mountPath: /var/run/docker.sock}]
      volumes: [{name: sock, hostPath: {path: /var/run/docker.sock}}]
`;
    expect(told({ 'agent.yaml': pod }).join('\n')).toContain(
      'make what `docker run` starts a container of the pod itself',
    );
  });
});

describe('a command in a here-document for another machine', () => {
  it('has its double quotes as they are, and its variables as they are written there', () => {
    expect(onNode('ssh node bash <<EOT\n  docker logs $name-web\nEOT')).toBe(
      '`crictl logs \\$(crictl ps -a -q --latest --name "^$name-web$")`',
    );
    expect(onNode('ssh node "docker logs $name-web"')).toBe(
      '`crictl logs \\$(crictl ps -a -q --latest --name \\"^$name-web$\\")`',
    );
  });
});

describe('a packed chart', () => {
  it('is never edited', () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata:\n  fluent.conf: |\n    <source>\n      @type tail\n      path /var/log/docker.log\n    </source>\n';
    const fixes = (folder: string) =>
      lintTexts({
        'chart/Chart.yaml': 'apiVersion: v2\nname: logs\nversion: 1.0.0\ndependencies: [{name: sub, version: 1.0.0}]\n',
        [`chart/charts/${folder}/Chart.yaml`]: 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
        [`chart/charts/${folder}/templates/config.yaml`]: config.replace(
          'path /var/log/docker.log',
          'path /var/log/containers/*.log\n      format json',
        ),
      }).findings.map(({ fix }) => fix !== undefined);
    expect(fixes('sub')).toEqual([true]);
    expect(fixes('sub-1.0.0.tgz')).toEqual([false]);
  });
});

describe('a template in a template', () => {
  it('is the one that docker reads', () => {
    const task = `- shell: kubeadm join a\n- shell: "docker ps -f name=^k8s_etcd_ --format '{{ '{{' }}.ID{{ '}}' }}' | xargs docker kill"\n`;
    expect(told({ 'roles/node/tasks/main.yml': task })).toEqual([
      "`crictl ps -q --name '^etcd$' | xargs crictl stop --timeout 0`",
    ]);
  });
});

describe('options of dockerd in the template of a template', () => {
  const line = (value: string) =>
    told({
      'play.yml': `- hosts: kube_nodes\n  tasks:\n    - lineinfile:\n        path: group_vars/all.yml\n        line: "docker_options: \\"--graph=${value}\\""\n`,
    });

  it('have no value that could be written elsewhere', () => {
    expect(line("{{ '{{' }} docker_root {{ '}}' }}")).toEqual([
      'Set root = "PATH" at the top of /etc/containerd/config.toml',
    ]);
    expect(line('{{ docker_root }}')).toEqual([
      'Set root = "{{ docker_root }}" at the top of /etc/containerd/config.toml',
    ]);
  });
});

describe('a container that Docker starts on a node', () => {
  it('gets the words to write where the command is too long to print', () => {
    const volumes = Array.from({ length: 40 }, (_, i) => `-v /srv/data${i}:/srv/data${i}`).join(' ');
    expect(onNode(`docker run -d ${volumes} reg.example.com/app:1`)).toBe(
      'Write nerdctl for docker in this command; nerdctl has to be installed, and the kubelet knows nothing of this container',
    );
  });

  it.each([
    ['--gpus all', 'containerd', '`nerdctl run --rm --gpus all reg.example.com/app:1`'],
    ['--runtime=nvidia', 'containerd', '`nerdctl run --rm --gpus all reg.example.com/app:1`'],
    ['--runtime=nvidia --gpus all', 'containerd', '`nerdctl run --rm --gpus all reg.example.com/app:1`'],
    ['--runtime=nvidia --gpus all', 'cri-o', '`podman run --rm --device nvidia.com/gpu=all reg.example.com/app:1`'],
    ['--gpus all', 'cri-o', '`podman run --rm --device nvidia.com/gpu=all reg.example.com/app:1`'],
    [
      '--log-driver json-file --log-opt max-size=10m',
      'containerd',
      '`nerdctl run --rm --log-driver json-file --log-opt max-size=10m reg.example.com/app:1`',
    ],
    [
      '--log-driver syslog',
      'cri-o',
      'Podman takes no --log-driver syslog; install the program that it runs on the node, or run it as a Job',
    ],
    [
      '--link db',
      'containerd',
      'nerdctl has no --link; install the program that it runs on the node, or run it as a Job',
    ],
  ] as const)('keeps the options that the other program has: %s with %s', (option, runtime, answer) => {
    const told = onNode(`docker run --rm ${option} reg.example.com/app:1`, runtime);
    expect(told.replace(/; (?:nerdctl|podman) has to be installed.*$/, '')).toBe(answer);
  });

  it('keeps its variables, as a task of Ansible names them', () => {
    const task =
      '- command: kubeadm join a\n- docker_container:\n    name: lb\n    image: reg.example.com/haproxy:2\n    env:\n      MODE: fast\n      PEERS: "{{ peers }}"\n';
    expect(told({ 'roles/node/tasks/main.yml': task })[0]).toContain(
      "--env MODE=fast --env 'PEERS={{ peers }}' reg.example.com/haproxy:2`",
    );
  });

  it('needs its networks and volumes where it runs', () => {
    expect(onNode('docker network create backend')).toMatch(
      /^Delete the line: the CNI plugin makes the networks of pods; write nerdctl/,
    );
    expect(onNode('docker volume create data', 'cri-o')).toMatch(
      /^Write podman for docker where podman starts the container/,
    );
  });
});

describe('inputs of Filebeat that autodiscover makes for each container', () => {
  const input = (lines: string) =>
    `filebeat.autodiscover:\n  providers:\n  - type: kubernetes\n    templates:\n    - config:\n      - ${lines.replaceAll('\n', '\n        ')}\n`;
  const ofOne =
    'Write type: filestream (Filebeat 7.14 or newer) with id: container-${data.kubernetes.container.id}, paths: ["/var/log/containers/*-${data.kubernetes.container.id}.log"], parsers: [{container: {}}] and prospector.scanner.symlinks: true';

  it.each([
    ['type: docker\ncontainers.ids:\n- "${data.kubernetes.container.id}"', ofOne],
    ['type: docker\ncontainers.ids: ["${data.docker.container.id}"]', ofOne],
    ['type: docker\ncontainers:\n  ids: ["*"]', ofOne],
    [
      'type: log\npaths:\n- /var/log/containers/*${data.container.id}.log\njson.message_key: log',
      `${ofOne}, and delete the json options`,
    ],
  ])('read the files of that container alone: %j', (lines, advice) => {
    expect(told({ 'filebeat.yml': input(lines) })).toEqual([advice]);
  });

  it('keep the container where only the path is another', () => {
    const lines = 'type: container\npaths: ["/var/lib/docker/containers/${data.kubernetes.container.id}/*.log"]';
    expect(told({ 'filebeat.yml': input(lines) })[0]).toMatch(
      /^Write \/var\/log\/containers\/\*-\$\{data\.kubernetes\.container\.id\}\.log: /,
    );
  });

  it('keep what they did with the lines of the program, as parsers', () => {
    const lines = 'type: docker\ncontainers.ids: ["${data.kubernetes.container.id}"]\n';
    expect(told({ 'filebeat.yml': input(`${lines}json.message_key: msg\nmultiline.match: after`) })[0]).toContain(
      'parsers: [{container: {}}, {ndjson: {…the json options}}, {multiline: {…the multiline options}}]',
    );
  });

  it('differ from an input beside them, which reads all', () => {
    const text = `${input('type: docker\ncontainers.ids: ["${data.kubernetes.container.id}"]')}filebeat.inputs:\n- type: docker\n  containers.ids: ["*"]\n`;
    const all = lintTexts({ 'filebeat.yml': text }).findings.map(({ instead }) => instead);
    expect(all.map((one) => /paths: \[.*?\]/.exec(one)?.[0])).toEqual([
      'paths: ["/var/log/containers/*-${data.kubernetes.container.id}.log"]',
      'paths: [/var/log/containers/*.log]',
    ]);
  });
});

describe('add_kubernetes_metadata, which finds pods by the path of the file', () => {
  const MATCHERS = 'matchers: [{logs_path: {logs_path: "/var/log/containers/"}}] under add_kubernetes_metadata';
  const input = (type: string) => `filebeat.inputs:\n- type: ${type}\n`;
  const ids = '  containers.ids: ["*"]\n';
  const metadata = (more: string) => `processors:\n- add_kubernetes_metadata:\n    in_cluster: true\n${more}`;
  const matcher = (path: string) => `    matchers:\n    - logs_path: {logs_path: "${path}"}\n`;
  const advice = (text: string) => told({ 'filebeat.yml': text })[0] ?? '';

  it.each([
    ['of the whole file', input('docker') + ids + metadata('')],
    ['of the input', `${input('docker')}${ids}  ${metadata('').replaceAll('\n', '\n  ')}`],
    [
      'of an input whose path alone is another',
      `${input('container')}  paths: ["/var/lib/docker/containers/*/*.log"]\n${metadata('')}`,
    ],
  ])('is told the folder that is advised: %s', (_, text) => {
    expect(advice(text)).toContain(MATCHERS);
  });

  it('has its folder changed where it names that of Docker, and kept where it names the other', () => {
    expect(advice(input('docker') + ids + metadata(matcher('/var/lib/docker/containers/')))).toMatch(
      /, and logs_path: "\/var\/log\/containers\/" under add_kubernetes_metadata$/,
    );
    expect(advice(input('docker') + ids + metadata(matcher('/var/log/containers/')))).not.toContain('logs_path');
  });

  it('stands in another file of the ConfigMap', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: logs}\ndata:\n  filebeat.yml: |\n    ${metadata('').replaceAll('\n', '\n    ')}\n  inputs.yml: |\n    - type: docker\n      containers.ids: ["*"]\n`;
    expect(told({ 'logs.yaml': text })[0]).toContain(MATCHERS);
  });

  it('is not asked for where it is not used, or where autodiscover knows the pod', () => {
    expect(advice(input('docker') + ids)).not.toContain('logs_path');
    const text = `filebeat.autodiscover:\n  providers:\n  - type: kubernetes\n    templates:\n    - config:\n      - type: docker\n        containers.ids: ["\${data.kubernetes.container.id}"]\n${metadata('')}`;
    expect(advice(text)).not.toContain('logs_path');
  });
});

describe('settings of log shippers', () => {
  it('of Filebeat follow the links of the folder', () => {
    const text = 'filebeat.inputs:\n- type: docker\n  containers.ids: "*"\n';
    expect(told({ 'filebeat.yml': text })).toEqual([
      'Write type: filestream (Filebeat 7.14 or newer) with an id, paths: [/var/log/containers/*.log], parsers: [{container: {}}] and prospector.scanner.symlinks: true',
    ]);
  });

  it('in the values of a chart take a value', () => {
    const files = {
      'chart/Chart.yaml': 'apiVersion: v2\nname: shipper\nversion: 1.0.0\n',
      'chart/values.yaml': 'input:\n  tail:\n    parser: docker\n    path: /var/log/containers/*.log\n',
      'chart/templates/config.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\ndata:\n  parser: {{ .Values.input.tail.parser }}\n',
    };
    expect(told(files)).toEqual(['Set `parser: cri`']);
  });

  it('that a template writes into the configuration are told as the values they come from', () => {
    const files = {
      'chart/Chart.yaml': 'apiVersion: v2\nname: shipper\nversion: 1.0.0\n',
      'chart/values.yaml': 'input:\n  parser: docker\n  dockerMode: "On"\n',
      'chart/templates/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: config}
data:
  fluent-bit.conf: |
    [INPUT]
        Name        tail
        Path        /var/log/containers/*.log
        Docker_Mode {{ .Values.input.dockerMode }}
        Parser      {{ .Values.input.parser }}
`,
    };
    expect(told(files)).toEqual(['Set `parser: cri`, and `dockerMode: "Off"`']);
  });

  it('on Windows are in a folder of Windows', () => {
    const text =
      'filebeat.inputs:\n- type: container\n  paths: ["c:\\\\ProgramData\\\\docker\\\\containers\\\\*\\\\*.log"]\n';
    const [instead = ''] = told({ 'filebeat.yml': text });
    expect(instead).not.toMatch(/ \/var\/log/);
  });
});

describe('a cgroup driver', () => {
  it('is kept with its twin in the kubelet', () => {
    const text = '{"exec-opts": ["native.cgroupdriver=cgroupfs"]}\n';
    const files = {
      'etc/docker/daemon.json': text,
      'etc/kubernetes/kubelet.yaml': 'kind: KubeletConfiguration\napiVersion: kubelet.config.k8s.io/v1beta1\n',
    };
    expect(told(files)).toEqual([
      expect.stringMatching(/^Keep SystemdCgroup = false .* while KubeletConfiguration says cgroupDriver: cgroupfs/),
    ]);
  });
});

describe('the agent of Datadog', () => {
  it('gets the pipe of containerd on Windows', () => {
    const pod = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: agent
          image: gcr.io/datadoghq/agent:7
          volumeMounts: [{name: runtime, mountPath: '\\\\.\\pipe\\docker_engine'}]
      volumes: [{name: runtime, hostPath: {path: '\\\\.\\pipe\\docker_engine'}}]
`;
    expect(told({ 'agent.yaml': pod }).join('\n')).toContain(
      'Set DD_CRI_SOCKET_PATH=\\\\.\\pipe\\containerd-containerd and mount that pipe',
    );
  });
});

describe('the agent of Weave Scope', () => {
  it('gets the socket and the flags for it', () => {
    const pod = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: scope}
spec:
  template:
    spec:
      containers:
        - name: agent
          image: docker.io/weaveworks/scope:1.13
          volumeMounts: [{name: sock, mountPath: /var/run/docker.sock}]
      volumes: [{name: sock, hostPath: {path: /var/run/docker.sock}}]
`;
    expect(told({ 'agent.yaml': pod }).join('\n')).toContain(
      '--probe.cri.endpoint=unix:///run/containerd/containerd.sock',
    );
  });
});

describe('a pull of a pod', () => {
  it('is the work of the kubelet', () => {
    const files = {
      'pull.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: pull}
spec:
  template:
    spec:
      containers:
        - name: pull
          image: acme/tools:1
          command: [sh, -c, "docker pull acme/model:1"]
          volumeMounts: [{name: run, mountPath: /var/run}]
      volumes: [{name: run, hostPath: {path: /var/run}}]
`,
    };
    const pulls = lintTexts(files).findings.filter(({ rule }) => rule === 'node-local-image-build');
    expect(pulls.map(({ instead }) => instead)).toEqual([
      'Name the image in an init container of a DaemonSet, with a command that ends at once: the kubelet pulls it on each node, with any runtime',
    ]);
  });
});

describe('filesets of a module of Filebeat', () => {
  const instead = (input: string) => {
    const text = `filebeat.autodiscover:\n  providers:\n  - type: kubernetes\n    templates:\n    - config:\n      - module: redis\n        log:\n          ${input}\n`;
    return lintTexts({ 'k8s/filebeat.yml': text }).findings.map((finding) => finding.instead);
  };

  it('keep to the logs of their container', () => {
    const advice =
      'Write type: container, and paths: [/var/log/containers/*-${data.kubernetes.container.id}.log] in place of containers.ids';
    expect(instead('input: {type: docker, containers.ids: ["${data.kubernetes.container.id}"]}')).toEqual([advice]);
    expect(instead('input.type: docker')).toEqual([advice]);
    expect(instead('input: {type: container}')).toEqual([]);
  });
});

describe('the flag that told a kubelet which runtime it has', () => {
  const unit = (flags: string, runtime: 'containerd' | 'cri-o' = 'containerd') =>
    told({ 'kubelet.service': `[Service]\nExecStart=/usr/bin/kubelet ${flags}\n` }, runtime)[0];
  const CONTAINERD = 'unix:///run/containerd/containerd.sock';

  it.each(['docker', 'rkt', '${RUNTIME}'])('is answered with the one that names the socket: %s', (value) => {
    const configuration = ' in its place (KubeletConfiguration: containerRuntimeEndpoint)';
    expect(unit(`--container-runtime=${value} --v=2`)).toBe(
      `Write --container-runtime-endpoint=${CONTAINERD}${configuration}`,
    );
    expect(unit(`--container-runtime=${value} --v=2`, 'cri-o')).toBe(
      `Write --container-runtime-endpoint=unix:///run/crio/crio.sock${configuration}`,
    );
  });

  it('is only deleted where the socket is named', () => {
    expect(unit(`--container-runtime=\${RUNTIME} --container-runtime-endpoint=${CONTAINERD}`)).toBe(
      'Delete it: the socket of the runtime is named beside it',
    );
    expect(unit('--container-runtime=remote')).toBe('Delete the flag: since Kubernetes 1.24 there is no other value');
  });

  it('is a key where the flags are a map', () => {
    const text =
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    container-runtime: docker\n';
    expect(told({ 'kubeadm.yaml': text })[0]).toMatch(
      /^Write container-runtime-endpoint: unix:\/\/\/run\/containerd\/containerd\.sock in its place/,
    );
    expect(told({ 'kubeadm.yaml': `${text}  criSocket: unix:///run/crio/crio.sock\n` })[0]).toMatch(/^Delete it: /);
  });

  it('lets what names the socket of CRI-O say which file has the pause image', () => {
    const pause = '--pod-infra-container-image=registry.example.com/pause:3.10';
    expect(unit(`${pause} --container-runtime-endpoint=unix:///var/run/crio/crio.sock`)).toBe(
      'Delete the flag and set pause_image = "registry.example.com/pause:3.10" under [crio.image]',
    );
    expect(unit(`${pause} --container-runtime-endpoint=${CONTAINERD}`)).toContain('/etc/containerd/config.toml');
  });
});

describe('the socket of the containerd that Docker Engine starts', () => {
  const pod = (path: string) => `apiVersion: v1
kind: Pod
metadata: {name: images}
spec:
  containers:
    - {name: images, image: 'acme/images:1', volumeMounts: [{name: s, mountPath: /run/containerd/containerd.sock}]}
  volumes: [{name: s, hostPath: {path: ${path}, type: Socket}}]
`;

  it.each(['/var/run/docker/containerd/containerd.sock', '/run/docker/containerd/docker-containerd.sock'])(
    'only moves, as what opens it speaks that API: %s',
    (path) => {
      expect(told({ 'a.yaml': pod(path) })[0]).toMatch(/^Write \/run\/containerd\/containerd\.sock in its place: /);
      expect(told({ 'a.yaml': pod(path) }, 'cri-o')[0]).toMatch(/^Replace the program, or delete the line: /);
    },
  );

  it('is another one than that of Docker’s API', () => {
    expect(told({ 'a.yaml': pod('/var/run/docker.sock') })[0]).not.toContain('the same API');
  });

  it('moves where a variable holds it', () => {
    const text = pod('/data').replace(
      'volumeMounts',
      "env: [{name: CONTAINERD_ADDRESS, value: 'unix:///var/run/docker/containerd/containerd.sock'}], volumeMounts",
    );
    expect(told({ 'a.yaml': text })[0]).toMatch(/^Write unix:\/\/\/run\/containerd\/containerd\.sock/);
  });
});

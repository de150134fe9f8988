/** Lines that look like Docker and need none: what removes it, leaves it out, asks for it, or only tells of it. */
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/model/finding.ts';
import { apart } from '../../src/model/together.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

const NEXT = { target: { runtime: 'containerd', minor: 38 } } as const;

function found(files: Files): readonly string[] {
  const { findings } = lintTexts(files, NEXT);
  // Each line is judged by itself, however it is told.
  const lines = findings.flatMap(apart).toSorted(inOrder);
  return lines.map(({ span, severity, rule }) => {
    const line = span.source.text.slice(0, span.start).split('\n').length;
    return `${line} ${severity} ${rule}`;
  });
}

const NODE = '#!/bin/bash\nsystemctl enable kubelet\n';

describe('a script of a node', () => {
  it.each<readonly [string, readonly string[]]>([
    ['rm -rf /var/lib/docker /var/run/dockershim.sock', []],
    ['apt-get purge -y docker-ce docker-ce-cli', []],
    ['for p in docker-ce docker.io; do apt-get remove -y $p; done', []],
    ['apt-mark unhold docker-ce', ['3 notice docker-engine-package']],
    ['yum versionlock docker-*', ['3 notice docker-engine-package']],
    [
      'if [ -S /run/docker.sock ]; then S=unix:///run/docker.sock; elif [ -S /run/crio/crio.sock ]; then S=unix:///run/crio/crio.sock; fi; kubeadm init --cri-socket=$S',
      ['3 notice docker-socket-endpoint'],
    ],
    ['S=unix:///run/docker.sock; kubeadm init --cri-socket=$S', ['3 error dockershim-socket']],
    ['C=docker; command -v docker >/dev/null || C=podman; $C ps', ['3 notice docker-cli-command']],
    ['C=docker\nif command -v nerdctl; then C=nerdctl; fi\n$C ps', ['3 notice docker-cli-command']],
    ['A=--network-plugin=cni\nif [ "$minor" -ge 24 ]; then A=; fi\nkubelet $A', ['3 notice kubelet-dockershim-flag']],
    [
      'A=--network-plugin=cni\nif [ "$minor" -ge 24 ]; then A="$A --v=2"; fi\nkubelet $A',
      ['3 error kubelet-dockershim-flag'],
    ],
    ['C=docker\nif [ "$1" = podman ]; then C=podman; fi\n$C ps', ['3 error docker-cli-command']],
    ["declare -A C=([docker]='docker ps' [containerd]='crictl ps')\n${C[$RUNTIME]}", ['3 notice docker-cli-command']],
    ["declare -A C=([list]='docker ps' [pull]='docker pull i')\n${C[list]}", ['3 error docker-cli-command']],
    ['DOCKER_HOST=ssh://build.example.org docker ps', []],
    ['export DOCKER_HOST=tcp://build.example.org:2376\ndocker ps', []],
    ['export DOCKER_HOST=unix:///run/podman/podman.sock\ndocker ps', []],
    ['docker --context build ps', []],
    ['DOCKER_HOST=ssh://build.example.org true\ndocker ps', ['4 error docker-cli-command']],
    ['DOCKER_HOST=tcp://127.0.0.1:2375 docker ps', ['3 error docker-cli-command']],
    ['docker -H ssh://build.example.org ps', []],
    ['docker -H build.example.org:2376 ps', []],
    ['docker -H unix:///run/podman/podman.sock ps', []],
    ['docker -H tcp://127.0.0.1:2375 ps', ['3 error docker-cli-command']],
    ['docker -H 127.0.0.1:2375 ps', ['3 error docker-cli-command']],
    ['DOCKER_HOST=ssh://build.example.org docker -H unix:///var/run/docker.sock ps', ['3 error docker-cli-command']],
    ['mv /var/lib/docker /var/lib/docker.bak', []],
    ['mv /var/lib/docker /data/docker', ['3 warning docker-host-path', '3 warning docker-host-path']],
    [
      '[ -S /run/dockershim.sock ] && S=/run/dockershim.sock\ncrictl -r "unix://$S" ps',
      ['3 notice dockershim-socket', '3 notice dockershim-socket', '4 notice dockershim-socket'],
    ],
    [
      'if [ "$RUNTIME" = docker ]; then\nS=/run/dockershim.sock\nelse\nS=/run/crio/crio.sock\nfi\ncrictl -r "unix://$S" ps',
      ['4 notice dockershim-socket', '8 notice dockershim-socket'],
    ],
    [
      'for s in /run/crio/crio.sock /run/dockershim.sock; do\n[ -S "$s" ] && S=$s && break\ndone\ncrictl -r "unix://$S" ps',
      ['3 notice dockershim-socket', '6 notice dockershim-socket'],
    ],
    [
      'for s in /run/dockershim.sock; do\nS=$s\ndone\ncrictl -r "unix://$S" ps',
      ['3 error dockershim-socket', '6 error dockershim-socket'],
    ],
    [
      'S=/run/dockershim.sock\nif [ "$1" = crio ]; then S=/run/crio/crio.sock; fi\ncrictl -r "unix://$S" ps',
      ['3 error dockershim-socket', '5 error dockershim-socket'],
    ],
    ['if [ "$minor" -lt 24 ]; then docker ps; fi', ['3 notice docker-cli-command']],
    ['if [ "$minor" -ge 24 ]; then docker ps; fi', ['3 error docker-cli-command']],
    ['(( minor < 24 )) && docker ps', ['3 notice docker-cli-command']],
    ['[[ $KUBE_VERSION < 1.24 ]] && docker ps', ['3 notice docker-cli-command']],
    ['case $KUBE_VERSION in v1.1?*|v1.2[0-3]*) docker ps ;; esac', ['3 notice docker-cli-command']],
    ['case $KUBE_VERSION in v1.2[4-9]*) docker ps ;; esac', ['3 error docker-cli-command']],
    ['case $KUBE_VERSION in v1.2[4-9]*|v1.[3-9]*) : ;; *) docker ps ;; esac', ['3 notice docker-cli-command']],
    ['[[ "$K8S_VERSION" =~ ^v?1\\.(1[0-9]|2[0-3]) ]] && docker ps', ['3 notice docker-cli-command']],
    ['dpkg --compare-versions "$KUBE_VERSION" lt 1.24 && docker ps', ['3 notice docker-cli-command']],
    ['version_lt "$KUBE_VERSION" 1.24.0 && docker ps', ['3 notice docker-cli-command']],
    ['version_gte "$KUBE_VERSION" "1.24" || docker ps', ['3 notice docker-cli-command']],
    [
      'if [ "$(printf \'%s\\n\' 1.24 "$V" | sort -V | head -n1)" = "$V" ]; then docker ps; fi',
      ['3 notice docker-cli-command'],
    ],
    [
      'if [ "$(printf \'%s\\n\' 1.24 "$V" | sort -V | head -n1)" = 1.24 ]; then docker ps; fi',
      ['3 error docker-cli-command'],
    ],
    ['if [ "$os_minor_version" -le 10 ]; then docker ps; fi', ['3 error docker-cli-command']],
    ['if [ "$RHEL_MINOR" -lt 24 ]; then docker ps; fi', ['3 error docker-cli-command']],
    ['if [ "$python_minor" -ge 12 ]; then docker ps; fi', ['3 error docker-cli-command']],
    ['if [ "$linux_kube_minor" -lt 24 ]; then docker ps; fi', ['3 notice docker-cli-command']],
    ['[ "$minor" -ge 24 ] && exit 0\ndocker ps', ['4 notice docker-cli-command']],
    ['if [ "$minor" -ge 24 ]; then echo too new; exit 1; fi\ndocker ps', ['4 notice docker-cli-command']],
    ['[ -n "$DOCKER_VERSION" ] && docker ps', ['3 notice docker-cli-command']],
    ['docker ps -a || crictl ps -a', ['3 notice docker-cli-command']],
    ['crictl rmi --prune || docker image prune -f', ['3 notice docker-cli-command']],
    ['have_cmd docker && docker ps', ['3 notice docker-cli-command']],
    ['[ "x$DOCKER_VERSION" != "x" ] && docker ps', ['3 notice docker-cli-command']],
    ['RT=docker; [ "x$RT" = "xdocker" ] && docker ps', ['3 error docker-cli-command']],
    ['docker --version', ['3 notice docker-cli-command']],
    ['set -e\ndocker --version', ['4 error docker-cli-command']],
    ['docker --version | grep -q 20.10', ['3 error docker-cli-command']],
    [
      'docker inspect agent >/dev/null 2>&1\nif [ $(wc -l < /tmp/log) -gt 1 -o "$?" -ne 0 ]; then echo busy; fi',
      ['3 notice docker-cli-command'],
    ],
    ['restart_if_running docker.service', []],
    [
      'reload_if_active() { systemctl is-active -q "$1" && systemctl reload "$1"; }\nreload_if_active docker',
      ['4 notice docker-service-unit'],
    ],
    [
      'restart_if_up() { up=$(probe "$1"); [ $up = yes ] && systemctl restart "$1"; }\nrestart_if_up docker',
      ['4 warning docker-service-unit'],
    ],
    ['./cluster-install -i docker', []],
    ['apt_install 30 docker-ce', ['3 warning docker-engine-package']],
    ['is_docker() { command -v docker; }\nis_docker && docker ps', ['4 notice docker-cli-command']],
    ['if nsenter -t 1 -m -- which docker; then nsenter -t 1 -m -- docker ps; fi', ['3 notice docker-cli-command']],
    ['command -v docker && found=1\nif [ "$found" = 1 ]; then docker ps; fi', ['4 notice docker-cli-command']],
    ['found=1\nif [ "$found" = 1 ]; then docker ps; fi', ['4 error docker-cli-command']],
    ['docker info 2>/dev/null || true', ['3 notice docker-cli-command']],
    ['v=$(docker version -f x)\nif [ $? -ne 0 ]; then echo none; fi', ['3 notice docker-cli-command']],
    ['docker ps\nif [ $? -ne 0 ]; then echo none; exit 1; fi', ['3 error docker-cli-command']],
    ['docker rm a\nif [ $? -ne 0 ]; then echo none; fi', ['3 error docker-cli-command']],
    ['docker ps', ['3 error docker-cli-command']],
  ])('%s', (line, expected) => {
    expect(found({ 'node.sh': `${NODE}${line}\n` })).toEqual(expected);
  });
});

describe('branches that do the same with the tools of another runtime', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'choose between runtimes, whatever they ask',
      'if [ "$old" = 1 ]; then docker ps; else crictl ps; fi',
      ['3 notice docker-cli-command'],
    ],
    [
      'choose in a loop, a substitution and a pipe',
      'if [ -f /etc/old ]; then while docker ps | grep -q a; do sleep 1; done; else ids=$(sudo crictl ps -q); fi',
      ['3 notice docker-cli-command'],
    ],
    [
      'choose in the last branch',
      'if [ "$a" ]; then nerdctl ps; elif [ "$b" ]; then echo; else docker ps; fi',
      ['3 notice docker-cli-command'],
    ],
    [
      'choose in arms',
      'case $mode in new) crictl pull "$1" ;; old) docker images -q ;; esac',
      ['3 notice docker-cli-command'],
    ],
    [
      'choose between units',
      'if [ "$old" ]; then systemctl restart docker; else systemctl restart containerd; fi',
      ['3 notice docker-service-unit'],
    ],
    [
      'choose by a variable with a command',
      'if [ "$old" ]; then cli="docker ps"; else cli="crictl ps"; fi; $cli',
      ['3 notice docker-cli-command'],
    ],
    [
      'choose nothing where one uses both',
      'if [ "$old" = 1 ]; then docker ps; crictl ps; else crictl ps; fi',
      ['3 error docker-cli-command'],
    ],
    [
      'choose nothing where the other uses no runtime',
      'if [ "$old" = 1 ]; then docker ps; else echo none; fi',
      ['3 error docker-cli-command'],
    ],
    [
      'count where the usual choice is Docker',
      'RUNTIME="${RUNTIME:-docker}"; if [ "$RUNTIME" = docker ]; then docker ps; else crictl ps; fi',
      ['3 error docker-cli-command'],
    ],
  ])('%s', (_name, line, lines) => {
    expect(found({ 'nodes/join.sh': `${NODE}${line}\n` })).toEqual(lines);
  });
});

describe('templates', () => {
  it('an else, an elif and what stands behind the end', () => {
    const text = `${NODE}{% if cri == 'containerd' %}
docker ps
{% elif cri == 'docker' %}
docker ps
{% else %}
docker ps
{% endif %}
docker ps
`;
    const lines = found({ 'node.sh.j2': text });
    expect(lines.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '4 error',
      '6 notice',
      '8 error',
      '10 error',
    ]);
  });

  it('directives of Go and of Terraform', () => {
    const go = `${NODE}{{ if eq .Runtime "docker" }}\ndocker ps\n{{ end }}\n`;
    const terraform = `${NODE}%{ if container_runtime == "docker" }\ndocker ps\n%{ endif }\n`;
    expect(found({ 'a.sh.tmpl': go })).toEqual(['4 notice docker-cli-command']);
    expect(found({ 'a.sh.tftpl': terraform })).toEqual(['4 notice docker-cli-command']);
  });
});

describe('a switch that mounts the socket', () => {
  const module = (value: string) => ({
    'variables.tf': `variable "mount_docker_socket" {\n  default = ${value}\n}\n`,
    'runner.tf': `resource "helm_release" "runner" {
  values = [<<EOF
runners:
  config: |
    %{if var.mount_docker_socket}
    [[runners.kubernetes.volumes.host_path]]
      name = "socket"
      mount_path = "/var/run/docker.sock"
    %{endif}
EOF
  ]
}
`,
  });

  it('is a choice where it is off by default', () => {
    expect(found(module('false'))).toEqual(['8 notice docker-socket-mount']);
    expect(found(module('true'))).toEqual(['8 error docker-socket-mount']);
  });

  it('may be on where no default is known', () => {
    expect(found({ 'runner.tf': module('true')['runner.tf'] })).toEqual(['8 error docker-socket-mount']);
  });
});

describe('a section of values', () => {
  const release = (section: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: runner}
spec:
  values:
    runner:
${section}
      volumes:
        socket: {hostPath: /var/run/docker.sock}
        logs: {hostPath: /var/lib/docker/containers}
`;

  it('that is switched off says what it would need', () => {
    const { findings } = lintTexts({ 'release.yaml': release('      enabled: false') });
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
      ['notice', 'Nothing answers on `/var/run/docker.sock` on a node without Docker Engine (switched off here)'],
      [
        'notice',
        '`/var/lib/docker/containers` holds the json-file logs of Docker; it is missing or empty on a node without Docker Engine (switched off here)',
      ],
    ]);
  });

  it.each(['      enabled: true', '      metrics: {enabled: false}'])('that is on is loud: %s', (section) => {
    expect(found({ 'release.yaml': release(section) })).toEqual([
      '9 warning docker-socket-mount',
      '10 warning docker-host-path',
    ]);
  });
});

describe('Ansible', () => {
  it('what is absent is removed, and what is written stands under its `when`', () => {
    const text = `- apt: {name: kubelet}
- apt: {name: [docker-ce], state: absent}
- file: {path: /var/lib/docker, state: absent}
- block:
    - lineinfile: {path: /etc/default/kubelet, line: KUBELET_EXTRA_ARGS=--network-plugin=cni}
  when:
    - kube_version is version('v1.24', '<')
`;
    expect(found({ 'roles/node/tasks/main.yml': text })).toEqual(['5 notice kubelet-dockershim-flag']);
  });
});

describe('mounts that a task loops over', () => {
  const tasks = (state: string) =>
    `- command: kubeadm reset -f\n- mount: {path: "{{ item }}", src: /dev/sdb, ${state}}\n  loop: [/var/lib/docker/overlay2, /run/docker/netns]\n`;

  it.each(['state: unmounted', 'state: absent', 'state: absent_from_fstab'])('are cleared away: %s', (state) => {
    expect(found({ 'roles/reset/tasks/main.yml': tasks(state) })).toEqual([]);
  });

  it('are used where they are mounted', () => {
    expect(found({ 'roles/reset/tasks/main.yml': tasks('state: mounted') })).toHaveLength(2);
  });
});

describe('packages that a task loops over', () => {
  const tasks = (module: string) =>
    `- shell: kubeadm join --config /etc/join.yaml\n- ${module}\n  with_items:\n    - docker-ce\n    - containerd.io\n`;

  it.each<readonly [string, string, readonly string[]]>([
    ['purged are gone', 'dpkg_selections: {name: "{{ item }}", selection: purge}', []],
    ['removed are gone', 'apt: {name: "{{ item }}", state: absent}', []],
    ['installed are told once', 'apt: {name: "{{ item }}"}', ['4 warning docker-engine-package']],
    [
      'held are told where they are held',
      'dpkg_selections: {name: "{{ item }}", selection: hold}',
      ['4 notice docker-engine-package'],
    ],
  ])('%s', (_, module, findings) => {
    expect(found({ 'roles/node/tasks/main.yml': tasks(module) })).toEqual(findings);
  });
});

describe('lists of packages that are to go', () => {
  const tasks = (name: string) => `- yum:\n    name: "{{ ${name} }}"\n- command: kubeadm join\n`;
  it.each<readonly [string, readonly string[]]>([
    ['docker_remove_packages', []],
    ['OLD_DOCKER_PACKAGES', []],
    ['docker_packages', ['2 warning docker-engine-package', '2 warning docker-engine-package']],
  ])('%s', (name, expected) => {
    const files = {
      'roles/node/tasks/main.yml': tasks(name),
      'roles/node/defaults/main.yml': `${name}:\n- docker-ce\n`,
    };
    expect(found(files)).toEqual(expected);
  });
});

describe('a list of packages that tasks only remove', () => {
  const listed = (tasks: string, others: Readonly<Record<string, string>> = {}) =>
    found({
      'clean.yml': `- hosts: workers\n  vars:\n    engine:\n    - docker-ce\n    - docker-ce-cli\n  tasks:\n  - service: {name: kubelet, state: started}\n${tasks}`,
      ...others,
    });
  const GONE = '  - apt: {name: "{{ engine }}", state: absent}\n';

  it('installs nothing', () => {
    expect(listed(GONE)).toEqual([]);
    expect(listed('  - yum: {name: "{{ item }}", state: absent}\n    loop: "{{ engine }}"\n')).toEqual([]);
    expect(listed('  - dnf:\n      name: "{{ engine | join(\',\') }}"\n      state: removed\n')).toEqual([]);
  });

  it('installs what another task takes from it, or what nobody is seen to take', () => {
    const warning = ['4 warning docker-engine-package'];
    expect(listed(`${GONE}  - apt: {name: "{{ engine }}"}\n`)).toEqual(expect.arrayContaining(warning));
    expect(listed('')).toEqual(warning);
    expect(listed(GONE.replace('engine', 'old_engine'))).toEqual(warning);
  });
});

describe('files for each version of kubeadm’s configuration', () => {
  const join = (version: string) => `apiVersion: kubeadm.k8s.io/${version}
kind: JoinConfiguration
nodeRegistration:
  kubeletExtraArgs:
    network-plugin: cni
`;

  it('count only for the versions of Kubernetes that do not know the next one', () => {
    const files = { 'join.v1beta2.yaml.j2': join('v1beta2'), 'join.v1beta3.yaml.j2': join('v1beta3') };
    expect(found(files)).toEqual(['5 notice kubelet-dockershim-flag', '5 error kubelet-dockershim-flag']);
  });

  it('are for all where there is no later one', () => {
    expect(found({ 'join.v1beta2.yaml.j2': join('v1beta2') })).toEqual(['5 error kubelet-dockershim-flag']);
    const other = { 'join.v1beta2.yaml': join('v1beta2'), 'init.v1beta3.yaml': 'a: 1\n' };
    expect(found(other)).toEqual(['5 error kubelet-dockershim-flag']);
  });
});

describe('files for each release of Kubernetes', () => {
  const flags = 'KUBELET_ARGS="--network-plugin=cni"\n';
  const severities = (paths: readonly string[]) =>
    found(Object.fromEntries(paths.map((path) => [path, flags]))).map((line) => line.split(' ')[1]);

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['count for their own but the last', ['kubelet/1.14/flags.env', 'kubelet/1.15/flags.env'], ['notice', 'error']],
    ['in their names', ['node/20-kubelet-v1.7.0.env', 'node/20-kubelet-v1.10.12.env'], ['error', 'notice']],
    [
      'count for none of the others beside one for all',
      ['parts/v1.6/kubelet.env', 'parts/v1.7/kubelet.env', 'parts/kubelet.env'],
      ['error', 'notice', 'notice'],
    ],
    ['count where there is one', ['kubelet/1.14/flags.env', 'kubelet/flags.env'], ['error', 'error']],
    [
      'count where the release is none of Kubernetes',
      ['agent/1.4/kubelet.env', 'agent/1.7/kubelet.env'],
      ['error', 'error'],
    ],
  ])('%s', (_, paths, expected) => {
    expect(severities(paths)).toEqual(expected);
  });
});

describe('names of handlers', () => {
  it('are no commands', () => {
    const text =
      '- command: kubeadm join\n  notify: [docker start service]\n- debug: {msg: a}\n  listen: docker stop all\n';
    expect(found({ 'roles/node/tasks/main.yml': text })).toEqual([]);
  });
});

describe('packages that are only fetched', () => {
  it.each([
    ['apt-get -d install -y docker-ce=5:20.10'],
    ['apt-get install --download-only -y docker-ce'],
    ['yum install -y --downloadonly docker-ce-20.10.24'],
  ])('%s', (line) => {
    expect(found({ 'node.sh': `${NODE}${line}\n` })).toEqual(['3 notice docker-engine-package']);
  });
});

describe('what only tells of Docker', () => {
  it('the text of a task that shows it', () => {
    const text = `- command: kubeadm join
- vars:
    msg: |
      restart it by hand:
          systemctl restart docker
  debug: {msg: "{{ msg }}"}
`;
    expect(found({ 'roles/node/tasks/main.yml': text })).toEqual([]);
  });

  it('messages and replacements of PowerShell', () => {
    const text = `Write-Host "the kubelet loses --network-plugin=cni"
throw "drop --network-plugin from kubelet.exe"
$text = $text -replace '--network-plugin=cni', ''
C:\\k\\kubelet.exe --network-plugin=cni
`;
    expect(found({ 'install.ps1': text })).toEqual(['4 error kubelet-dockershim-flag']);
  });

  it('lists of interfaces that a program leaves out', () => {
    const text = `${NODE}flanneld --iface-exclude docker0\nip addr show docker0\n`;
    expect(found({ 'node.sh': text })).toEqual(['4 warning docker-bridge-network']);
  });

  it('tasks that only look the unit of Docker up', () => {
    const task = (args: string) => ({
      'node.yml': `- hosts: workers\n  tasks:\n  - service: {name: kubelet, state: started}\n  - systemd: {name: docker${args}}\n    register: known\n`,
    });
    expect(found(task(''))).toEqual(['4 notice docker-service-unit']);
    expect(found(task(', daemon_reload: true'))).toEqual(['4 notice docker-service-unit']);
    expect(found(task(', state: restarted'))).toEqual(['4 warning docker-service-unit']);
    expect(found(task(', enabled: true'))).toEqual(['4 warning docker-service-unit']);
  });

  it('empty keys of a dumped configuration of containerd', () => {
    const text = `version = 2
[plugins."io.containerd.grpc.v1.cri"]
  systemd_cgroup = false
  [plugins."io.containerd.grpc.v1.cri".containerd.default_runtime]
    runtime_engine = ""
    runtime_root = ""
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.gpu]
    runtime_engine = "/usr/bin/gpu-runtime"
`;
    expect(found({ 'etc/containerd/config.toml': text })).toEqual(['8 error containerd-legacy-config']);
  });
});

describe('what is beside the same for another runtime', () => {
  const configMap = (text: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  promtail.yaml: |\n${text.replace(/^/gm, '    ')}\n`;
  const job = 'scrape_configs:\n  - job_name: pods\n    pipeline_stages:\n      - docker: {}\n';

  it('is a stage of Promtail for Docker before one for CRI', () => {
    expect(found({ 'a.yaml': configMap(`${job}      - cri: {}`) })).toEqual([]);
    expect(found({ 'a.yaml': configMap(`${job}      - labels: {a: b}`) })).toEqual(['9 warning docker-log-format']);
    expect(found({ 'a.yaml': configMap(`${job}  - job_name: b\n    stages: [{cri: {}}]`) })).toEqual([
      '9 warning docker-log-format',
    ]);
  });

  it('is a filter of the journal for docker.service', () => {
    const input = (units: readonly string[]) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  fluent-bit.conf: |\n    [INPUT]\n        Name systemd\n${units
        .map((unit) => `        Systemd_Filter _SYSTEMD_UNIT=${unit}.service\n`)
        .join('')}`;
    expect(found({ 'a.yaml': input(['docker', 'containerd']) })).toEqual(['8 notice docker-service-unit']);
    expect(found({ 'a.yaml': input(['docker', 'kubelet']) })).toEqual(['8 warning docker-service-unit']);
  });
});

describe('what is not there', () => {
  it('is a component that the values switch off', () => {
    const values = (enabled: boolean) =>
      `# ks-installer\nlogging:\n  enabled: ${enabled}\n  containerruntime: docker\n`;
    expect(found({ 'values.yaml': values(false) })).toEqual(['4 notice chart-runtime-docker']);
    expect(found({ 'values.yaml': values(true) })).toEqual(['4 error chart-runtime-docker']);
  });

  it('is a seccomp annotation on a DaemonSet instead of its pods', () => {
    const annotation = '{seccomp.security.alpha.kubernetes.io/pod: docker/default}';
    const object = (own: string, ofPods: string) =>
      `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: a\n  annotations: ${own}\nspec:\n  template:\n    metadata:\n      annotations: ${ofPods}\n    spec: {containers: [{name: a, image: b}]}\n`;
    expect(found({ 'a.yaml': object(annotation, '{}') })).toEqual(['5 notice seccomp-docker-default']);
    expect(found({ 'a.yaml': object('{}', annotation) })).toEqual(['9 warning seccomp-docker-default']);
  });
});

describe('a value that a pod mounts and a policy allows', () => {
  const chart = (mounts: string) => ({
    'app/Chart.yaml': 'apiVersion: v2\nname: app\nversion: 1.0.0\n',
    'app/values.yaml': 'logs: /var/lib/docker/containers\n',
    'app/templates/policy.yaml':
      'apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: K8sPSPHostFilesystem\nmetadata: {name: a}\nspec:\n  allowedHostPaths:\n    - pathPrefix: {{ .Values.logs }}\n',
    'app/templates/agent.yaml': `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers: [{name: a, image: b, volumeMounts: [{name: l, mountPath: /var/log}, {name: d, mountPath: /d}]}]\n      volumes:\n        - {name: l, hostPath: {path: /var/log}}\n        - {name: d, hostPath: {path: ${mounts}}}\n`,
  });

  it('is told by its mount', () => {
    expect(found(chart('{{ .Values.logs }}'))).toEqual(['1 notice docker-host-path']);
  });

  it('is told by the policy where nothing mounts it', () => {
    expect(found(chart('/srv'))).toEqual(['1 warning docker-host-path']);
  });
});

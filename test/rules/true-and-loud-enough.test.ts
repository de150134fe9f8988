/** How loud a finding may be: what still works is a notice, what fails is more, and one cause is one finding on the line to edit. */
import { describe, expect, it } from 'vitest';
import { relatedText } from '../../src/report/reasons.ts';
import type { Span } from '../../src/text/source.ts';
import { type Files, bareLinesOf as linesOf, lintTexts, loud, summaries } from '../support/in-memory.ts';

const NODE = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';

function lineOf({ source, start }: Span): number {
  return source.text.slice(0, start).split('\n').length;
}

describe('a node', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'may keep certificates where containerd 2.2 reads them too',
      'cp ca.crt /etc/docker/certs.d/registry.example.com:5000/ca.crt',
      ['3 notice docker-daemon-config'],
    ],
    [
      'may back daemon.json up',
      'if [ -f /etc/docker/daemon.json ]; then cp /etc/docker/daemon.json /root/; fi',
      ['3 notice docker-daemon-config'],
    ],
    [
      'may end a dockerd that is not there',
      'killall -9 docker; pkill dockerd',
      ['3 notice docker-service-unit', '3 notice docker-service-unit'],
    ],
    ['cannot have dockerd read its configuration again', 'pkill -SIGHUP dockerd', ['3 warning docker-service-unit']],
    [
      'may ask which docker it has where no answer is an answer',
      'version=$(docker version --format x 2>/dev/null); docker info &>/dev/null',
      ['3 notice docker-cli-command', '3 notice docker-cli-command'],
    ],
    [
      'needs what it cuts out of the answer',
      "driver=$(docker info 2>/dev/null | awk '/Cgroup Driver/ {print $3}')",
      ['3 error docker-cli-command'],
    ],
    [
      'may keep the answer of dockerd in a variable that is called like an option',
      "DOCKER_CGROUP_DRIVER=$(docker info | awk '/Cgroup Driver/ {print $3}')",
      ['3 error docker-cli-command'],
    ],
    [
      'puts options of dockerd together from parts, which are told as one',
      'DOCKER_OPT_MTU="--mtu=1400"\nDOCKER_OPT_IPMASQ="--ip-masq=false"\nDOCKER_OPTS="--iptables=false $DOCKER_OPT_MTU"',
      ['5 warning docker-daemon-config'],
    ],
    [
      'gives dockerd the option of one part alone',
      'DOCKER_OPT_IPMASQ="--ip-masq=false"',
      ['3 warning docker-daemon-config'],
    ],
    [
      'gives dockerd the option that a variable holds',
      'DOCKER_CGROUP_DRIVER=systemd',
      ['3 warning docker-daemon-config'],
    ],
    [
      'need not remove a container that is not there where it goes on without',
      'docker stop web || true; docker rm -f web || echo gone',
      ['3 notice docker-cli-command', '3 notice docker-cli-command'],
    ],
    [
      'need not remove an image that is not there where it goes on without',
      '( docker rmi golang:1.13.0 || true )',
      ['3 notice docker-cli-command'],
    ],
    [
      'may make what Docker looks for',
      'mkdir -p /run/docker/libcontainerd && ln -fs /run/containerd/containerd.sock /run/docker/libcontainerd/c.sock',
      ['3 notice docker-host-path'],
    ],
    ['may call another client docker', 'ln -sf /usr/local/bin/nerdctl /usr/local/bin/docker', []],
    ['cannot fill the logs of Docker', 'mkdir -p /var/lib/docker/containers', ['3 warning docker-host-path']],
    ['may make an empty folder', 'mkdir -p /var/lib/docker', ['3 notice docker-host-path']],
    [
      'cannot log in with docker',
      'docker login -u robot -p "$TOKEN" registry.example.com',
      ['3 warning node-registry-credentials'],
    ],
    [
      'cannot run the login that the ECR client prints',
      '$(aws ecr get-login --no-include-email)',
      ['3 warning node-registry-credentials'],
    ],
    [
      'may log in with a password for crictl',
      'crictl pull --creds "AWS:$(aws ecr get-login-password)" registry.example.com/docker:1',
      [],
    ],
  ])('%s', (_name, line, expected) => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}${line}\n` })).toEqual(expected);
  });

  it('names the certificates by the whole folder, port included', () => {
    const { findings } = lintTexts({
      'nodes/join.sh': `${NODE}mkdir -p /etc/docker/certs.d/registry.example.com:5000\n`,
    });
    expect(findings.map(({ message }) => message)).toEqual([
      '`/etc/docker/certs.d/registry.example.com:5000` is certificates for registries in the folder of Docker',
    ]);
  });
});

describe('a role that installs Docker only where the runtime is docker', () => {
  it('gives no engine to the lines that run with every runtime', () => {
    const tasks = [
      "- apt: {name: docker.io}\n  when: container_manager == 'docker'",
      '- apt: {name: kubelet}',
      '- service: {name: docker, state: restarted}',
    ];
    expect(linesOf({ 'roles/worker/tasks/main.yml': `${tasks.join('\n')}\n` })).toEqual([
      '1 notice docker-engine-package',
      '4 warning docker-service-unit',
    ]);
  });
});

describe('a list of images', () => {
  const lines = (...script: readonly string[]) =>
    linesOf({ 'nodes/images.sh': `#!/bin/bash\nsystemctl enable kubelet\n${script.join('\n')}\n` }).filter((line) =>
      line.includes('cli-command'),
    );

  it('for the eye, behind the pull that is told, is a notice', () => {
    expect(lines('docker pull example.com/app:1', 'docker images | grep app')).toEqual(['4 notice docker-cli-command']);
  });

  it('that is asked whether to pull is told at the pull', () => {
    const asked = 'if [ "$(docker images | grep "$app")" = "" ]; then';
    expect(lines(asked, '  docker pull "$app"', 'fi')).toEqual(['3 notice docker-cli-command']);
    expect(lines('apt-get install -y docker-ce', asked, '  docker pull "$app"', 'fi')).toEqual([
      '4 notice docker-cli-command',
    ]);
  });

  it('that something reads is as loud as ever, and so is one without a pull', () => {
    expect(lines('docker pull example.com/app:1', 'ids=$(docker images -q)')).toEqual(['4 error docker-cli-command']);
    expect(lines('docker pull example.com/app:1', 'docker images -q | xargs docker rmi')).toEqual([
      '4 error docker-cli-command',
    ]);
    expect(lines('docker images')).toEqual(['3 error docker-cli-command']);
  });
});

describe('a flag that an edit puts in the place of a removed one', () => {
  it('only comes where the old one is', () => {
    expect(
      linesOf({
        'nodes/join.sh': `${NODE}sed -i 's:--network-plugin=cni:--network-plugin=kubenet:' /etc/default/kubelet\n`,
      }),
    ).toEqual(['3 notice kubelet-dockershim-flag']);
  });
});

describe('runtimes of containerd 1.x', () => {
  const CRI = '[plugins.cri.containerd';
  const found = (tables: string) => linesOf({ 'etc/containerd/config.toml': tables });

  it('in tables that containerd 2 passes over are a warning for each table', () => {
    const runtime = 'runtime_type = "io.containerd.runtime.v1.linux"\nruntime_engine = "/usr/bin/kata-runtime"\n';
    const tables = `${CRI}.default_runtime]\n${runtime}${CRI}.untrusted_workload_runtime]\n${runtime}`;
    expect(found(tables).filter((line) => !line.includes('notice'))).toEqual([
      '2 warning containerd-legacy-config',
      '5 warning containerd-legacy-config',
    ]);
  });

  it('in such a table are inert where its own is empty', () => {
    const table = `${CRI}.default_runtime]\nruntime_type = ""\nruntime_engine = "/usr/local/bin"\n`;
    expect(found(table).filter((line) => !line.includes('notice'))).toEqual([]);
  });

  it('are an error below runtimes, and nothing in a table that no version reads', () => {
    const runtime = 'runtime_type = "io.containerd.runtime.v1.linux"\n';
    expect(found(`version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.a]\n${runtime}`)).toEqual([
      '3 error containerd-legacy-config',
    ]);
    expect(found(`version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.a]\n${runtime}`)).toEqual([]);
  });
});

describe('docker0', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['may be asked for before it is deleted', 'ip link show docker0 && ip link delete docker0', []],
    [
      'may be left out by a rule of the firewall',
      'iptables -t nat -I POSTROUTING ! -o docker0 -j MASQUERADE',
      ['3 notice docker-bridge-network'],
    ],
    [
      'is one of several beside the interface of a CNI plugin',
      'for i in cni0 docker0 flannel.1; do iptables -I INPUT -i "$i" -j ACCEPT; done',
      ['3 notice docker-bridge-network'],
    ],
    [
      'is missing where it is asked for, whatever is asked for before',
      'ip addr show cni0 && ip addr show docker0',
      ['3 warning docker-bridge-network'],
    ],
    [
      'is none of the pods where a rule of the firewall is for it',
      'iptables -I FORWARD -o docker0 -j ACCEPT',
      ['3 notice docker-bridge-network'],
    ],
    [
      'is missing where a rule is for it and Docker has the range of Flannel',
      'iptables -I FORWARD -o docker0 -j ACCEPT; /opt/mk-docker-opts.sh',
      ['3 warning docker-bridge-network'],
    ],
  ])('%s', (_name, line, expected) => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}${line}\n` })).toEqual(expected);
  });

  it.each([
    ['systemctl restart kubelet\n', 'warning'],
    ['systemctl restart kubelet\nls /etc/cni/net.d\n', 'notice'],
    ['systemctl restart kubelet\nkubectl apply -f kube-flannel.yml\n', 'notice'],
    [
      'systemctl restart kubelet\nkubectl apply -f kube-flannel.yml\nsource /run/flannel/subnet.env; echo $FLANNEL_SUBNET\n',
      'warning',
    ],
  ])('is in a rule for pods only where they have no network of their own: %s', (start, severity) => {
    const script = `#!/bin/bash\n${start}ufw allow in on docker0\n`;
    const { findings } = lintTexts({ 'nodes/join.sh': script });
    expect(findings.map((one) => one.severity)).toEqual([severity]);
  });
});

describe('a file of dockerd that is written and owned', () => {
  it('is told where it is written', () => {
    const script = 'mv daemon.json /etc/docker/daemon.json\nchown root /etc/docker/daemon.json\n';
    expect(linesOf({ 'nodes/join.sh': `${NODE}${script}` })).toEqual(['3 warning docker-daemon-config']);
  });
});

describe('packages that a task takes from a variable', () => {
  const names = (task: string) =>
    lintTexts({ 'roles/a/tasks/main.yml': `- service: {name: kubelet}\n- yum: ${task}\n` }).findings.map(
      ({ rule }) => rule,
    );

  it('are those of Docker where it is called after them', () => {
    expect(names('{name: "{{ item }}"}\n  with_items: "{{ docker_packages }}"')).toEqual(['docker-engine-package']);
    expect(names('{name: "{{ docker_package }}"}')).toEqual(['docker-engine-package']);
  });

  it('are none of the engine where they stand beside it', () => {
    expect(names('{name: "{{ docker_containerd_rpm_url }}"}')).toEqual([]);
    expect(names('{name: "{{ item }}"}\n  with_items: "{{ docker_required_packages }}"')).toEqual([]);
  });
});

describe('commands of one line that act on the unit of docker', () => {
  it('are one finding, with what each becomes', () => {
    const { findings } = lintTexts({
      'nodes/join.sh': `${NODE}systemctl enable docker && systemctl restart docker\n`,
    });
    expect(findings.map(({ instead }) => instead)).toEqual([
      'Write `systemctl enable containerd`; write `systemctl restart containerd`, which leaves running pods alone',
    ]);
    const [fix] = findings.map((finding) => finding.fix);
    expect([fix?.replacement, fix?.also.map(({ replacement }) => replacement)]).toEqual(['containerd', ['containerd']]);
  });

  it('are several where one of them only asks', () => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}systemctl status docker; systemctl restart docker\n` })).toHaveLength(2);
  });
});

describe('a list that feeds a command on its line', () => {
  it('is one finding, which tells what becomes of both', () => {
    const { findings } = lintTexts({ 'nodes/join.sh': `${NODE}docker ps -q | xargs docker stop\n` });
    expect(findings.map(({ instead }) => instead)).toEqual([
      '`crictl ps -q | xargs crictl stop --timeout 10` (or: kubectl delete pod: the kubelet restarts what is only stopped)',
    ]);
  });

  it('does not hide the command where it is only asked', () => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}docker rm -f $(docker ps -aq) 2>/dev/null || true\n` })).toEqual([
      '3 warning docker-cli-command',
      '3 notice docker-cli-command',
    ]);
  });

  it('is one where a variable carries the ids to a line further down, which is shown', () => {
    const { findings } = lintTexts({
      'nodes/join.sh': `${NODE}ids=$(docker ps -q | grep a)\nif [ -n "$ids" ]; then\n  docker stop $ids\nfi\n`,
    });
    const shown = findings.map(({ related }) => related.map((one) => (one.role === 'rule' ? one.message : one.role)));
    expect(shown).toEqual([['works on what this prints']]);
    expect(findings[0]?.instead).toContain('then `crictl stop');
  });

  it('is two where something else works on the ids as well', () => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}ids=$(docker ps -q)\ndocker stop $ids\ndocker rm $ids\n` })).toEqual([
      '3 error docker-cli-command',
      '5 error docker-cli-command',
    ]);
  });
});

describe('the registries of containerd 1.x', () => {
  const REGISTRY = '[plugins."io.containerd.grpc.v1.cri".registry';

  it('are one finding for the certificates of each', () => {
    const tls = (name: string) => `${REGISTRY}.configs."${name}".tls]\nca_file = "/a"\ncert_file = "/b"\n`;
    expect(linesOf({ 'etc/containerd/config.toml': `version = 2\n${tls('a')}${tls('b')}` })).toEqual([
      '3 error containerd-legacy-config',
      '6 error containerd-legacy-config',
    ]);
  });

  it('are a notice in a task for an older containerd', () => {
    const task = (test: string) =>
      linesOf({
        'roles/node/tasks/main.yml': `- command: kubeadm join\n- when: ${test}\n  copy:\n    dest: /etc/containerd/config.toml\n    content: |\n      version = 2\n      ${REGISTRY}.mirrors."a"]\n      endpoint = ["https://a"]\n`,
      });
    expect(task("containerd_version is version('2.2', '<')")).toEqual(['8 notice containerd-legacy-config']);
    expect(task("containerd_version is version('1.5', '>=')")).toEqual(['8 warning containerd-legacy-config']);
  });

  it('are a notice in a task for every containerd that is too old for the target', () => {
    const task = (test: string) =>
      linesOf({
        'roles/node/tasks/main.yml': `- command: kubeadm join\n- when: ${test}\n  copy:\n    dest: /etc/containerd/config.toml\n    content: |\n      version = 2\n      ${REGISTRY}.configs."a".tls]\n      insecure_skip_verify = true\n`,
      });
    expect(task("containerd_version is version('2.2', '<')")).toEqual(['8 notice containerd-legacy-config']);
    expect(task("containerd_version is version('2.3', '<')")).toEqual(['8 error containerd-legacy-config']);
  });
});

describe('a key of daemon.json that holds nothing', () => {
  it('is not what the file is told by', () => {
    const text = '{"insecure-registries": [], "registry-mirrors": ["https://m.example"]}\n';
    const { findings } = lintTexts({ 'nodes/join.sh': NODE, 'nodes/etc/docker/daemon.json': text });
    expect(findings.map(({ message }) => message)).toEqual([
      '`registry-mirrors` is a setting of dockerd: without it pulls go to Docker Hub itself',
    ]);
  });

  it('is not one whose value the script brings', () => {
    const script = `${NODE}kubeadm join\ncat > /etc/docker/daemon.json <<EOF\n{"log-driver": "$DRIVER"}\nEOF\n`;
    const { findings } = lintTexts({ 'nodes/join.sh': script });
    expect(findings.map(({ instead }) => instead)).toEqual([
      'log-driver: Drop it: container logs are files under /var/log/pods; ship them with an agent',
    ]);
  });
});

describe('packages of a node that Terraform keeps in a list', () => {
  const list = (...names: readonly string[]) =>
    linesOf({ 'locals.tf': `locals {\n  packages = [\n${names.map((name) => `    "${name}",`).join('\n')}\n  ]\n}\n` });

  it('are an install beside those of Kubernetes, and nothing without', () => {
    expect(list('docker-ce=5:18.09', 'docker-ce-cli=5:18.09', 'kubelet=1.15')).toEqual([
      '3 warning docker-engine-package',
    ]);
    expect(list('docker-ce=5:18.09', 'nginx')).toEqual([]);
  });
});

describe('docker_mode', () => {
  it('is an option of the tail input of Fluent Bit, and of nothing else', () => {
    const config = (text: string) =>
      linesOf({
        'a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a.conf: |\n${text.replace(/^/gm, '    ')}\n`,
      });
    expect(config('[cni_daemon]\ndocker_mode=true')).toEqual([]);
    expect(config('[INPUT]\n    Name tail\n    Path /var/log/containers/*.log\n    Docker_Mode On')).toEqual([
      '9 warning docker-log-format',
    ]);
  });
});

describe('a node with an engine of its own', () => {
  const installed = `${NODE}apt-get install -y docker-ce\n`;
  it.each<readonly [string, string, readonly string[]]>([
    ['may ask whether it is there', 'if docker --version; then echo yes; fi', ['4 notice docker-cli-command']],
    ['may ask what it is', 'driver=$(docker info | grep Driver)', ['4 notice docker-cli-command']],
    ['does not find the containers of the kubelet in it', 'docker ps', ['4 warning docker-cli-command']],
  ])('%s', (_name, line, expected) => {
    const lines = linesOf({ 'nodes/join.sh': `${installed}${line}\n` });
    expect(lines.filter((one) => !one.includes('package'))).toEqual(expected);
  });
});

describe('a role of nodes', () => {
  const role = (task: string) =>
    linesOf({ 'roles/worker/tasks/main.yml': `- command: kubeadm join --config /etc/join.yaml\n- ${task}\n` });

  it.each<readonly [string, string, readonly string[]]>([
    [
      'may ask for docker where a failure is no failure',
      'command: docker --version\n  register: found\n  ignore_errors: true',
      ['2 notice docker-cli-command'],
    ],
    [
      'needs docker where the answer has to come',
      'command: docker ps\n  register: found',
      ['2 error docker-cli-command'],
    ],
    [
      'need not remove what is not there where a failure is ignored',
      'command: docker rm -f agent\n  ignore_errors: true',
      ['2 notice docker-cli-command'],
    ],
    ['has to remove the containers of a list', 'shell: docker rm -f $(docker ps -aq)', ['2 error docker-cli-command']],
    [
      'removes no container of a list where a failure is ignored',
      'shell: docker rm -f $(docker ps -aq)\n  ignore_errors: true',
      ['2 warning docker-cli-command'],
    ],
    [
      'clears no images away where a failure is ignored',
      'shell: docker system prune -af\n  failed_when: false',
      ['2 warning docker-cli-command'],
    ],
    [
      'has to run a command in a container, whether a failure is ignored or not',
      'command: docker exec agent reload\n  ignore_errors: true',
      ['2 error docker-cli-command'],
    ],
    [
      'may use docker where a task has looked for its socket',
      'stat: {path: /var/run/docker.sock}\n  register: sock\n- command: docker ps\n  when: sock.stat.exists',
      ['4 notice docker-cli-command'],
    ],
    ['may look whether the old socket is there', 'stat: {path: /run/dockershim.sock}', ['2 notice dockershim-socket']],
    ['may look whether dockerd is configured', 'stat: {path: /etc/docker/daemon.json}', []],
    ['may not wait for the old socket', 'wait_for: {path: /run/dockershim.sock}', ['2 error dockershim-socket']],
    [
      'may use docker where a task has asked for it',
      'command: which docker\n  register: image_tool\n  failed_when: false\n- command: docker ps\n  when: image_tool.rc == 0',
      ['5 notice docker-cli-command'],
    ],
    [
      'needs docker where a task has looked for something else',
      'stat: {path: /run/agent.sock}\n  register: sock\n- command: docker ps\n  when: sock.stat.exists',
      ['4 error docker-cli-command'],
    ],
    ['may delete the bridge of docker', 'command: ip link delete docker0', []],
    ['may forget that the unit failed', 'command: systemctl reset-failed docker', ['2 notice docker-service-unit']],
  ])('%s', (_name, task, expected) => {
    expect(role(task)).toEqual(expected);
  });
});

describe('a helper that puts an option together', () => {
  it('passes nothing to the kubelet', () => {
    const script =
      'drop() {\n  local opt="--$1"\n  sed -i "/$opt/d" "/etc/kubelet/args/$2"\n}\ndrop network-plugin kubelet\n';
    expect(linesOf({ 'nodes/join.sh': `${NODE}${script}` })).toEqual([]);
  });
});

describe('a value that only counts where nothing is detected', () => {
  it('is a notice', () => {
    const policy =
      'apiVersion: nvidia.com/v1\nkind: ClusterPolicy\nmetadata: {name: gpu}\nspec:\n  operator: {defaultRuntime: docker}\n';
    expect(linesOf({ 'policy.yaml': policy })).toEqual(['5 notice chart-runtime-docker']);
  });
});

describe('a tool that only knows Docker', () => {
  it('is one finding, on the socket that it mounts', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: containrrr/watchtower, volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]\n';
    expect(linesOf({ 'pod.yaml': pod })).toEqual(['6 error docker-only-agent']);
  });
});

describe('an error', () => {
  const unit = (flag: string) =>
    linesOf({ 'roles/worker/templates/kubelet.service.j2': `[Service]\nExecStart=/usr/bin/kubelet ${flag}\n` });

  it('needs the name of a removed flag, and not its value', () => {
    expect(unit('--network-plugin=cni')).toEqual(['2 error kubelet-dockershim-flag']);
    expect(unit('--network-plugin={{ plugin }}')).toEqual(['2 error kubelet-dockershim-flag']);
    expect(unit('--pod-infra-container-image={{ pause_image }}')).toEqual(['2 error kubelet-container-runtime-flag']);
    expect(unit('--container-runtime={{ runtime }}')).toEqual(['2 error kubelet-container-runtime-flag']);
  });

  it('is a warning where a part of what breaks is not known', () => {
    expect(unit('--container-runtime-endpoint=unix://{{ run }}/dockershim.sock')).toEqual([
      '2 warning dockershim-socket',
    ]);
  });
});

describe('a path that `which docker` prints', () => {
  it.each(['[ -f "$(which docker)" ]', '[[ -x $(command -v docker) ]]'])('guards what follows: %s', (test) => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}if ${test}; then docker ps; fi\n` })).toEqual([
      '3 notice docker-cli-command',
    ]);
  });
});

describe('a kubeadm file that a test feeds', () => {
  const file =
    'apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  criSocket: /var/run/dockershim.sock\n';

  it('is one level quieter than the same file elsewhere', () => {
    expect(linesOf({ 'cluster/init.yaml': file })).toEqual(['4 error dockershim-socket']);
    expect(linesOf({ 'utils/test/file/init.yaml': file })).toEqual(['4 warning dockershim-socket']);
  });
});

describe('a container id that kubectl prints', () => {
  it('is of a node, also in a pipeline', () => {
    const job = `jobs:\n  ids:\n    runs-on: ubuntu-latest\n    steps:\n      - run: kubectl get pod x -o jsonpath='{.status.containerStatuses[0].containerID}' | sed 's#docker://##'\n`;
    expect(linesOf({ '.github/workflows/ids.yml': job })).toEqual(['5 warning docker-container-id-prefix']);
  });

  it('is taken out of JSON behind it', () => {
    const job = `ids:
  script:
    - kubectl get pods -o json | jq -r '.items[].status.containerStatuses[].containerID' | sed 's|docker://||'
    - jq -r .containerID saved.json | sed 's|docker://||'
`;
    expect(linesOf({ '.gitlab-ci.yml': job })).toEqual(['3 warning docker-container-id-prefix']);
  });

  const ASKS = "kubectl get pod a -o jsonpath='{.status.containerStatuses[0].containerID}'";
  it.each([
    ['Makefile', `cid:\n\t@${ASKS} | sed 's,^docker://,,'\n`, 2],
    ['Makefile', `cid:\n\t@${ASKS} | cut -c10- | awk -F'docker://' '{print $$2}'\n`, 2],
    ['Taskfile.yml', `version: '3'\ntasks:\n  cid:\n    cmds:\n      - ${ASKS} | sed 's,^docker://,,'\n`, 5],
    ['hack/cid.sh', `${ASKS} | sed 's,^docker://,,'\n`, 1],
  ])('is of a node, whoever asks: %s, %j', (path, text, line) => {
    expect(linesOf({ [path]: text })).toEqual([`${line} warning docker-container-id-prefix`]);
  });

  it.each([
    [`up:\n\tkind create cluster\n\t${ASKS} | sed 's,^docker://,,'\n`],
    [`cid:\n\t${ASKS} | sed -E 's,^(docker|containerd)://,,'\n`],
    ["cid:\n\tcat id | sed 's,^docker://,,'\n"],
  ])('is no matter for a warning in a cluster of containers, with every runtime, or from elsewhere: %j', (text) => {
    expect(linesOf({ Makefile: text }).filter((one) => !one.includes('notice'))).toEqual([]);
  });
});

describe('resources of Terraform', () => {
  it.each<readonly [string, readonly string[]]>([
    ['aws_ecs_task_definition', []],
    ['docker_container', []],
    ['azurerm_container_group', []],
    ['kubernetes_persistent_volume', ['docker-socket-mount']],
  ])('of the type %s', (type, expected) => {
    const volume = `  volume {\n    name = "engine"\n    host_path = "/var/run/docker.sock"\n  }`;
    const { findings } = lintTexts({
      'main.tf': `resource "${type}" "agent" {
${volume}
}
`,
    });
    expect(findings.map(({ rule }) => rule)).toEqual(expected);
  });
});

describe('a chart that mounts docker.sock for one value', () => {
  it('is answered with that value', () => {
    const template = [
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: a}',
      'spec:',
      '  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]',
      '  volumes:',
      '  {{- if eq .Values.agent.runtime "docker" }}',
      '  - {name: s, hostPath: {path: /var/run/docker.sock}}',
      '  {{- else }}',
      '  - {name: s, hostPath: {path: /run/containerd/containerd.sock}}',
      '  {{- end }}',
    ].join('\n');
    const { findings } = lintTexts({
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': 'agent: {runtime: docker}\n',
      'c/templates/pod.yaml': template,
    });
    const mount = findings.find(({ rule }) => rule === 'docker-socket-mount');
    expect(mount?.instead).toMatch(
      /^Set agent\.runtime to the runtime of the nodes: the chart writes this for Docker only$/,
    );
  });
});

describe('folders of logs', () => {
  const agent = (mounts: readonly string[], env = '') =>
    [
      'apiVersion: v1',
      'kind: Pod',
      'metadata: {name: a}',
      'spec:',
      `  containers: [{name: a, image: a, env: [${env}], volumeMounts: [${mounts.map((_, i) => `{name: v${i}, mountPath: /m${i}}`).join(', ')}]}]`,
      '  volumes:',
      ...mounts.map((path, i) => `  - {name: v${i}, hostPath: {path: ${path}}}`),
      '',
    ].join('\n');

  it('of Docker beside /var/log are a leftover', () => {
    expect(linesOf({ 'a.yaml': agent(['/var/log', '/var/lib/docker/containers']) })).toEqual([
      '8 notice docker-host-path',
    ]);
  });

  it('of Docker beside /var/log are read by an agent that parses the lines of Docker', () => {
    const config =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  fluent-bit.conf: |\n    [INPUT]\n        Name tail\n        Path /var/log/containers/*.log\n        Parser docker\n';
    const files = { 'k8s/a.yaml': agent(['/var/log', '/var/lib/docker/containers']), 'k8s/c.yaml': config };
    const { findings } = lintTexts(files);
    expect(findings.map(({ rule, related }) => [rule, related.map(({ span }) => span.source.path)])).toEqual([
      // The volume and its mount.
      ['docker-log-format', ['k8s/a.yaml', 'k8s/a.yaml']],
    ]);
    const elsewhere = config.replace('        Parser docker', '        #Parser docker');
    expect(linesOf({ ...files, 'k8s/c.yaml': elsewhere })).toEqual(['8 warning docker-host-path']);
  });

  it('of Docker alone are all that the agent reads', () => {
    expect(linesOf({ 'a.yaml': agent(['/var/lib/docker/containers']) })).toEqual(['7 warning docker-host-path']);
  });

  it('in a list are judged one by one', () => {
    const env = '{name: DIRS, value: "/var/log/pods /var/lib/docker/containers"}';
    const { findings } = lintTexts({ 'a.yaml': agent(['/var/log'], env) });
    expect(findings.map(({ instead }) => instead)).toEqual([
      'Write /var/log/pods: the kubelet keeps the logs of every runtime under /var/log/pods, linked from /var/log/containers',
    ]);
  });
});

describe('a pod that mounts /run', () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: "example.com/agent:1", volumeMounts: [{name: r, mountPath: /run}]}]\n  volumes: [{name: r, hostPath: {path: /run}}]\n';

  it('reaches docker.sock when its image is built here with a client of Docker', () => {
    const files = { 'k8s/pod.yaml': pod, 'agent/Dockerfile': 'FROM alpine:3.20\nRUN apk add docker-cli\n' };
    expect(summaries(lintTexts(files).findings)).toContain(
      'k8s/pod.yaml:6:40 warning docker-socket-parent-mount "/run"',
    );
  });

  it('is nothing when the image has no client', () => {
    expect(linesOf({ 'k8s/pod.yaml': pod, 'agent/Dockerfile': 'FROM alpine:3.20\nRUN apk add docker-doc\n' })).toEqual(
      [],
    );
  });
});

describe('what belongs to one install is shown with it', () => {
  function withRelated(files: Files): readonly string[] {
    const lineOf = ({ source, start }: Span) => source.text.slice(0, start).split('\n').length;
    return lintTexts(files).findings.map(
      ({ span, rule, related }) => `${rule} ${lineOf(span)}: ${related.map((one) => lineOf(one.span)).join(' ')}`,
    );
  }

  it('switch, repository, group and user of Docker Engine', () => {
    const script = `${NODE}INSTALL_DOCKER="\${INSTALL_DOCKER:-true}"
if [ "$INSTALL_DOCKER" = true ]; then
  amazon-linux-extras enable docker
  groupadd -fog 1950 docker
  useradd --gid 1950 docker
  cat > /etc/yum.repos.d/docker-ce.repo <<EOF
[docker]
baseurl=https://download.docker.com/linux/centos/7/x86_64/stable
EOF
  yum install -y docker-ce
fi
`;
    expect(withRelated({ 'node.sh': script })).toEqual(['docker-engine-package 12: 3 5 6 7 8 10']);
  });

  it('the stages of an image that bring cri-dockerd', () => {
    const dockerfile = `FROM golang AS cri
RUN git clone https://github.com/Mirantis/cri-dockerd
FROM ubuntu
COPY --from=cri /go/cri-dockerd /usr/bin/cri-dockerd
COPY --from=cri /go/cri-docker.service /usr/lib/systemd/system/cri-docker.service
RUN apt-get install -y kubelet kubeadm && systemctl enable kubelet docker.service
`;
    expect(withRelated({ 'node/Dockerfile': dockerfile })).toEqual(['cri-dockerd-adapter 2: 4 5 6']);
  });

  it('programs of the engine that an image of a node copies', () => {
    const dockerfile = `FROM ubuntu
COPY --from=docker:27 /usr/local/bin/dockerd /usr/local/bin/docker /usr/local/bin/
COPY docker /docker
RUN apt-get install -y kubelet kubeadm && systemctl enable kubelet
`;
    expect(withRelated({ 'node/Dockerfile': dockerfile })).toEqual(['docker-engine-package 2: 2']);
  });
});

describe('the log of dockerd', () => {
  it('is missing where a script of a node reads it', () => {
    const script = `${NODE}for log in docker upstart/docker; do
  [ -e "/var/log/$log" ] && cp "/var/log/$log" /tmp/logs/
done
`;
    expect(linesOf({ 'collect.sh': script })).toEqual(['4 notice docker-host-path']);
  });

  it('is nothing where a script makes a folder of that name', () => {
    expect(linesOf({ 'collect.sh': `${NODE}mkdir -p /var/log/docker\n` })).toEqual([]);
  });
});

describe('options of dockerd in a variable', () => {
  const unit = (options: string) =>
    lintTexts({
      'nodes/join.sh': NODE,
      'nodes/user-data.yaml': `#cloud-config\nruncmd: [kubeadm join a]\nwrite_files:\n  - path: /etc/default/docker\n    content: |\n      DOCKER_OPTS="${options}"\n`,
    }).findings.map(({ instead }) => instead);

  it('are one finding with what each of them becomes', () => {
    expect(unit('--log-opt max-size=50m --log-opt max-file=3').at(-1)).toBe(
      'Set containerLogMaxSize: 50Mi and containerLogMaxFiles: 3 in KubeletConfiguration',
    );
    const [advice] = unit('--storage-driver=overlay2 --log-opt max-size=50m').slice(-1);
    expect(advice).toMatch(
      /^storage-driver: Drop it: overlayfs is the default .*; log-opt: Set containerLogMaxSize: 50Mi in /,
    );
  });

  it('are one finding with the file that the same line writes', () => {
    const line = `echo 'DOCKER_OPTS="--iptables=false"' > /etc/default/docker\n`;
    expect(linesOf({ 'nodes/join.sh': `${NODE}${line}` })).toEqual(['3 warning docker-daemon-config']);
  });

  it('are told one by one where they stand on lines of their own', () => {
    const script = 'DOCKER_OPTS="--log-opt max-size=50m \\\n  --storage-driver=overlay2"\n';
    expect(linesOf({ 'nodes/join.sh': `${NODE}export ${script}` })).toEqual([
      '3 warning docker-daemon-config',
      '4 warning docker-daemon-config',
    ]);
  });
});

describe('a drop-in of docker.service that a first boot writes', () => {
  const message = (unit: string) =>
    lintTexts({
      'worker.bu': `variant: flatcar\nsystemd:\n  units:\n    - name: kubelet.service\n${unit}`,
    }).findings.map((finding) => finding.message);

  it('is told as one, and a unit that is started as what the kubelet does not use', () => {
    const dropIn = '      dropins: [{name: a.conf, contents: "[Service]\\nLimitNOFILE=1"}]\n';
    expect(message(`    - name: docker.service\n${dropIn}`)).toEqual([
      'This is a drop-in of `docker.service`, which nodes without Docker Engine do not have',
    ]);
    expect(message(`    - name: docker.service\n      enabled: true\n${dropIn}`)).toEqual([
      '`docker.service` is configured here, and the kubelet does not use it',
    ]);
  });

  it('is read in Terraform too', () => {
    const tf =
      'data "ignition_systemd_unit" "docker" {\n  name = "docker.service"\n  dropin {\n    name = "a.conf"\n    content = file("a.conf")\n  }\n}\n';
    expect(lintTexts({ 'worker.tf': tf }).findings.map((finding) => finding.message)).toEqual([
      'This is a drop-in of `docker.service`, which nodes without Docker Engine do not have',
    ]);
  });
});

describe('a command of a unit whose failure is ignored', () => {
  it('is told as that', () => {
    const unit = '[Service]\nExecStartPre=-/usr/bin/docker rm -f kubelet\nExecStart=/usr/bin/kubelet --v=2\n';
    expect(lintTexts({ 'kubelet.service': unit }).findings.map((finding) => finding.message)).toEqual([
      '`docker rm -f kubelet` always fails on a node without Docker Engine; the unit goes on',
    ]);
  });
});

describe('a container that another file of the repository starts with docker', () => {
  const clean = (name: string, started: string) =>
    linesOf({
      'nodes/clean.sh': `${NODE}docker rm -f ${name}\n`,
      'proxy/start.sh': `#!/bin/bash\ndocker run -d --name ${started} example.com/proxy:1\n`,
    }).filter((line) => line.includes(' rm') || !line.includes('notice'));

  it('is told as that', () => {
    expect(clean('proxy', 'proxy')).toEqual(['3 warning docker-cli-command']);
  });

  it('is told as that under the name of a part of Kubernetes too: the kubelet calls none of its containers so', () => {
    expect(clean('kube-proxy', 'kube-proxy')).toEqual(['3 warning docker-cli-command']);
    expect(clean('k8s_kube-proxy_a', 'kube-proxy')).toEqual(['3 error docker-cli-command']);
  });

  it('is another than one of another name, and than those that nodes have', () => {
    expect(clean('cache', 'proxy')).toEqual(['3 error docker-cli-command']);
    expect(clean('$(docker ps -q --filter name=kube-proxy)', 'kube-proxy')).toEqual(['3 error docker-cli-command']);
  });
});

describe('tasks that pull the image they start', () => {
  it('are told at what they start', () => {
    const tasks =
      '- command: kubeadm join\n- command: docker pull "{{ image }}"\n- docker_container: {name: a, image: "{{image}}"}\n';
    expect(linesOf({ 'roles/a/tasks/main.yml': tasks })).toEqual(['3 warning docker-cli-command']);
  });
});

describe('docker.sock in the engine of a pod', () => {
  it('is a warning: the engine has one of its own', () => {
    const pod = (image: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: "${image}", volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]\n`;
    expect(linesOf({ 'a.yaml': pod('docker:27-dind') })).toEqual(['6 warning docker-socket-mount']);
    expect(linesOf({ 'a.yaml': pod('example.com/app:1') })).toEqual(['6 error docker-socket-mount']);
  });
});

describe('what kind patches into its nodes', () => {
  it('is a warning: nobody keeps such a cluster', () => {
    const patch =
      'kind: InitConfiguration\n  apiVersion: kubeadm.k8s.io/v1beta3\n  nodeRegistration:\n    criSocket: /var/run/dockershim.sock\n';
    const cluster = `kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nkubeadmConfigPatches:\n- |\n  ${patch}`;
    expect(linesOf({ 'cluster.yaml': cluster })).toEqual(['8 warning dockershim-socket']);
  });
});

describe('a unit that pulls the image it starts', () => {
  it('is told at what it starts', () => {
    const unit = (pulled: string) =>
      linesOf({
        'join.sh': NODE,
        'proxy.service': `[Service]\nExecStartPre=/usr/bin/docker pull ${pulled}\nExecStart=/usr/bin/docker run --rm example.com/proxy\n`,
      });
    expect(unit('example.com/proxy:latest')).toEqual([
      '2 notice node-local-image-build',
      '3 warning docker-cli-command',
    ]);
    expect(unit('example.com/other:1')).toEqual(['2 warning node-local-image-build', '3 warning docker-cli-command']);
  });
});

describe('a container that the same file starts with docker', () => {
  it.each([
    ['by its name', 'docker run -d --name proxy proxy:1\ndocker logs proxy\n', 'docker logs proxy'],
    ['by a variable', 'docker run -d --name "$NAME" proxy:1\ndocker restart ${NAME}\n', 'docker restart ${NAME}'],
  ])('is told as that: %s', (_, script, command) => {
    const finding = lintTexts({ 'nodes/join.sh': `${NODE}${script}` }).findings.at(-1);
    expect([finding?.severity, finding?.message, finding?.instead]).toEqual([
      'warning',
      `\`${command}\` fails: the node has no \`docker\`, with which this container is started here`,
      'Write nerdctl for docker where nerdctl starts the container; drop the line where a static pod, a DaemonSet or a systemd unit runs it',
    ]);
  });

  it('is another than one that another variable names', () => {
    expect(linesOf({ 'nodes/join.sh': `${NODE}docker run -d --name "$NAME" proxy:1\ndocker rm -f "$ID"\n` })).toEqual([
      '3 warning docker-cli-command',
      '4 error docker-cli-command',
    ]);
  });
});

describe('the items of a list of options for dockerd', () => {
  it('are one finding', () => {
    const vars = 'k8s_version: v1.35.0\ndocker_options:\n  - "--dns 10.0.0.2"\n  - "--log-driver=journald"\n';
    expect(linesOf({ 'roles/docker/defaults/main.yml': vars })).toEqual(['3 warning docker-daemon-config']);
    expect(lintTexts({ 'roles/docker/defaults/main.yml': vars }).findings[0]?.instead).toContain(
      '; log-driver: Drop it',
    );
  });
});

describe('a flag and its value', () => {
  it('are one finding where both are told in the same words', () => {
    const pod =
      "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: weaveworks/scope:1.13.2\n      args: ['--probe.docker=true']\n";
    const found = linesOf({ 'scope.yaml': pod }).filter((line) => line.startsWith('8 '));
    expect(found).toEqual(['8 error chart-runtime-docker']);
  });
});

describe('a container that stands for a node', () => {
  it('is entered by a docker that is not the node’s, whatever runs inside', () => {
    const script = `#!/bin/bash
in_node() { docker exec "$(docker ps -q -f name=dev-control-plane)" "$@"; }
in_node bash -c "docker ps -f label=io.kubernetes.container.name=etcd"
`;
    expect(loud({ 'experiment/dump.sh': script })).toEqual([]);
  });
});

describe('configuration that containerd 2 refuses', () => {
  const SHIM =
    'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_type = "io.containerd.runtime.v1.linux"\n';
  const role = (version: string) => ({
    'roles/node/templates/config.toml.j2': SHIM,
    'roles/node/tasks/main.yml':
      '- template: {src: config.toml.j2, dest: /etc/containerd/config.toml}\n- shell: kubeadm join --config /etc/join.yaml\n',
    'roles/node/defaults/main.yml': version,
  });

  it.each([
    ['is an error where nothing says which containerd is installed', 'other_version: "1.7.23"\n', 'error'],
    ['breaks later where the role installs containerd 1.x', 'containerd_version: "1.7.23"\n', 'warning'],
    [
      'is an error where one of the versions is 2.x',
      'versions:\n  old: {containerd_version: "1.7.23"}\n  new: {containerd_version: "2.2.1"}\n',
      'error',
    ],
  ])('%s', (_, defaults, severity) => {
    expect(linesOf(role(defaults))).toContain(`3 ${severity} containerd-legacy-config`);
  });

  const script = (install: string) => ({
    'node.sh': `#!/bin/bash\napt-get install -y kubelet kubeadm\n${install}\ncat > /etc/containerd/config.toml <<EOF\n${SHIM}EOF\n`,
  });
  const RELEASES = 'https://github.com/containerd/containerd/releases/download';

  it.each([
    ['wget https://example.org/runc.amd64', 'error'],
    [`wget ${RELEASES}/v1.6.14/containerd-1.6.14-linux-amd64.tar.gz`, 'warning'],
    [`URL=${RELEASES}/v1.7.2/containerd-1.7.2-linux-amd64.tar.gz; curl -LO "$URL"`, 'warning'],
    [`wget ${RELEASES}/v2.1.0/containerd-2.1.0-linux-amd64.tar.gz`, 'error'],
    ['apt-get install -y containerd.io=1.6.9-1', 'warning'],
    ['yum install -y containerd.io-1.2.6-3.3.el7', 'warning'],
    ['dpkg -i debs/containerd.io_1.6.9-1_amd64.deb', 'warning'],
    ['apt-get install -y containerd.io=5:2.1.5-1', 'error'],
  ])('of a script that says `%s`', (install, severity) => {
    expect(linesOf(script(install))).toContain(`7 ${severity} containerd-legacy-config`);
  });
});

describe('a policy', () => {
  const policy = (paths: string) =>
    `apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: HostPaths\nmetadata: {name: a}\nspec: {parameters: {paths: [${paths}]}}\n`;

  it.each([
    ['/var/run/docker.sock', ['4 warning docker-socket-mount']],
    ['/run/containerd/containerd.sock, /var/run/docker.sock', ['4 notice docker-socket-mount']],
  ])('that names %s', (paths, expected) => {
    expect(linesOf({ 'policy.yaml': policy(paths) })).toEqual(expected);
  });

  it('keeps the socket of the runtime in its list', () => {
    const text = policy('/run/containerd/containerd.sock, /var/run/docker.sock');
    expect(lintTexts({ 'policy.yaml': text }).findings.map(({ instead }) => instead)).toEqual([
      'Delete `/var/run/docker.sock` from the list once no node runs Docker Engine',
    ]);
  });
});

describe('a job that asks Docker for containers', () => {
  const docker = '  - job_name: a\n    docker_sd_configs: [{host: unix:///var/run/docker.sock}]\n';
  const pods = '  - job_name: b\n    kubernetes_sd_configs: [{role: pod}]\n';
  const nodes = '  - job_name: b\n    kubernetes_sd_configs: [{role: node}]\n';
  const config = (jobs: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  scrape.yaml: |\n${`scrape_configs:\n${jobs}`.replace(/^/gm, '    ')}\n`;

  it.each([
    ['by itself finds nothing', docker, ['8 error docker-socket-endpoint']],
    ['beside one for nodes finds nothing', docker + nodes, ['8 error docker-socket-endpoint']],
    ['beside one for pods misses nothing of them', docker + pods, ['8 warning docker-socket-endpoint']],
  ])('%s', (_name, jobs, expected) => {
    expect(linesOf({ 'scrape.yaml': config(jobs) })).toEqual(expected);
  });
});

describe('a runtime that a function gives to its own variable', () => {
  const restart = 'systemctl restart docker';
  it.each<readonly [string, string, readonly string[]]>([
    [
      'is the runtime of the branch behind it',
      `setup() {\n local runtime=docker\n if [ "$runtime" = docker ]; then ${restart}; fi\n}\nsetup`,
      ['5 warning docker-service-unit'],
    ],
    [
      'is the runtime of the arm behind it',
      `setup() {\n local runtime=docker\n case $runtime in\n docker) ${restart} ;;\n esac\n}\nsetup`,
      ['6 warning docker-service-unit'],
    ],
    [
      'is that of the script where the script always calls it',
      `defaults() { RUNTIME=docker; }\ndefaults\nif [ "$RUNTIME" = docker ]; then ${restart}; fi`,
      ['5 warning docker-service-unit'],
    ],
    [
      'is a choice where the script calls it in a branch',
      `docker_too() { RUNTIME=docker; }\nif [ "$1" = --docker ]; then docker_too; fi\nif [ "$RUNTIME" = docker ]; then ${restart}; fi`,
      ['5 notice docker-service-unit'],
    ],
    [
      'is a choice of that function where another one asks',
      `one() { local runtime=docker; echo "$runtime"; }\ntwo() { if [ "$runtime" = docker ]; then ${restart}; fi; }\nif [ -n "$1" ]; then one; else two; fi`,
      ['4 notice docker-service-unit'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(linesOf({ 'node/setup.sh': NODE + text })).toEqual(expected);
  });
});

describe('a script of a node', () => {
  it.each<readonly [string, string, readonly string[]]>([
    [
      'that saves images of Docker for the runtime is told so where it saves them',
      'docker pull a/app:1\ndocker tag a/app:1 b/app:1\ndocker save b/app:1 > app.tar\nctr -n k8s.io images import /tmp/app.tar\n',
      ['3 notice node-local-image-build', '4 notice docker-cli-command', '5 warning node-local-image-build'],
    ],
    [
      'that starts one image again and again as a program is one finding',
      'docker run --rm -i acme/jq .a < x\nif true; then docker run --rm acme/jq .b; fi\ndocker run --rm acme/jq .c\ndocker run --rm acme/yq .a\ndocker run -d acme/jq\n',
      ['3 warning docker-cli-command', '6 warning docker-cli-command', '7 warning docker-cli-command'],
    ],
    [
      'that installs what lies in a folder which is called after the engine installs the engine',
      'dpkg -i ./debs/docker-ce/*.deb\nsystemctl enable --now docker\n',
      ['3 warning docker-engine-package', '4 notice docker-service-unit'],
    ],
    [
      'that restarts what a list names, and asks whether that went well, is one finding',
      "docker ps -a |grep -E 'k8s_etcd|k8s_kube' | awk -F ' ' '{print $1}' | xargs docker restart\nif [ $? -ne 0 ]; then exit 1; fi\n",
      ['3 error docker-cli-command'],
    ],
    [
      'that removes all volumes is one finding',
      'docker volume rm $(docker volume ls -q)\ndocker volume ls -q\n',
      ['3 error docker-cli-command', '4 error docker-cli-command'],
    ],
    [
      'that removes all networks is one finding',
      'docker network ls -q | xargs -r docker network rm\n',
      ['3 error docker-cli-command'],
    ],
    ['that only makes the folder of dockerd is a notice', 'mkdir -p /etc/docker\n', ['3 notice docker-daemon-config']],
    [
      'may keep files of its own in the folder of dockerd',
      'mkdir -p /etc/docker/certs\nmv tls.key /etc/docker/certs\n',
      ['3 notice docker-daemon-config'],
    ],
  ])('%s', (_name, lines, expected) => {
    expect(linesOf({ 'node/setup.sh': NODE + lines })).toEqual(expected);
  });

  it('that copies a daemon.json into the folder of dockerd writes that file', () => {
    const files = { 'node/setup.sh': `${NODE}cp /vagrant/daemon.json /etc/docker/\n` };
    expect(lintTexts(files).findings.map(({ message }) => message)).toEqual([
      '`/etc/docker/daemon.json` is the configuration of dockerd; only Docker Engine reads it',
    ]);
  });
});

describe('a unit whose program is docker run', () => {
  it('is told at its program, and not again where it stops it', () => {
    const unit = `[Service]
ExecStartPre=-/usr/bin/docker rm kube-proxy
ExecStart=/usr/bin/docker run --name kube-proxy acme/kube-proxy
ExecStop=/usr/bin/docker stop kube-proxy
`;
    const files = {
      'units/kube-proxy.service': unit,
      'units/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n',
    };
    expect(linesOf(files)).toEqual([
      '2 notice docker-cli-command',
      '3 error docker-cli-command',
      '4 notice docker-cli-command',
    ]);
  });
});

describe('a role that is called after the package of the engine', () => {
  it('is told where it installs the package, and not where a play names it', () => {
    const files = {
      'site.yml': '- hosts: all\n  roles: [docker-ce, kubelet]\n',
      'roles/docker-ce/tasks/main.yml': '- apt: {name: docker-ce, state: present}\n',
      'roles/kubelet/tasks/main.yml': '- command: kubeadm join\n',
    };
    expect(lintTexts(files).findings.map(({ span }) => span.source.path)).toEqual(['roles/docker-ce/tasks/main.yml']);
  });
});

describe('a file of dockerd that a script writes and then edits', () => {
  it('is one finding, with the edits', () => {
    const text = `${NODE}echo '{"log-driver": "journald"}' > /etc/docker/daemon.json
sed -i s/journald/json-file/ /etc/docker/daemon.json
jq .a /etc/docker/daemon.json > /tmp/d && mv /tmp/d /etc/docker/daemon.json
`;
    const [one, ...others] = lintTexts({ 'node/setup.sh': text }).findings;
    const lines = one?.related.map((place) => `${lineOf(place.span)} ${relatedText(place)}`);
    expect([others, one?.severity, lines?.slice(-2)]).toEqual([[], 'warning', ['4 edits it', '5 edits it']]);
  });

  it('is one finding too where it is touched first', () => {
    const text = `${NODE}touch /etc/docker/daemon.json && chmod 600 /etc/docker/daemon.json
echo '{"log-driver": "journald"}' | tee /etc/docker/daemon.json
`;
    expect(linesOf({ 'node/setup.sh': text })).toEqual(['4 warning docker-daemon-config']);
    const tasks = `- command: kubeadm join
- file: {path: /etc/docker/daemon.json, state: touch}
- shell: |
    cat > /etc/docker/daemon.json <<EOF
    {"log-driver": "journald"}
    EOF
`;
    const [one, ...others] = lintTexts({ 'roles/node/tasks/main.yml': tasks }).findings;
    expect([others, one && lineOf(one.span), one?.instead]).toEqual([
      [],
      4,
      'log-driver: Drop it: container logs are files under /var/log/pods; ship them with an agent',
    ]);
  });

  it('is told at the edit where only that happens without Docker as well', () => {
    const text = `${NODE}if command -v docker; then echo '{}' > /etc/docker/daemon.json; fi\nsed -i s/a/b/ /etc/docker/daemon.json\n`;
    expect(linesOf({ 'node/setup.sh': text })).toEqual([
      '3 notice docker-daemon-config',
      '4 warning docker-daemon-config',
    ]);
  });
});

describe('the socket through which RKE reaches its machines', () => {
  it('is there, because RKE only makes nodes with Docker Engine', () => {
    const text = 'nodes:\n  - address: 192.0.2.1\n    role: [worker]\n    docker_socket: /var/run/docker.sock\n';
    expect(linesOf({ 'cluster.yml': text })).toEqual([]);
  });
});

describe('an address of Docker', () => {
  const telegraf = '[[inputs.docker]]\n  endpoint = "unix:///var/run/docker.sock"\n';

  it('is a notice where nothing tells what machine it is for', () => {
    expect(linesOf({ 'etc/telegraf.conf': telegraf })).toEqual(['2 notice docker-socket-endpoint']);
  });

  it('breaks an agent that a cluster runs', () => {
    const config = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  telegraf.conf: |\n${telegraf.replace(/^/gm, '    ')}\n`;
    expect(linesOf({ 'telegraf.yaml': config })).toEqual(['7 error docker-socket-endpoint']);
  });
});

describe('an image that the project starts with Docker', () => {
  const clear = 'docker rmi $(docker images -q acme/tool) >/dev/null 2>&1\n';
  const found = (files: Files) =>
    lintTexts({ 'nodes/join.sh': `${NODE}${clear}`, ...files }).findings.flatMap(({ span, severity, instead }) =>
      span.source.path === 'nodes/join.sh' ? [[severity, instead.slice(0, 24)]] : [],
    );

  it('goes with that', () => {
    const notice = [['notice', 'Write nerdctl for docker']];
    expect(found({ 'nodes/tool': '#!/bin/bash\ndocker run --rm -v /opt:/opt acme/tool:$VERSION\n' })).toEqual(notice);
    expect(found({ 'get.sh': '#!/bin/bash\nc=$(docker create acme/tool)\n' })).toEqual(notice);
  });

  it('is the kubelet’s where only others start it', () => {
    const error = [['error', '`crictl rmi --prune`; it']];
    expect(found({})).toEqual(error);
    expect(found({ 'nodes/tool': '#!/bin/bash\ndocker run --rm acme/tools:1\n' })).toEqual(error);
    expect(found({ Makefile: 'try:\n\tdocker run --rm acme/tool:1\n' })).toEqual(error);
  });
});

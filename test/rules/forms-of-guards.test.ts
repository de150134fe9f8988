/** What keeps a line away from where it would break, in forms that are written less often. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud } from '../support/in-memory.ts';

/** Rule and severity of each finding that is louder than a notice. */
function causesIn(files: Files): readonly string[] {
  return loud(files).map((line) => line.split(' ').slice(1, 3).join(' '));
}

const JOIN = '#!/bin/bash\nkubeadm join --config join.yaml\n';

describe('a patch in JSON', () => {
  const patch = (operations: string) => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
patches:
  - target: {kind: DaemonSet}
    patch: |-
${operations.replace(/^/gm, '      ').trimEnd()}
`;
  const PATH = '/spec/template/spec/volumes/0/hostPath/path';

  it('compares with what it tests', () => {
    const operations = `- {op: test, path: ${PATH}, value: /var/run/docker.sock}\n- {op: replace, path: ${PATH}, value: /run/containerd/containerd.sock}\n`;
    expect(causesIn({ 'kustomization.yaml': patch(operations) })).toEqual([]);
  });

  it('adds a variable to a container', () => {
    const operations =
      '- op: add\n  path: /spec/template/spec/containers/0/env/-\n  value: {name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}\n';
    expect(causesIn({ 'kustomization.yaml': patch(operations) })).toEqual(['error docker-socket-endpoint']);
  });
});

describe('a resource of Terraform', () => {
  it('is not made with a count of none', () => {
    const pod = (count: number) => `resource "kubernetes_pod_v1" "a" {
  count = ${count}
  spec {
    container {
      image = "acme/a:1"
      volume_mount {
        name       = "s"
        mount_path = "/s"
      }
    }
    volume {
      name = "s"
      host_path { path = "/var/run/docker.sock" }
    }
  }
}
`;
    expect(causesIn({ 'a.tf': pod(0) })).toEqual([]);
    expect(causesIn({ 'a.tf': pod(1) })).toEqual(['error docker-socket-mount']);
  });

  it('makes a ConfigMap of a file, which pods mount', () => {
    const files = {
      'logs.tf':
        'resource "kubernetes_config_map_v1" "a" {\n  data = { "telegraf.conf" = file("${path.module}/telegraf.conf") }\n}\n',
      'telegraf.conf': '[[inputs.docker]]\n  endpoint = "unix:///var/run/docker.sock"\n',
    };
    expect(causesIn(files)).toEqual(['error docker-socket-endpoint']);
  });
});

describe('a default of a template that the values replace', () => {
  const chart = (value: string) => ({
    'Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
    'values.yaml': `agent: {socket: "${value}"}\n`,
    'templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: agent}
spec:
  containers: [{name: a, image: acme/a:1, volumeMounts: [{name: s, mountPath: /s}]}]
  volumes: [{name: s, hostPath: {path: {{ .Values.agent.socket | default "/var/run/docker.sock" }}}}]
`,
  });

  it('is a notice', () => {
    expect(causesIn(chart('/run/containerd/containerd.sock'))).toEqual([]);
  });

  it('is one with the value that takes its place where that is empty', () => {
    const { findings } = lintTexts(chart(''));
    expect(findings.map(({ severity, instead }) => [severity, instead.includes('`agent.socket: ')])).toEqual([
      ['error', true],
    ]);
  });
});

describe('a unit with a condition', () => {
  it('does nothing where there is no docker', () => {
    const unit = (condition: string) =>
      `[Unit]\n${condition}After=kubelet.service\n[Service]\nExecStart=/usr/bin/docker system prune -f\n`;
    expect(causesIn({ 'sweep.service': unit('ConditionPathExists=/usr/bin/docker\n') })).toEqual([]);
    expect(causesIn({ 'sweep.service': unit('') })).toEqual(['error docker-cli-command']);
  });
});

describe('a task of Ansible', () => {
  const play = (task: string) => ({ 'play.yml': `- hosts: kube_node\n  tasks:\n${task.replace(/^/gm, '    ')}` });

  it.each([
    ['that needs docker to be there', '- command: {cmd: docker container prune -f, removes: /usr/bin/docker}\n'],
    ['whose rescue asks another runtime', '- block:\n    - command: docker ps\n  rescue:\n    - command: crictl ps\n'],
  ])('%s is a notice', (_, task) => {
    expect(causesIn(play(task))).toEqual([]);
  });

  it.each([
    ['local_action', 'local_action: {module: command, cmd: docker version}'],
    ['delegate_to', 'command: docker version\n  delegate_to: localhost'],
  ])('that runs where the playbook does is none of a node: %s', (_, task) => {
    const role = `- package: {name: kubelet}\n- ${task}\n`;
    expect(
      causesIn({ 'roles/worker/tasks/main.yml': role, 'site.yml': '- hosts: kube_node\n  roles: [worker]\n' }),
    ).toEqual([]);
  });
});

describe('docker that is another program', () => {
  it.each([
    ['a link', 'ln -sf /usr/local/bin/nerdctl /usr/local/bin/docker\n'],
    ['an alias', "alias docker='nerdctl -n k8s.io'\n"],
    ['a package', 'dnf install -y cri-o podman-docker\n'],
  ])('is called by %s', (_, line) => {
    expect(causesIn({ 'node.sh': `${JOIN}${line}docker ps\n` })).toEqual([]);
  });
});

describe('functions of which one is called by the name of the runtime', () => {
  it('are for their runtimes', () => {
    const script = `${JOIN}pull_docker() { docker pull "$1"; }\npull_containerd() { crictl pull "$1"; }\n"pull_$runtime" "$1"\n`;
    expect(causesIn({ 'pull.sh': script })).toEqual([]);
  });
});

describe('machines beside the nodes', () => {
  it('keep their engine, whoever reaches them', () => {
    const script = `${JOIN}ssh builder-1 docker image prune -f\nssh node-1 docker image prune -f\n`;
    expect(causesIn({ 'ops.sh': script })).toEqual(['error docker-cli-command']);
  });
});

describe('a machine of a Vagrantfile that is called after its use', () => {
  it('is none of the nodes beside it', () => {
    const file = `$node = <<~SHELL
  apt-get install -y kubelet kubeadm
SHELL
Vagrant.configure("2") do |config|
  config.vm.define "builder" do |one|
    one.vm.provision "docker"
  end
  config.vm.define "worker" do |one|
    one.vm.provision "shell", inline: $node
  end
end
`;
    expect(causesIn({ Vagrantfile: file })).toEqual([]);
  });
});

describe('one line for several runtimes', () => {
  it('writes a drop-in for containerd too', () => {
    const script = `${JOIN}for unit in docker containerd; do\n  cat > "/etc/systemd/system/$unit.service.d/proxy.conf" < proxy.conf\ndone\n`;
    expect(causesIn({ 'proxy.sh': script })).toEqual([]);
  });

  it('keeps the sockets of several, from which one is chosen', () => {
    const map = 'sockets:\n  docker: /var/run/dockershim.sock\n  containerd: /run/containerd/containerd.sock\n';
    expect(causesIn({ 'group_vars/all.yml': map })).toEqual([]);
  });

  it('asks for a pod by its variables as well', () => {
    const script = '[ -n "$KUBERNETES_SERVICE_HOST" ] || [ -f /.dockerenv ] && export BIND=0.0.0.0\n';
    const files = { Dockerfile: 'FROM acme/base\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]\n', 'run.sh': script };
    expect(causesIn(files)).toEqual([]);
  });
});

describe('what looks for Docker', () => {
  it('compares a Node with the socket of dockershim', () => {
    const line = `kubectl get node a -o json | jq -e '.metadata.annotations["kubeadm.alpha.kubernetes.io/cri-socket"] != "/var/run/dockershim.sock"'\n`;
    expect(causesIn({ 'check.sh': JOIN + line })).toEqual([]);
  });

  it('counts the nodes that still run it', () => {
    const rule =
      'groups: [{name: a, rules: [{alert: A, expr: \'count(kube_node_info{container_runtime_version=~"docker://.+"}) > 0\'}]}]\n';
    expect(causesIn({ 'rules.yaml': rule })).toEqual([]);
  });

  it('leaves its folders out of a search', () => {
    expect(causesIn({ 'roles/node/files/updatedb.conf': 'PRUNEPATHS="/tmp /var/lib/docker /run"\n' })).toEqual([]);
  });
});

describe('a cluster of an older version', () => {
  it('was not refused Docker yet', () => {
    const cluster = (version: string) =>
      `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec: {kubernetesVersion: ${version}, containerRuntime: docker}\n`;
    expect(causesIn({ 'cluster.yaml': cluster('1.22.17') })).toEqual(['warning provisioner-docker-runtime']);
    expect(causesIn({ 'cluster.yaml': cluster('1.31.4') })).toEqual(['error provisioner-docker-runtime']);
  });
});

describe('parsers of logs', () => {
  it('read what an application writes in a filter, whatever the runtime', () => {
    const filter = '[FILTER]\n    Name parser\n    Key_Name message\n    Parser docker\n';
    expect(causesIn({ 'fluent-bit.conf': filter })).toEqual([]);
  });

  it('are told for each job by itself', () => {
    const jobs = `scrape_configs:
  - job_name: one
    pipeline_stages:
      - cri: {}
  - job_name: two
    pipeline_stages:
      - match: {selector: '{a="b"}', stages: [{docker: {}}]}
`;
    expect(causesIn({ 'promtail.yaml': jobs })).toEqual(['warning docker-log-format']);
  });
});

describe('a resource of the Prometheus operator', () => {
  it('is told in its own words', () => {
    const config =
      'apiVersion: monitoring.coreos.com/v1alpha1\nkind: ScrapeConfig\nmetadata: {name: a}\nspec: {dockerSDConfigs: [{host: "unix:///var/run/docker.sock"}]}\n';
    const { findings } = lintTexts({ 'scrape.yaml': config });
    expect(findings.map(({ instead }) => instead.includes('kubernetesSDConfigs with role: Pod'))).toEqual([true]);
  });
});

describe('a script of PowerShell', () => {
  const NODE = 'Start-Service kubelet\n';
  it.each([
    ['whether a pipe is there', "if (Test-Path '\\\\.\\pipe\\docker_engine') { throw 'still there' }\n"],
    ['for a service that may be missing', '$has = if (Get-Service docker -ErrorAction SilentlyContinue) { 1 }\n'],
    ['for nothing, and switches it off', 'Set-Service -Name docker -StartupType Disabled\n'],
  ])('asks %s', (_, line) => {
    expect(causesIn({ 'node.ps1': NODE + line })).toEqual([]);
  });
});

describe('a number that is compared with a variable of another name', () => {
  const severities = (uses: string, when: string) =>
    lintTexts({
      'roles/node/tasks/main.yml': `- command: ${uses}\n- lineinfile:\n    path: /var/lib/kubelet/kubeadm-flags.env\n    line: KUBELET_KUBEADM_ARGS="--network-plugin=cni"\n  when: ${when}\n`,
    }).findings.map(({ severity }) => severity);
  const UPGRADE = 'kubeadm upgrade apply v1.{{ target }}.0 -y';

  it('is a minor version of Kubernetes where the variable is written as one', () => {
    expect(severities(UPGRADE, 'target | int < 24')).toEqual(['notice']);
    expect(severities(UPGRADE, 'target == 22')).toEqual(['notice']);
    expect(severities('apt-get install kubelet=1.{{ node.target }}.3-00', 'node.target | int <= 23')).toEqual([
      'notice',
    ]);
  });

  it('is none where it is not, or where it is one without dockershim', () => {
    expect(severities('kubeadm upgrade apply {{ target }} -y', 'target | int < 24')).toEqual(['error']);
    expect(severities(UPGRADE, 'target | int < 30')).toEqual(['error']);
    expect(severities(UPGRADE, 'other | int < 24')).toEqual(['error']);
  });

  it('is one in a script too', () => {
    const script = (test: string) =>
      lintTexts({
        'up.sh': `#!/bin/bash\napt-get install -y kubelet=1.$target.0-00\nif [ "${test}" -lt 24 ]; then\n  kubelet --network-plugin=cni\nfi\n`,
      }).findings.map(({ severity }) => severity);
    expect(script('$target')).toEqual(['notice']);
    expect(script('$other')).toEqual(['error']);
  });
});

/** Lines that mention Docker where it matters, and about which the linter has no opinion: they are listed and do not pass for clean. */
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/model/limits.ts';
import { positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

const NODE = '#!/bin/bash\nkubeadm join --config /etc/join.yaml\n';

function unexplained(files: Files): readonly string[] {
  const { lines } = lintTexts(files).coverage.unexplained;
  return lines.map(({ source, start }) => `${source.path}:${positionAt(source, start).line}`);
}

describe('a line of a node that mentions Docker', () => {
  it.each([
    ['a program that nobody knows', 'frobnicate --engine docker /x\n'],
    ['a line of a file that nobody reads', 'cat > /etc/frob/frob.conf <<EOF\nwatch dockerd\nEOF\n'],
    ['a variable for others', 'export ENGINE_NAME=docker\n'],
  ])('is listed where nothing is known about it: %s', (_, script) => {
    expect(unexplained({ 'node.sh': NODE + script })).toHaveLength(1);
  });

  it.each([
    ['it has a finding', 'docker rm -f k8s_etcd\n'],
    ['it is a comment', '# docker is gone\ntrue # since docker is gone\n'],
    ['it is a comment of a template', '{{/* wait for docker */}}\nERR=20 {{/* docker did not start */}}\n'],
    ['people read it', 'echo "docker is gone"\nlog::error "[limit]" "choose docker or containerd"\n'],
    ['it is a question', 'if [ "$CONTAINER_RUNTIME" = docker ]; then docker ps; fi\n'],
    ['it is known to work', 'docker build -t app .\n'],
    ['it takes Docker away', 'apt-get remove -y docker docker-engine\n'],
    ['it names something else', 'systemctl start docker-monitor.timer\ncurl -O https://docker.example.com/a.tgz\n'],
    ['it names a project', 'git clone https://github.com/acme/docker\ngo get github.com/docker/docker/pkg/reexec\n'],
    [
      'it is the address of an image',
      'skopeo copy docker://acme/agent oci:/x\nfrob public.ecr.aws/docker/library/redis\n',
    ],
    ['a query leaves it out', 'frob --query \'sum(node_network_bytes{device!~"lo|veth.*|docker.*"})\'\n'],
    ['it tells how a program is used', 'usage() {\ncat <<EOF\n  --cri    docker or containerd\nEOF\n}\n'],
  ])('is not listed where %s', (_, script) => {
    expect(unexplained({ 'node.sh': NODE + script })).toEqual([]);
  });

  it('is not listed where it names a file that runs from there, which is read by itself', () => {
    const machine = (path: string) => `Vagrant.configure("2") do |config|
  config.vm.provision "shell", path: "kubelet.sh"
  config.vm.provision "shell", path: "${path}"
end
`;
    const files = { 'kubelet.sh': NODE, 'scripts/docker.sh': 'true\n' };
    expect(unexplained({ ...files, Vagrantfile: machine('scripts/docker.sh') })).toEqual([]);
    expect(unexplained({ ...files, Vagrantfile: `${machine('scripts/docker.sh')}frob "docker"\n` })).toEqual([
      'Vagrantfile:5',
    ]);
  });

  it('is not listed in the later lines of a description', () => {
    const pod = (text: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data:
  a.yaml: |
    spec:
      command:
        ${text}: 'Entrypoint array. Not in a shell. The
          docker image ENTRYPOINT is used.'
---
apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  volumes: [{name: a, configMap: {name: a}}]
  containers: [{name: a, image: a, volumeMounts: [{name: a, mountPath: /a}]}]
`;
    expect(unexplained({ 'a.yaml': pod('description') })).toEqual([]);
    expect(unexplained({ 'a.yaml': pod('frobnicate') })).toEqual(['a.yaml:9']);
  });

  it('is not listed in a pipeline, which needs no node', () => {
    expect(unexplained({ '.github/workflows/a.yml': 'on: push\njobs: {a: {steps: [{run: frob docker}]}}\n' })).toEqual(
      [],
    );
  });

  it('is listed in a pod, and not where it heads a section of which a line has a finding', () => {
    const pod = (value: string) => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: a
      args:
        - --docker
        - ${value}
`;
    expect(unexplained({ 'pod.yaml': pod('--x') })).toEqual(['pod.yaml:9']);
    const cluster =
      'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n  docker:\n    logDriver: json-file\n';
    expect(unexplained({ 'cluster.yaml': cluster })).toEqual([]);
  });

  it('is not listed where it names something that is written elsewhere: a handler, a word for a search', () => {
    const tasks = (key: string) => `- hosts: kube-node
  tasks:
    - command: kubeadm join
      ${key}:
        - Kubelet | restart
        - Docker | reload docker
`;
    expect(unexplained({ 'play.yml': tasks('notify') })).toEqual([]);
    expect(unexplained({ 'play.yml': tasks('engines') })).toEqual(['play.yml:6']);
  });

  it('is not listed where a container mounts a volume: what the node must have, the volume says', () => {
    const pod = (volume: string) => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: a
      volumeMounts: [{name: v, mountPath: /etc/docker/registry}]
  volumes: [{name: ${volume}, emptyDir: {}}]
`;
    expect(unexplained({ 'pod.yaml': pod('v') })).toEqual([]);
    expect(unexplained({ 'pod.yaml': pod('other') })).toEqual(['pod.yaml:8']);
  });

  it('is not listed where it is a question, or a role that a question leads to', () => {
    const play = `- hosts: kube-node
  roles:
    - { role: docker, when: "CONTAINER_RUNTIME == 'docker'" }
  tasks:
    - command: kubeadm join
      when:
        - needed
        - engines | has "docker"
`;
    expect(unexplained({ 'play.yml': play })).toEqual([]);
    expect(unexplained({ 'node.sh': `${NODE}{{- if has "docker" .engines }}\ntrue\n{{- end }}\n` })).toEqual([]);
  });

  it('is not listed where a log agent calls a stream so, or a client of registries keeps its settings', () => {
    const config = (data: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data:
${data.replace(/^/gm, '  ')}
`;
    const labels = 'a.conf: |\n  <source>\n    @type systemd\n    @id journald-docker\n    tag docker\n  </source>';
    expect(unexplained({ 'a.yaml': config(labels) })).toEqual([]);
    expect(unexplained({ 'a.yaml': config('CONFIG_FOLDER: /home/jenkins/.docker') })).toEqual([]);
    expect(unexplained({ 'a.yaml': config('ENGINE_FOLDER: /home/jenkins/docker') })).toEqual(['a.yaml:5']);
  });

  it('is listed beside a command that is understood', () => {
    expect(unexplained({ 'node.sh': `${NODE}if true; then frob docker; fi\n` })).toEqual(['node.sh:3']);
  });

  it.each(['mpirun --mca btl_tcp_if_exclude lo,docker0 a', 'frob -x NCCL_SOCKET_IFNAME=^lo,docker a'])(
    'is not listed where it is left out: %s',
    (line) => {
      expect(unexplained({ 'node.sh': `${NODE}${line}\n` })).toEqual([]);
    },
  );

  it('is not listed where it is a watch of the audit daemon', () => {
    const rules = '-w /usr/bin/dockerd -p wa\n-a always,exit -F path=/usr/bin/docker -k docker\n';
    expect(unexplained({ 'node.sh': `${NODE}cat > /etc/audit/rules.d/a.rules <<EOF\n${rules}EOF\n` })).toEqual([]);
  });

  it('is counted beyond the lines that a report holds', () => {
    const lines = Array.from({ length: LIMITS.shownUnexplained + 3 }, (_, i) => `frob${i} docker\n`).join('');
    const { count, lines: shown } = lintTexts({ 'node.sh': NODE + lines }).coverage.unexplained;
    expect([count, shown.length]).toEqual([LIMITS.shownUnexplained + 3, LIMITS.shownUnexplained]);
  });

  it.each([
    'frob docker',
    'frob dockerd',
    'frob dockershim',
    'frob cri-dockerd',
    'frob Docker',
    'frob docker-1',
    'frob docker.sock',
    'frob exclude lo docker0',
    'frob interfaces=~"lo|docker0"',
    'frob --cri docker',
    'frob "engine: docker"',
    'engine: docker',
    'x#docker docker',
    'frobinfo docker',
    'echo2 docker',
    'hosts docker',
    '  -cc, --cri   docker or containerd',
    '  -c, -cri   docker or containerd',
    '  --cri docker',
    '  x --cri   docker',
    'frob exclude=lo --x docker',
    'frob exclude "lo" docker',
    'frob IFNAME=lo,docker0',
    'frob IFNAME=^lo docker',
    'frob a!~"lo" docker',
    '-x always docker',
    'frob github.com/acme/x docker',
    'frob git.com/docker',
    'functions docker',
    'name docker',
    'named: docker',
    'labelx: docker',
    '// docker',
    'docker2',
    'docker:/x',
    'docker.iox',
    'cri-dockerd.sock',
  ])('is listed: %s', (line) => {
    expect(unexplained({ 'node.sh': `${NODE}${line}\n` })).toEqual(['node.sh:3']);
  });

  it.each([
    'frob mydocker dockers docker_x docker-x',
    'frob docker.io docker.com docker.example.com',
    'frob docker://agent docker/library/agent',
    'frob www.github.com/acme/docker https://gitlab.com/acme/docker',
    'frob https://raw.githubusercontent.com/acme/docker',
    'frob exclude=lo,docker0',
    'frob ignore-interfaces: "docker0"',
    'frob EXCLUDE lo,docker0',
    'frob IFNAME: "^lo,docker0"',
    "frob device!~'lo|docker0'",
    '  --cri   docker or containerd',
    '  -c, --cri   docker or containerd',
    '  -c --cri   docker or containerd',
    '  --cri=NAME   docker or containerd',
    '{% if engines.docker %}',
    '{%- elif engines.docker %}',
    '{{ if .Engines.docker }}',
    '{{- else if .Engines.docker }}',
    '  -c,  --cri   docker or containerd',
    'frob excludes: docker',
    'frob --ignore docker',
    'frob ignore = "lo,docker"',
    "frob 'ignore': 'docker'",
    'frob a!~\\"lo|docker\\"',
    '  -w /x docker',
    'frob gitlab.com/acme/docker',
    '<match docker>',
    '<filter docker>',
    'pos_file docker',
    'tag docker',
    'function docker {',
    'name=docker',
    '  "name": docker',
    '{ name: docker',
    '  - name: docker',
    'x.y/name: docker',
    'docker-ce.repo-file-of-frob',
  ])('is not listed for another thing, or for people: %s', (line) => {
    expect(unexplained({ 'node.sh': `${NODE}${line}\n` })).toEqual([]);
  });

  it.each([
    'info',
    'log_step',
    'logger',
    'warn',
    'warning',
    'err',
    'error',
    'die',
    'usage',
    'fail',
    'say',
    'msg',
    'print',
    'printf',
    'output',
    'cat',
    'my:info',
    'my-info',
  ])('is not listed where people read what %s prints', (program) => {
    expect(unexplained({ 'node.sh': `${NODE}${program} docker\n` })).toEqual([]);
  });

  it.each([
    'name',
    'display_name',
    'description',
    'summary',
    'title',
    'message',
    'err_msg',
    'help',
    'comment',
    'app',
    'component',
    'tag',
    'tags',
    'label',
    'labels',
    'maintainer',
    'kind',
    'role',
    'notify',
    'listen',
    'when',
    'that',
    'failed_when',
    'changed_when',
    'src',
    'source',
    'dest',
    'destination',
  ])('is not listed as the value of %s', (key) => {
    expect(unexplained({ 'node.sh': `${NODE}${key}: docker\n` })).toEqual([]);
  });

  it.each(['listen', 'keywords', 'tags', 'when', 'that', 'failed_when', 'changed_when'])(
    'is not listed in a list of %s, at its depth or deeper',
    (key) => {
      const tasks = (item: string) =>
        `- hosts: kube-node\n  tasks:\n    - command: kubeadm join\n      ${key}:\n${item}`;
      expect(unexplained({ 'play.yml': tasks('        - first\n        - frob docker\n') })).toEqual([]);
      expect(unexplained({ 'play.yml': tasks('      - first\n      - frob docker\n') })).toEqual([]);
      expect(unexplained({ 'play.yml': tasks('        - first\n      engines:\n        - frob docker\n') })).toEqual([
        'play.yml:7',
      ]);
    },
  );

  it.each(['summary', 'help', 'usage', 'comment'])('is not listed in the later lines of a %s', (key) => {
    const task = (name: string) =>
      `- hosts: kube-node\n  tasks:\n    - command: kubeadm join\n      ${name}: >-\n        text of\n        docker\n`;
    expect(unexplained({ 'play.yml': task(key) })).toEqual([]);
    expect(unexplained({ 'play.yml': task('engine') })).toEqual(['play.yml:6']);
  });

  it.each([
    ['  docker:\n    logDriver: json-file\n', []],
    ['  docker: # engine\n    logDriver: json-file\n', []],
    ['  "docker":\n    logDriver: json-file\n', []],
    ['  docker:\n\n    logDriver: json-file\n', ['cluster.yaml:5']],
  ])('is not listed where it heads a section of which a line has a finding: %j', (section, lines) => {
    const cluster = 'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n';
    expect(unexplained({ 'cluster.yaml': cluster + section })).toEqual(lines);
  });

  it('is not listed in a build of images, where it is no path', () => {
    const build =
      'apiVersion: build.openshift.io/v1\nkind: BuildConfig\nmetadata: {name: a}\nspec:\n  strategy: {type: docker}\n  folder: /srv/docker x\n';
    expect(unexplained({ 'build.yaml': build })).toEqual(['build.yaml:6']);
    const skaffold = 'apiVersion: skaffold/v4\nkind: Config\nmetadata: {name: a}\nbuild:\n  engine: {docker: {}}\n';
    expect(unexplained({ 'skaffold.yaml': skaffold })).toEqual([]);
  });

  it('is listed in the order of files and lines', () => {
    const script = 'kubeadm join\nfrob docker\nknob docker\n';
    expect(unexplained({ 'b.sh': script, 'a.sh': script })).toEqual(['a.sh:2', 'a.sh:3', 'b.sh:2', 'b.sh:3']);
  });
});

describe('a comment that mentions Docker', () => {
  const inMap = (name: string, text: string) =>
    unexplained({
      'a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  ${name}: |\n${text.replace(/^/gm, '    ')}\n`,
    });

  it.each([
    ['a.ini', '[x]\n; frob docker', '[x]\na = frob docker'],
    ['a.toml', '# frob docker\na = 1', 'a = "frob docker"'],
    ['config.alloy', '// frob docker\nlogging {}', 'logging {}\nfrob docker'],
    ['config.alloy', 'logging {\n  // frob docker\n}', 'logging {\n  a = "frob docker"\n}'],
    ['a.bat', 'rem frob docker', 'frob docker'],
    ['a.bat', ':: frob docker', 'frob docker'],
  ])('is one by the language of the text that a ConfigMap holds: %s', (name, comment, line) => {
    expect(inMap(name, comment)).toEqual([]);
    expect(inMap(name, line)).toHaveLength(1);
  });

  it.each([
    ['config.alloy', 'logging {\n  a = 2 * docker\n}'],
    ['config.alloy', 'logging {\n  a = "frob//docker"\n}'],
    ['a.bat', 'frob rem docker'],
    ['a.bat', 'frob ::docker'],
    ['a.ini', '[x]\na = b; docker'],
  ])('begins where its language lets it begin: %s: %j is none', (name, line) => {
    expect(inMap(name, line)).toHaveLength(1);
  });

  it('has no form in JSON', () => {
    expect(inMap('a.json', '{"a": "frob # docker"}')).toHaveLength(1);
  });

  it.each<readonly [string, string, readonly string[]]>([
    [
      'kubelet.service',
      '[Unit]\n; docker\n# docker\n[Service]\nExecStart=/usr/bin/kubelet\nEngine=frob docker # docker\n',
      ['kubelet.service:6'],
    ],
    ['run.bat', 'kubelet --v=2\nrem docker\n  REM docker\n:: docker\nfrob docker\n', ['run.bat:5']],
    ['run.ps1', 'Start-Service kubelet\n# docker\nfrob docker\n', ['run.ps1:3']],
    ['node.pp', "class a {\n  service { 'kubelet': }\n  # docker\n  frob { 'frob docker': }\n}\n", ['node.pp:4']],
    [
      'pod.jsonnet',
      "{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' },\n // docker\n /* docker\n  * docker */\n engine: 'frob docker',\n spec: { containers: [{ name: 'c', image: 'a' }] } }\n",
      ['pod.jsonnet:5'],
    ],
    [
      'main.tf',
      'resource "aws_instance" "a" {\n  // docker\n  # docker\n  x = "frob docker"\n  y = 1 // docker\n  user_data = <<E\n#!/bin/bash\nkubeadm join\nfrob docker\n// docker\nE\n}\n',
      ['main.tf:4', 'main.tf:9', 'main.tf:10'],
    ],
  ])('is one by the language of the file: %s', (path, text, lines) => {
    expect(unexplained({ [path]: text })).toEqual(lines);
  });
});

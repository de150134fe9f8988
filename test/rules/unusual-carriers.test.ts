/** What reaches a node through a carrier that hides it, and what only looks as if it did. */
import { describe, expect, test } from 'vitest';
import { spanText } from '../../src/text/source.ts';
import { type Files, lintTexts, summaries } from '../support/in-memory.ts';

const lint = (files: Record<string, string>): string[] =>
  summaries(lintTexts(files).findings).map((one) => one.replace(/ ".*$/s, ''));
const node = (script: string): string[] => lint({ 'node.sh': `#!/bin/bash\nkubeadm join a\n${script}` });

describe('a script', () => {
  test('adds flags for older nodes to a variable: they are no error where the variable is written', () => {
    const found = node(`version_ge() { [ "$(printf '%s\\n%s\\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
args=--node-ip=10.0.0.1
if ! version_ge "$KUBERNETES_VERSION" 1.24.0; then
  args="$args --network-plugin=cni"
fi
echo "KUBELET_EXTRA_ARGS=$args" > /etc/default/kubelet
`);
    expect(found.filter((one) => one.includes(' error '))).toEqual([]);
  });

  test.each([
    ['printf into a file', `note() { printf '%s\\n' "$*" >> /var/log/run.log; }`],
    ['echo of a variable', 'note() { local text="$*"; echo "$text"; }'],
    ['a count of its own', 'note() { echo "$((n + 1)) $*"; }'],
    ['a pipe into tee', 'note() { echo "$@" | tee -a run.log; }'],
  ])('writes its words down: %s', (_how, helper) => {
    expect(node(`${helper}\nnote docker ps is gone\n`)).toEqual([]);
  });

  test.each([
    ['prints them first', 'note() { echo "+ $*"; "$@"; }'],
    ['prints them into a shell', 'note() { echo "$@" | bash; }'],
    ['runs them where it tests', 'note() { echo "$@"; [[ -n $("$@") ]]; }'],
    ['runs them for what it writes', 'note() { echo "$@" > >("$@"); }'],
    ['runs them as a default', 'note() { echo "${OUT:-$("$@")}"; }'],
    ['runs them in a substitution', 'note() { local out=$("$@"); echo "$out"; }'],
  ])('runs its words: %s', (_how, helper) => {
    expect(node(`${helper}\nnote docker ps\n`)).toEqual(['node.sh:4:6 error docker-cli-command']);
  });

  test('gives a variable its default with :=', () => {
    expect(node(`: "\${UNIT:=docker}"\nsystemctl restart "$UNIT"\n`)).toEqual([
      'node.sh:3:12 warning docker-service-unit',
    ]);
  });

  test('leaves by exec where containerd is: the rest is for the others', () => {
    const script = 'if [ -S /run/containerd/containerd.sock ]; then\n  exec crictl ps\nfi\nexec docker ps\n';
    expect(node(script)).toEqual(['node.sh:6:6 notice docker-cli-command']);
  });

  test('uses what a file that it sources sets', () => {
    const found = lint({
      'lib/settings.sh': 'ENGINE=docker\nPOOL=$1\n',
      'bin/node.sh': '#!/bin/bash\n. "$(dirname "$0")/../lib/settings.sh"\nkubeadm upgrade node\n"$ENGINE" ps -q\n',
    });
    expect(found).toEqual(['bin/node.sh:4:2 error docker-cli-command']);
  });

  test('does not take a variable that the sourced file sets in a branch', () => {
    const found = lint({
      'lib/settings.sh': 'ENGINE=docker\nif ready; then\n  ENGINE=nerdctl\nfi\n',
      'bin/node.sh': '#!/bin/bash\n. "$(dirname "$0")/../lib/settings.sh"\nkubeadm upgrade node\n"$ENGINE" ps -q\n',
    });
    expect(found).toEqual([]);
  });

  test('reaches the machines of a cluster, which a cloud lists by their label', () => {
    const loop = (filter: string) =>
      lint({
        'look.sh': `#!/bin/bash\nfor vm in $(gcloud compute instances list --filter='${filter}' --format='value(name)'); do\n  gcloud compute ssh "$vm" --command 'docker ps'\ndone\n`,
      });
    expect(loop('labels.goog-gke-node:*')).toEqual(['look.sh:3:39 error docker-cli-command']);
    expect(loop('name~bastion')).toEqual(['look.sh:3:39 notice docker-cli-command']);
  });
});

describe('an engine that only older nodes get', () => {
  test('in Puppet, keeps the command outside of the condition loud', () => {
    const found = lint({
      'modules/worker/manifests/init.pp': `class worker (String $version) {
  package { ['kubelet', 'kubeadm']: ensure => installed }
  if versioncmp($version, '1.24.0') < 0 {
    package { 'docker-ce': ensure => installed }
  }
  service { 'docker': ensure => running }
}
`,
    });
    expect(found).toContain('modules/worker/manifests/init.pp:6:14 warning docker-service-unit');
  });
});

describe('user data', () => {
  test('has a NodeConfig and a script, which run on a node', () => {
    const found = lint({
      'user-data.txt': `MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="B"

--B
Content-Type: application/node.eks.aws

apiVersion: node.eks.aws/v1alpha1
kind: NodeConfig
spec:
  kubelet:
    flags: [--image-pull-progress-deadline=5m]
--B
Content-Type: text/x-shellscript

#!/bin/bash
docker load -i images.tar
--B--
`,
    });
    expect(found).toEqual([
      'user-data.txt:11:13 error kubelet-dockershim-flag',
      'user-data.txt:16:1 warning node-local-image-build',
    ]);
  });

  test('is written in the syntax of Terraform', () => {
    const found = lint({
      'worker.tf': `data "cloudinit_config" "worker" {
  part {
    content = yamlencode({
      packages    = ["kubelet", "kubeadm"]
      write_files = [{ path = "/etc/default/kubelet", content = "KUBELET_EXTRA_ARGS=--cni-bin-dir=/opt/cni/bin" }]
      runcmd      = [["docker", "load", "-i", "/opt/images.tar"]]
    })
  }
}
`,
    });
    expect(found).toEqual([
      'worker.tf:5:85 error kubelet-dockershim-flag',
      'worker.tf:6:24 warning node-local-image-build',
    ]);
  });

  test('is a script that makes a node, in a folder of continuous integration', () => {
    const found = lint({
      'ci/boot.sh': '#!/bin/bash\nsystemctl restart docker\nkubeadm join api:6443\n',
      'infra/main.tf':
        'resource "openstack_compute_instance_v2" "worker" {\n  user_data = file("${path.module}/../ci/boot.sh")\n}\n',
    });
    expect(found).toEqual(['ci/boot.sh:2:1 warning docker-service-unit']);
  });

  test('keeps files in data URLs', () => {
    const url = 'data:,KUBELET_EXTRA_ARGS%3D--network-plugin%3Dcni%0A';
    const encoded = `data:;base64,${Buffer.from('runtime-endpoint: unix:///var/run/dockershim.sock\n').toString('base64')}`;
    const file = (path: string, source: string) => ({ path, contents: { source } });
    const files = [file('/etc/default/kubelet', url), file('/etc/crictl.yaml', encoded)];
    const found = lint({ 'worker.ign': JSON.stringify({ ignition: { version: '3.4.0' }, storage: { files } }) });
    expect(found.map((one) => one.replace(/^.* (\w+ [\w-]+)$/, '$1'))).toEqual([
      'error kubelet-dockershim-flag',
      'error dockershim-socket',
    ]);
  });
});

describe('configuration', () => {
  test('a volume of a job’s pod that names the path once mounts the node’s docker', () => {
    const config = `    [runners.kubernetes]
      [[runners.kubernetes.volumes.host_path]]
        name = "client"
        mount_path = "/usr/bin/docker"
`;
    const indented = config.replace(/^/gm, '    ').trimEnd();
    expect(lint({ 'values.yaml': `runners:\n  config: |\n    [[runners]]\n${indented}\n` })).toEqual([
      'values.yaml:7:27 warning docker-host-path',
    ]);
  });

  test('a value that HelmDeploy of Azure Pipelines overrides', () => {
    const found = lint({
      'azure-pipelines.yml': `pool: {vmImage: ubuntu-24.04}
steps:
  - task: HelmDeploy@0
    inputs:
      command: upgrade
      chartName: chaos-mesh/chaos-mesh
      overrideValues: chaosDaemon.runtime=docker,dashboard.create=true
`,
    });
    expect(found).toEqual([expect.stringMatching(/^azure-pipelines\.yml:7:\d+ error chart-runtime-docker$/)]);
  });

  test.each([
    ['a map of flags', 'cloud-provider: external\n                  network-plugin: cni'],
    ['a map with branches', '{{ if .external }}\n                  network-plugin: cni{{ end }}'],
    ['a line of flags', '{{ .flags }} --network-plugin=cni'],
  ])('a patch of a ClusterClass writes %s as a text', (_what, text) => {
    const found = lint({
      'class.yaml': `apiVersion: cluster.x-k8s.io/v1beta1
kind: ClusterClass
metadata: {name: base}
spec:
  patches:
    - name: kubelet
      definitions:
        - jsonPatches:
            - op: add
              path: /spec/template/spec/joinConfiguration/nodeRegistration/kubeletExtraArgs
              valueFrom:
                template: |
                  ${text}
`,
    });
    expect(found).toEqual([expect.stringMatching(/^class\.yaml:1[34]:\d+ error kubelet-dockershim-flag$/)]);
  });

  test('a function of Jsonnet is given several lists', () => {
    const found = lint({
      'agent.jsonnet': `{
  agent: ds.new('agent', containers=[c.new('agent', 'acme/agent:1')])
    + ds.withVolumes([{ name: 'engine', hostPath: { path: '/var/run/docker.sock', type: 'Socket' } }]),
}
`,
    });
    expect(found).toEqual([expect.stringMatching(/^agent\.jsonnet:3:\d+ error docker-socket-mount$/)]);
  });

  test('a dashboard says in words what its query asks for no more', () => {
    const panels = [
      { type: 'text', options: { content: 'kubelet_docker_operations_total is gone' } },
      { type: 'timeseries', title: 'was kubelet_docker_operations', targets: [{ expr: 'up' }] },
    ];
    expect(lint({ 'board.json': JSON.stringify({ title: 'Nodes', panels }) })).toEqual([]);
  });

  test('an alert watches the filesystem of Docker', () => {
    const rule = (matcher: string) =>
      lint({
        'rules.yaml': `groups:\n  - name: a\n    rules:\n      - alert: Full\n        expr: node_filesystem_avail_bytes{${matcher}} < 5e9\n`,
      });
    expect(rule('mountpoint="/var/lib/docker"')).toEqual([
      expect.stringMatching(/^rules\.yaml:5:\d+ warning docker-metrics-query$/),
    ]);
    expect(rule('mountpoint!~"/var/lib/docker/.+"')).toEqual([]);
  });
});

describe('the bridge of Docker', () => {
  const advice = (line: string) =>
    lintTexts({ 'node.sh': `#!/bin/bash\nkubeadm join a\n${line}\n` }).findings[0]?.instead;

  test('in a rule of a firewall goes with the rule, never alone', () => {
    expect(advice('iptables -I INPUT 1 -i docker0 -j ACCEPT')).toBe(
      'Delete the rule, or write the bridge of the CNI plugin (cni0) for docker0 in it; without an interface it would be for all traffic. Set net.ipv4.ip_forward = 1 in /etc/sysctl.d, which dockerd used to do',
    );
  });

  test('is needed where a script only puts it down for a while', () => {
    expect(node('ip link set docker0 down\nip addr add 10.1.0.1/24 dev docker0\n')).toEqual([
      'node.sh:4:1 warning docker-bridge-network',
    ]);
  });

  test('is looked for by a script that takes it away', () => {
    expect(node('if ip link show docker0; then\n  ip link set docker0 down\n  ip link delete docker0\nfi\n')).toEqual(
      [],
    );
  });
});

describe('a file of services in words of its own', () => {
  const service = (start: string) =>
    lint({ 'conf/services.yaml': `- name: worker\n  after: [network]\n  start: ${start}\n` });

  test.each([
    '/usr/local/bin/kubelet --network-plugin=cni --v=2',
    '/opt/bin/kubelet --network-plugin=cni --v=2',
    '>-\n    /usr/bin/kubelet \n    --v=2 \n    --network-plugin=cni',
    'kubelet --network-plugin=cni',
  ])('starts a program by its path as by its name: %s', (start) => {
    expect(service(start)).toEqual([expect.stringMatching(/ error kubelet-dockershim-flag$/)]);
  });

  test('may name a path for something else', () => {
    expect(service('/var/lib/docker rm')).toEqual([]);
    expect(service('/srv/kubelet --network-plugin=cni')).toEqual([]);
  });
});

describe('flags of a kubelet that a cookbook puts together', () => {
  const NODE = { 'recipes/node.rb': "package 'kubelet'\n" };
  const told = (files: Files) =>
    lintTexts({ ...NODE, ...files }).findings.map(({ rule, span }) => `${rule} ${spanText(span)}`);
  const attribute = (line: string) => told({ 'attributes/node.rb': `${line}\n` });

  test.each([
    ["default['kubelet']['flags']['network_plugin'] = 'cni'", 'kubelet-dockershim-flag network_plugin'],
    [
      "default['k8s']['kubelet']['daemon_flags']['cni_cache_dir']   = '/var/lib/cni'",
      'kubelet-dockershim-flag cni_cache_dir',
    ],
    [
      "override[:k8s][:kubelet][:extra_args][:network_plugin] = node['plugin']",
      'kubelet-dockershim-flag network_plugin',
    ],
    [
      "default['kubelet']['args']['container_runtime'] = node['runtime'] == 'docker' ? 'docker' : 'remote'",
      'kubelet-container-runtime-flag container_runtime',
    ],
  ])('as attributes: %s', (line, finding) => {
    expect(attribute(line)).toEqual([finding]);
  });

  test.each([
    "default['kubelet']['flags']['network_plugin'] = nil",
    "default['kubelet']['flags']['register_node'] = true",
    "default['proxy']['flags']['network_plugin'] = 'cni'",
    "default['kubelet']['config']['network_plugin'] = 'cni'",
  ])('and not as %s', (line) => {
    expect(attribute(line)).toEqual([]);
  });

  test('as what rkt hands to it', () => {
    const unit = (program: string) =>
      told({
        'recipes/unit.rb': `unit = [\n  "/usr/bin/rkt",\n  "run",\n  "--exec=${program}",\n  "--",\n  "--network-plugin=cni",\n  "--register-node=true"\n].join(" ")\n`,
      });
    expect(unit('/kubelet')).toEqual(['kubelet-dockershim-flag --network-plugin=cni']);
    expect(unit('/proxy')).toEqual([]);
  });
});

describe('a list of commands whose items are lists of words', () => {
  const told = (commands: string) =>
    lint({
      'packer/node.yml': `plugins:\n  commands:\n    commands:\n${commands.replace(/^/gm, '      ')}\nnodes: {kubelet: true}\n`,
    });

  test.each([
    "- [ 'chroot', '{root}', 'apt-get', 'install', '-y', 'docker-engine' ]",
    "- [ 'chroot', '{root}', '/bin/sh', '-c', 'dpkg --install /tmp/docker.deb' ]",
    '- - yum\n  - install\n  - -y\n  - docker-ce',
  ])('is read as those commands: %s', (commands) => {
    expect(told(commands).map((line) => line.split(' ').slice(1).join(' '))).toEqual(['warning docker-engine-package']);
  });

  test('is none where its words are lines', () => {
    expect(told("- [ 'apt-get update', 'apt-get install -y docker-ce' ]")).toHaveLength(1);
    expect(told("- [ 'echo', 'apt-get install -y docker-ce' ]")).toEqual([]);
  });
});

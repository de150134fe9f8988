/** What stands beside something that works without Docker, or is read by nobody: leftovers, and the opposite of each that is not. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud } from '../support/in-memory.ts';

/** Severity and rule of each finding. */
function told(files: Files): readonly string[] {
  return lintTexts(files).findings.map(({ severity, rule }) => `${severity} ${rule}`);
}

interface Agent {
  readonly image?: string;
  readonly args?: string;
  /** Folders and sockets of the node that it mounts, as YAML maps. */
  readonly mounts?: readonly string[];
}

function daemonSet({ image = 'acme/agent:1', args = '[]', mounts = [] }: Agent): Files {
  const volumes = mounts.map((mount, i) => `        - {name: v${i}, hostPath: ${mount}}\n`).join('');
  const mounted = mounts.map((_, i) => `{name: v${i}, mountPath: /m${i}}`).join(', ');
  return {
    'agent.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - {name: agent, image: "${image}", args: ${args}, volumeMounts: [${mounted}]}
      volumes:
${volumes}`,
  };
}

describe('the interface of an agent that writes a rule of iptables', () => {
  it.each([
    ['["--host-interface=docker0"]', []],
    ['["--host-interface=docker0", "--iptables=false"]', []],
    ['["--host-interface=docker0", "--iptables=true"]', ['warning docker-bridge-network']],
    ['["--iptables", "--host-interface=docker0"]', ['warning docker-bridge-network']],
    ['["--bridge-interface=docker0"]', ['warning docker-bridge-network']],
  ])('counts where it writes one: %s', (args, expected) => {
    expect(told(daemonSet({ image: 'jtblin/kube2iam:0.11', args }))).toEqual(expected);
  });

  it('counts in the values of its chart where they switch the rule on', () => {
    const values = (iptables: boolean) => ({
      'Chart.yaml': 'name: agent\nversion: 1.0.0\n',
      'values.yaml': `host:\n  iptables: ${iptables}\n  interface: docker0\n`,
    });
    expect(told(values(false))).toEqual([]);
    expect(told(values(true))).toEqual(['warning docker-bridge-network']);
  });
});

describe('the socket in a pod of Cilium', () => {
  const socket = (image: string, type = '') =>
    told(daemonSet({ image, mounts: [`{path: /var/run/docker.sock${type}}`] }));

  it.each([
    ['cilium/cilium:v1.10.0', 'notice'],
    ['docker.io/cilium/cilium:v2.0.0', 'notice'],
    ['cilium/cilium:latest', 'notice'],
    ['cilium/cilium', 'notice'],
    ['cilium/cilium:v1.9.4', 'error'],
    ['cilium/cilium:1.4', 'error'],
  ])('is left over since version 1.10: %s', (image, severity) => {
    expect(socket(image)).toEqual([`${severity} docker-socket-mount`]);
  });

  it('keeps any version from starting where it has to be there', () => {
    expect(socket('cilium/cilium:v1.16.0', ', type: Socket')).toEqual(['error docker-socket-mount']);
  });
});

describe('namespaces of networks', () => {
  it('of Docker beside those of every other runtime are left over', () => {
    const mounts = ['{path: /var/run/netns}', '{path: /var/run/docker/netns}'];
    expect(told(daemonSet({ mounts }))).toEqual(['notice docker-host-path']);
    expect(told(daemonSet({ mounts: mounts.slice(1) }))).toEqual(['warning docker-host-path']);
    expect(told(daemonSet({ mounts: [mounts[0] ?? '', '{path: /run/docker/netns, type: Directory}'] }))).toEqual([
      'error docker-host-path',
    ]);
  });
});

describe('logs of Docker in Jsonnet', () => {
  const pod = (volumes: string) => ({
    'agent.jsonnet': `{\n  daemonset: {\n    spec: {\n      volumes_+: {\n${volumes}      },\n    },\n  },\n}\n`,
  });
  const docker = '        docker: kube.HostPathVolume("/var/lib/docker/containers"),\n';

  it('are left over beside the folder of all logs, and missing without it', () => {
    expect(told(pod(`        logs: kube.HostPathVolume("/var/log"),\n${docker}`))).toEqual(['notice docker-host-path']);
    expect(told(pod(docker))).toEqual(['warning docker-host-path']);
    expect(told(pod(`        links: kube.HostPathVolume("/var/log/containers"),\n${docker}`))).toEqual([
      'warning docker-host-path',
    ]);
  });
});

describe('logs of Docker in volumes that Terraform hands to a chart', () => {
  const release = (volumes: string) => ({
    'main.tf': `resource "helm_release" "agent" {
  name   = "agent"
  chart  = "acme-agent"
  values = [<<EOT
agentVolumes:
${volumes}  - name: docker
    hostPath: {path: /var/lib/docker/containers}
EOT
  ]
}
`,
  });

  it('go where the folder of all logs stands beside them', () => {
    const { findings } = lintTexts(release('  - name: pods\n    hostPath: {path: /var/log/pods}\n'));
    expect(findings.map(({ severity, instead }) => [severity, instead])).toEqual([
      [
        'notice',
        'Drop the volume and its mount: the logs are files under /var/log/pods, linked from /var/log/containers, and /var/log stays mounted',
      ],
    ]);
    expect(lintTexts(release('')).findings[0]?.instead).toMatch(/^Mount \/var\/log/);
  });
});

describe('a choice of sockets inside one value', () => {
  it.each([
    `"{{ '/var/run/dockershim.sock' if runtime == 'docker' else '/run/containerd/containerd.sock' }}"`,
    `"{{ (runtime == 'crio') | ternary('/run/crio/crio.sock', '/var/run/dockershim.sock') }}"`,
    `"{{ {'docker': '/var/run/dockershim.sock', 'containerd': '/run/containerd/containerd.sock'}[runtime] }}"`,
    '>-\n  {%- if runtime == "containerd" -%}\n  /run/containerd/containerd.sock\n  {%- else -%}\n  /var/run/dockershim.sock\n  {%- endif -%}',
  ])('takes the one of the node: %s', (value) => {
    expect(loud({ 'group_vars/k8s_cluster.yml': `cri_socket: ${value}\n` })).toEqual([]);
  });

  it.each(['/var/run/dockershim.sock', '"{{ prefix }}/var/run/dockershim.sock"'])('is none: %s', (value) => {
    expect(loud({ 'group_vars/k8s_cluster.yml': `kubelet_cri_socket: ${value}\n` })).toHaveLength(1);
  });
});

describe('a template of K3s for containerd', () => {
  const template = `version = 2
{{ range $k, $v := .PrivateRegistryConfig.Mirrors }}
[plugins."io.containerd.grpc.v1.cri".registry.mirrors."{{ $k }}"]
  endpoint = ["https://mirror.example.com"]
{{ end }}
{{ range $k, $v := .PrivateRegistryConfig.Configs }}
[plugins."io.containerd.grpc.v1.cri".registry.configs."{{ $k }}".tls]
  ca_file = "{{ $v.TLS.CAFile }}"
{{ end }}
`;

  it('that was copied is one notice, which names the template to build on', () => {
    const { findings } = lintTexts({ 'rke2/config.toml.tmpl': template });
    expect(findings.map(({ severity, instead }) => [severity, instead])).toEqual([
      [
        'notice',
        'Write {{ template "base" . }} in its place, in config-v3.toml.tmpl for containerd 2, and below it only what is your own; registries stay in registries.yaml',
      ],
    ]);
  });

  it('is not what somebody fills in another way', () => {
    const own = template.replaceAll('.PrivateRegistryConfig', '.Registries');
    expect(told({ 'config.toml.tmpl': own })).toContain('warning containerd-legacy-config');
  });
});

describe('labels of cAdvisor in a query', () => {
  const rule = (expr: string) => ({
    'rules.yaml': `groups:\n- name: a\n  rules:\n  - alert: A\n    expr: '${expr}'\n`,
  });

  it.each(['sum(acme_jobs{name=~"k8s_.*"})', 'sum(rate(workers_total{id=~"/docker/.*", zone="a"}[5m]))'])(
    'are other programs’ own on their metrics: %s',
    (expr) => {
      expect(told(rule(expr))).toEqual([]);
    },
  );

  it.each([
    'sum(container_memory_usage_bytes{name=~"k8s_.*"})',
    'sum({name=~"k8s_.*"})',
    'sum(acme:container_cpu:rate{zone="a", name=~"k8s_.*"})',
  ])('count on those of containers: %s', (expr) => {
    expect(told(rule(expr))).toEqual(['warning docker-metrics-query']);
  });

  it.each([
    'node_systemd_unit_state{name="docker.service",state="active"} == 0',
    'node_systemd_unit_state{state="failed", name="docker.service", ignored=""} > 0',
  ])('are those of its unit, wherever they stand: %s', (expr) => {
    expect(lintTexts(rule(expr)).findings.map(({ message }) => message)).toEqual([
      '`node_systemd_unit_state{name="docker.service"}` returns nothing without Docker Engine',
    ]);
  });

  it.each([
    'node_filesystem_free_bytes{mountpoint=~"/var/lib/docker|/var/lib/containerd"} < 1',
    'node_filesystem_free_bytes{mountpoint="/var/lib/docker"} or node_filesystem_free_bytes{mountpoint="/var/lib/containerd"}',
    'container_memory_usage_bytes{name=~"k8s_.*"} or container_memory_usage_bytes{container!=""}',
    'rate(kubelet_docker_operations[5m]) or rate(kubelet_runtime_operations_total[5m])',
  ])('are one of two, beside those of the runtime: %s', (expr) => {
    expect(told(rule(expr))).toEqual([]);
  });

  it.each([
    'rate(kubelet_docker_operations_errors[5m]) > 0.1 or up == 0',
    'node_filesystem_free_bytes{mountpoint=~"/var/lib/docker|/data"} < 1',
    'container_memory_usage_bytes{name=~"k8s_.*", container!=""}',
  ])('are not beside something else: %s', (expr) => {
    expect(told(rule(expr))).toEqual(['warning docker-metrics-query']);
  });

  it('are none of another metric for units', () => {
    expect(told(rule('acme_unit_state{name="docker.service"} == 0'))).toEqual([]);
  });

  it('come with what begins the names of all metrics of Docker', () => {
    expect(lintTexts(rule('sum(engine_daemon_image_actions_seconds_count)')).findings[0]?.message).toBe(
      '`engine_daemon_*` returns nothing without Docker Engine',
    );
  });

  it('are none of a filesystem, which may be seen through a folder of the exporter', () => {
    expect(told(rule('node_filesystem_free_bytes{mountpoint=~"(/rootfs)?/var/lib/docker"} < 1'))).toEqual([
      'warning docker-metrics-query',
    ]);
  });
});

describe('a chart that finds the runtime of the nodes out', () => {
  const chart = (otherwise: string) => ({
    'Chart.yaml': 'name: agent\nversion: 1.0.0\n',
    'values.yaml': 'runtime: ""\n',
    'templates/_helpers.tpl':
      '{{- define "runtime" -}}{{ .Values.runtime | default (index (lookup "v1" "Node" "" "").items 0).status.nodeInfo.containerRuntimeVersion }}{{- end -}}\n',
    'templates/agent.yaml': `{{- $config := dict "runtime" (include "runtime" .) -}}
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: agent
          image: acme/agent:1
          volumeMounts: [{name: socket, mountPath: /socket}]
      volumes:
        - name: socket
          hostPath:
          {{- if eq $config.runtime "docker" }}
            path: /var/run/docker.sock
            type: Socket
          {{- else${otherwise} }}
            path: /run/containerd/containerd.sock
          {{- end }}
`,
  });

  it('writes the socket of Docker where that is the runtime', () => {
    expect(loud(chart(' if eq $config.runtime "containerd"'))).toEqual([]);
    expect(loud(chart(''))).toHaveLength(1);
  });
});

describe('a cluster of RKE', () => {
  const cluster = 'nodes:\n- address: a\n  role:\n  - worker\n';
  const files = {
    'roles/rke/templates/cluster.yml.j2': cluster,
    'tools/clean.sh':
      'for node in $(kubectl get nodes -o wide | awk "{print \\$6}"); do\n  ssh $node "docker system prune --force"\ndone\n',
  };

  it('that a role makes is that of all folders where the repository speaks of no other', () => {
    expect(loud(files)).toEqual([]);
    const { 'roles/rke/templates/cluster.yml.j2': sample, ...tools } = files;
    expect(loud({ ...tools, 'sample/cluster.yml': sample })).toHaveLength(1);
  });

  it.each<Files>([
    { 'kubeadm/init.sh': 'kubeadm init\n' },
    { 'cloud/main.tf': 'resource "aws_eks_cluster" "a" {\n  name = "a"\n}\n' },
    { 'local.sh': 'minikube start\n' },
  ])('says nothing of other folders beside another cluster: %j', (other) => {
    expect(loud({ ...files, ...other })).toHaveLength(1);
  });
});

describe('Docker’s store in a pod with the links to the logs', () => {
  it('is told as what the logs are in', () => {
    const mounts = ['{path: /var/log/containers}', '{path: /var/lib/docker}'];
    expect(lintTexts(daemonSet({ mounts })).findings.map(({ instead }) => instead)).toEqual([
      'Mount /var/log (the logs are files under /var/log/pods, linked from /var/log/containers) and drop this one',
    ]);
  });
});

describe('the executor of Argo Workflows', () => {
  it('is not deleted with an Argo that takes Docker without it', () => {
    const files = {
      'workflow-controller-configmap.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: workflow-controller-configmap}\ndata:\n  containerRuntimeExecutor: docker\n',
    };
    expect(lintTexts(files).findings.map(({ instead }) => instead)).toEqual([
      'Delete containerRuntimeExecutor with Argo Workflows 3.4 or newer, which only has emissary; an older one asks no Docker with pns',
    ]);
  });
});

describe('a process that somebody wrote down', () => {
  const seen = (more: string) => ({
    'report.json': `{"processes": [{"name": "kubelet", ${more}"cmdline": "/usr/bin/kubelet --container-runtime=remote"}]}\n`,
  });

  it('with its number is run by nobody', () => {
    expect(told(seen('"pid": 1365, '))).toEqual([]);
    expect(told(seen('"ppid": 1, '))).toEqual([]);
  });

  it('without one may be', () => {
    expect(told(seen(''))).toEqual(['error kubelet-container-runtime-flag']);
    expect(told(seen('"pid": "kubelet.pid", '))).toEqual(['error kubelet-container-runtime-flag']);
  });
});

describe('the image of fluentd for nodes', () => {
  const fluentd = (folder: string) => ({
    'fluentd.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: fluentd}
spec:
  template:
    spec:
      containers:
        - name: fluentd
          image: fluent/fluentd-kubernetes-daemonset:v1-debian-elasticsearch
          volumeMounts: [{name: logs, mountPath: /var/log}, {name: own, mountPath: ${folder}}, {name: old, mountPath: /var/lib/docker/containers}]
      volumes:
        - {name: logs, hostPath: {path: /var/log}}
        - {name: old, hostPath: {path: /var/lib/docker/containers}}
        - {name: own, configMap: {name: own}}
`,
  });

  it('keeps its parser beside sources of its own', () => {
    expect(told(fluentd('/fluentd/etc/conf.d'))).toEqual(['warning docker-log-format']);
    expect(told(fluentd('/fluentd/etc'))).not.toContain('warning docker-log-format');
    expect(told(fluentd('/fluentd/etc/conf.d.old'))).not.toContain('warning docker-log-format');
  });
});

describe('what is written for one node into an object of kubeadm for the cluster', () => {
  const object = (kind: string, api = 'kubeadm.k8s.io/v1beta3') => ({
    'kubeadm.yaml': `apiVersion: ${api}
kind: ${kind}
nodeRegistration:
  criSocket: /var/run/dockershim.sock
  kubeletExtraArgs: {network-plugin: cni}
`,
  });

  it('reaches no node', () => {
    expect(told(object('ClusterConfiguration'))).toEqual([]);
    expect(told(object('KubeletConfiguration', 'kubelet.config.k8s.io/v1beta1'))).not.toContain(
      'error dockershim-socket',
    );
  });

  it('does where it is that of a node', () => {
    expect(told(object('InitConfiguration'))).toEqual(['error dockershim-socket', 'error kubelet-dockershim-flag']);
    expect(
      told({
        'kubelet.yaml':
          'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\ncontainerRuntimeEndpoint: unix:///var/run/dockershim.sock\n',
      }),
    ).toEqual(['error dockershim-socket']);
  });
});

describe('the socket in values of Telegraf', () => {
  const values = (inputs: string) => ({
    'telegraf/values.yaml': `image: {repo: telegraf, tag: "1.30"}
config:
  inputs:
${inputs}volumes:
  - name: socket
    hostPath: {path: /var/run/docker.sock}
mountPoints:
  - {name: socket, mountPath: /var/run/docker.sock}
`,
  });

  it('is left over where no plugin asks Docker', () => {
    expect(told(values('    - kubernetes: {url: "https://$HOSTIP:10250"}\n'))).toEqual(['notice docker-socket-mount']);
  });

  it('is told with the words of Telegraf where one does', () => {
    const { findings } = lintTexts(values('    - docker: {endpoint: "unix:///var/run/docker.sock"}\n'));
    expect(findings.find(({ rule }) => rule === 'docker-socket-mount')?.instead).toMatch(
      /^Delete the mount, and \[\[inputs\.docker\]\]/,
    );
  });
});

describe('a choice in the values of a chart', () => {
  it('is told once with what it has the chart write', () => {
    const chart = {
      'Chart.yaml': 'name: faas\nversion: 1.0.0\n',
      'values.yaml': 'invoker:\n  containerFactory:\n    impl: docker\n',
      'templates/_helpers.tpl':
        '{{- define "volumes" -}}\n- name: socket\n  hostPath:\n    path: /var/run/docker.sock\n{{- end -}}\n',
      'templates/invoker.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: invoker}
spec:
  template:
    spec:
      containers:
        - name: invoker
          image: openwhisk/invoker:1
          volumeMounts: [{name: socket, mountPath: /var/run/docker.sock}]
      volumes:
{{- if eq .Values.invoker.containerFactory.impl "docker" }}
{{ include "volumes" . | indent 8 }}
{{- end }}
`,
    };
    expect(loud(chart)).toEqual(['values.yaml:3:11 error chart-runtime-docker "docker"']);
  });
});

describe('a registry that dockerd knows by a range of addresses', () => {
  it.each(['10.233.0.0/18', '{{ kube_service_addresses }}', '{{service_cidr}}'])(
    'has none with containerd: %s',
    (range) => {
      const files = {
        'group_vars/k8s_cluster.yml': `docker_options: "--insecure-registry=${range}"\nkube_version: v1.20.0\n`,
      };
      expect(lintTexts(files).findings[0]?.instead).toMatch(/no ranges of addresses/);
    },
  );

  it('is named otherwise', () => {
    const files = {
      'group_vars/k8s_cluster.yml':
        'docker_options: "--insecure-registry={{ registry_address }}"\nkube_version: v1.20.0\n',
    };
    expect(lintTexts(files).findings[0]?.instead).not.toMatch(/no ranges/);
  });
});

describe('the socket in a pod of an image that is called a builder', () => {
  it.each(['acme/maven-builder:1', 'acme/builder-go', 'acme/image_builder:1', 'builder'])(
    'is for builds: %s',
    (image) => {
      const { findings } = lintTexts(daemonSet({ image, mounts: ['{path: /var/run/docker.sock}'] }));
      expect(findings.map(({ instead }) => instead)).toEqual([
        'Delete the mount: build images with BuildKit or Buildah, or with a docker:dind sidecar that shares an emptyDir at /var/run',
      ]);
    },
  );

  it('is not known to be where the name only begins so', () => {
    const { findings } = lintTexts(
      daemonSet({ image: 'acme/builderless:1', mounts: ['{path: /var/run/docker.sock}'] }),
    );
    expect(findings[0]?.instead).toMatch(/^Where acme\/builderless has a setting/);
  });
});

describe('images that a pod builds with docker', () => {
  it('are named and pushed by what builds them in its place', () => {
    const job = `apiVersion: batch/v1
kind: Job
metadata: {name: build}
spec:
  template:
    spec:
      containers:
        - name: build
          image: docker:27
          command: [sh, -c, "docker tag app registry.example.com/app && docker push registry.example.com/app"]
`;
    const told = lintTexts({ 'job.yaml': job }).findings.map(({ instead }) => instead);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^Name the image so with what builds it/);
    expect(told[1]).toMatch(/^Push with what builds the image in place of docker: `buildah push IMAGE`/);
  });

  it('are pushed by the runtime on a node', () => {
    const script = '#!/bin/sh\nkubeadm join\ndocker push registry.example.com/app:1\n';
    expect(
      lintTexts({ 'node.sh': script })
        .findings.map(({ instead }) => instead)
        .join(),
    ).toContain('ctr -n k8s.io images push registry.example.com/app:1');
  });
});

describe('an input of Fluent Bit with a parser of Docker', () => {
  const input = (more: string) => ({
    'fluent-bit.conf': `[INPUT]\n    Name tail\n    Path /var/log/containers/*.log\n    Parser docker\n${more}`,
  });

  it.each([
    ['', ['warning docker-log-format']],
    ['    multiline.parser docker, cri\n    Docker_Mode On\n', []],
    ['    multiline.parser go, java\n', ['warning docker-log-format']],
  ])('%j', (more, expected) => {
    expect(told(input(more))).toEqual(expected);
  });
});

describe('the table default_runtime of containerd 1.x', () => {
  const table = (lines: string) => ({
    'etc/containerd/config.toml': `[plugins.cri.containerd.default_runtime]\n${lines}`,
    'node.sh': 'kubeadm join\ncp etc/containerd/config.toml /etc/containerd/config.toml\n',
  });

  it('is a leftover where it names runc', () => {
    expect(
      told(
        table(
          'runtime_type = "io.containerd.runtime.v1.linux"\nruntime_engine = "/usr/local/bin/runc"\nruntime_root = ""\n',
        ),
      ),
    ).toEqual(['notice containerd-legacy-config']);
  });

  it('is missed where it names another runtime', () => {
    const kata = 'runtime_type = "io.containerd.runtime.v1.linux"\nruntime_engine = "/usr/bin/kata-runtime"\n';
    expect(told(table(kata))).toEqual(['warning containerd-legacy-config']);
  });
});

describe('cloud-init in a folder that also starts nodes', () => {
  const files = (commands: string) => ({
    'user-data/worker.tpl': '#cloud-config\nruncmd:\n  - kubeadm join 10.0.0.1:6443\n',
    'user-data/instance.tpl': `#cloud-config\nruncmd:\n${commands}`,
  });

  it('is for a machine of its own where it starts a container with the engine that it installs', () => {
    const found = told(files('  - yum install -y docker-ce\n  - docker run -d -p 443:443 acme/console:1\n'));
    expect(found.filter((one) => !one.startsWith('notice'))).toEqual([]);
  });

  it('is for a node where it only installs the engine', () => {
    expect(told(files('  - yum install -y docker-ce\n'))).toEqual(['warning docker-engine-package']);
  });
});

describe('plays of one file on other hosts', () => {
  const play = (hosts: string, task: string) => `- hosts: ${hosts}\n  tasks:\n    - ${task}\n`;
  const plays = play('build', 'command: docker system prune -f') + play('kube_node', 'command: crictl pull a');

  it('are none of nodes where the inventory keeps them apart', () => {
    const files = { 'build.yml': plays, 'inventory.ini': '[kube_node]\nn0\n[build]\nb0\n' };
    expect(told(files)).toEqual(['notice docker-cli-command']);
  });

  it.each([
    ['they share a host', '[kube_node]\nn0\n[build]\nn0\n'],
    ['nobody says which hosts they have', '[kube_node]\nn0\n'],
  ])('are where %s', (_, inventory) => {
    expect(told({ 'build.yml': plays, 'inventory.ini': inventory })).toEqual(['error docker-cli-command']);
  });
});

describe('an interface that a program leaves out', () => {
  it.each([
    ['ARGS="--collector.netdev.device-exclude=^(docker0|veth.*)$"', []],
    ['ARGS="--exclude docker0"', []],
    ['ARGS="--iface docker0"', ['warning docker-bridge-network']],
  ])('%s', (line, expected) => {
    const files = { 'node.sh': `#!/bin/sh\nkubeadm join\ncat > /etc/default/exporter <<'EOF'\n${line}\nEOF\n` };
    expect(told(files)).toEqual(expected);
  });
});

describe('what a variable of PowerShell gets from docker', () => {
  it.each(['$ids = & docker.exe ps -q', '$ids=& docker.exe ps -q', '[string[]]$ids=& docker.exe ps -q'])(
    '%s',
    (line) => {
      expect(told({ 'node.ps1': `kubeadm join\n${line}\n` })).toEqual(['error docker-cli-command']);
    },
  );
});

describe('an engine that one script of a run installs', () => {
  const run = (scripts: Files): Files => ({
    'up.sh': `#!/bin/sh\n${Object.keys(scripts)
      .map((path) => `sh ./${path}\n`)
      .join('')}`,
    ...scripts,
  });
  const engine = { '1-engine.sh': '#!/bin/sh\ndnf -y install docker-ce\n' };
  const node = { '3-node.sh': '#!/bin/sh\nyum install -y kubelet kubeadm\nkubeadm join 10.0.0.1:6443\n' };

  it('is beside the runtime that another one sets up for the kubelet', () => {
    const runtime = { '2-runtime.sh': '#!/bin/sh\ncontainerd config default > /etc/containerd/config.toml\n' };
    expect(told(run({ ...engine, ...runtime, ...node }))).toEqual(['notice docker-engine-package']);
  });

  it('is what the nodes have where none does', () => {
    expect(told(run({ ...engine, ...node }))).toEqual(['warning docker-engine-package']);
  });
});

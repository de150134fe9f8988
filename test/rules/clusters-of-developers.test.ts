/** What is right on the clusters that a repository starts for its developers, and what Compose takes for itself. */
import { describe, expect, it } from 'vitest';
import { spanText } from '../../src/text/source.ts';
import { type Files, lintTexts, summaries } from '../support/in-memory.ts';

function found(files: Files): readonly string[] {
  return summaries(lintTexts(files).findings);
}

function loud(files: Files): readonly string[] {
  return found(files).filter((line) => !line.includes(' notice '));
}

const pod = (name: string, image: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: c, image: "${image}", imagePullPolicy: Never}]}\n`;

describe('images that are built and never pulled', () => {
  const manifests = { 'k8s/a.yaml': pod('a', 'acme/a:1'), 'k8s/b.yaml': pod('b', 'acme/b:1') };
  const build = 'docker build -t acme/a:1 a\ndocker build -t acme/b:1 b\n';

  it('are one warning for the scripts of a folder', () => {
    const files = { ...manifests, 'hack/build.sh': build, 'hack/build.ps1': build };
    expect(loud(files)).toEqual(['k8s/a.yaml:4:67 warning node-local-image-build "Never"']);
    const [told] = lintTexts(files).findings.filter(({ severity }) => severity === 'warning');
    expect(told?.message).toMatch(/, and 1 more container like it$/);
    expect(told?.related.map(({ span }) => span.source.path)).toContain('k8s/b.yaml');
  });

  it('are an error where they are built on a node', () => {
    const files = { 'k8s/a.yaml': manifests['k8s/a.yaml'], 'node/up.sh': `kubeadm join --config j.yaml\n${build}` };
    expect(loud(files)).toEqual(['k8s/a.yaml:4:67 error node-local-image-build "Never"']);
  });

  it('are right where something loads them, or the nodes are containers', () => {
    for (const line of [
      'tools/kind-v0.30 load docker-image acme/a:1',
      'kind create cluster --name dev',
      'k3d cluster create dev',
      'docker save acme/a:1 | ctr -n k8s.io images import -',
    ]) {
      expect(loud({ ...manifests, 'hack/build.sh': `${build}${line}\n` })).toEqual([]);
    }
  });

  it('are told where another script imports another image', () => {
    const files = { ...manifests, 'hack/build.sh': build, 'node/pause.sh': 'ctr -n k8s.io images import pause.tar\n' };
    expect(loud(files)).toHaveLength(1);
  });
});

describe('nodes in containers that get the socket of their machine', () => {
  const workload = `apiVersion: v1
kind: Pod
metadata: {name: agent}
spec:
  containers: [{name: c, image: "acme/a:1", volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]
`;

  it('make a notice of a pod that mounts it', () => {
    const starts: Files[] = [
      {
        'up.sh': "args=('-v /var/run/docker.sock:/var/run/docker.sock@server:*')\nk3d cluster create dev ${args[*]}\n",
      },
      {
        'kind.yaml':
          'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n  extraMounts:\n  - hostPath: /var/run/docker.sock\n    containerPath: /var/run/docker.sock\n',
      },
      {
        'k3d.yaml':
          'apiVersion: k3d.io/v1alpha5\nkind: Simple\nvolumes:\n- volume: /var/run/docker.sock:/var/run/docker.sock\n  nodeFilters: [all]\n',
      },
    ];
    for (const start of starts) {
      const [line] = found({ 'pod.yaml': workload, ...start }).filter((one) => one.startsWith('pod.yaml'));
      expect(line).toBe('pod.yaml:6:40 notice docker-socket-mount "/var/run/docker.sock"');
    }
  });

  it('say nothing where the cluster gets other things', () => {
    const kind =
      'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n  extraMounts:\n  - hostPath: /srv/data\n    containerPath: /data\n';
    expect(loud({ 'pod.yaml': workload, 'kind.yaml': kind })).toEqual([
      'pod.yaml:6:40 error docker-socket-mount "/var/run/docker.sock"',
    ]);
  });
});

describe('a file that Compose mounts', () => {
  const beat = 'filebeat.autodiscover:\n  providers:\n    - type: docker\n      hints.enabled: true\n';
  const cluster = { 'k8s/app.yaml': pod('app', 'acme/app:1') };
  const compose = (mount: string) => `services:\n  beat:\n    image: acme/beat:8\n    volumes:\n${mount}`;

  it('is for the containers of Compose, though the repository has manifests too', () => {
    for (const mount of [
      '      - ./elk/filebeat.yml:/usr/share/filebeat/filebeat.yml:ro\n',
      '      - ./{{ .Values.name }}/filebeat.yml:/usr/share/filebeat/filebeat.yml:ro\n',
      '      - ./${NAME}/filebeat.yml:/usr/share/filebeat/filebeat.yml:ro\n',
      '      - type: bind\n        source: ./elk\n        target: /usr/share/filebeat\n',
    ])
      expect(found({ ...cluster, 'elk/filebeat.yml': beat, 'compose.yml': compose(mount) })).toEqual([]);
  });

  it('is told where Compose mounts another', () => {
    for (const mount of ['./app:/app', './{{ .name }}/other.yml:/app.yml', './${NAME}:/app'])
      expect(loud({ ...cluster, 'elk/filebeat.yml': beat, 'compose.yml': compose(`      - ${mount}\n`) })).toEqual([
        'elk/filebeat.yml:3:13 warning docker-log-format "docker"',
      ]);
  });
});

describe('images of one project', () => {
  it('are told apart by the folders of their Dockerfiles', () => {
    const files = {
      Makefile: 'release:\n\tdocker build -t acme/probe:1 -f docker/probe/Dockerfile .\n',
      'docker/ci/Dockerfile': 'FROM alpine:3\nRUN apk add --no-cache docker-cli\n',
      'k8s/probe.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: probe}
spec:
  template:
    spec:
      containers: [{name: probe, image: "acme/probe:1", volumeMounts: [{name: run, mountPath: /var/run}]}]
      volumes: [{name: run, hostPath: {path: /var/run}}]
`,
    };
    expect(loud(files)).toEqual([]);
  });
});

describe('one cause in two places of a pod', () => {
  const runner = (volumes: string) => `apiVersion: v1
kind: Pod
metadata: {name: runner}
spec:
  containers:
    - name: runner
      image: acme/runner:1
      env: [{name: RUNNER_VOLUMES, value: "${volumes}"}]
      volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]
`;

  it('is the socket that a runner hands on to its containers', () => {
    const files = { 'runner.yaml': runner('/var/run/docker.sock:/var/run/docker.sock') };
    expect(loud(files)).toEqual(['runner.yaml:10:40 error docker-socket-mount "/var/run/docker.sock"']);
    expect(lintTexts(files).findings[0]?.related.map(({ span }) => spanText(span))).toContain(
      '/var/run/docker.sock:/var/run/docker.sock',
    );
  });

  it('is a provider of Traefik with its address', () => {
    const traefik = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: traefik}
spec:
  chart: {spec: {chart: traefik}}
  values:
    additionalArguments:
      - --providers.docker=true
      - --providers.docker.endpoint=unix:///var/run/docker.sock
`;
    expect(loud({ 'traefik.yaml': traefik })).toEqual(['traefik.yaml:8:28 error chart-runtime-docker "true"']);
  });
});

describe('a cAdvisor without a way to the API of Docker', () => {
  const cadvisor = (volumes: string, mounts: string, image = 'gcr.io/cadvisor/cadvisor:v0.49.1') => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: cadvisor}
spec:
  template:
    spec:
      containers:
        - name: c
          image: ${image}
          volumeMounts: [{name: docker, mountPath: /var/lib/docker}${mounts}]
      volumes: [{name: docker, hostPath: {path: /var/lib/docker}}${volumes}]
`;

  it('misses nothing in its folder', () => {
    expect(found({ 'c.yaml': cadvisor('', '') })).toEqual(['c.yaml:11:49 notice docker-host-path "/var/lib/docker"']);
  });

  const inRun = (mount: string, image?: string) =>
    loud({
      'c.yaml': cadvisor(', {name: run, hostPath: {path: /var/run}}', `, {name: run, mountPath: ${mount}}`, image),
    });

  it('finds the socket of containerd too in the folder of all sockets', () => {
    expect(inRun('/var/run')).toEqual([]);
    expect(inRun('/run', 'registry.example/mirror/cadvisor:v0.34.0')).toEqual([]);
  });

  it.each([
    ['/rootfs/run', undefined],
    ['/var/run', 'google/cadvisor:latest'],
    ['/var/run', 'registry.example/mirror/cadvisor:v0.33.1'],
  ])('misses the folder where it looks for that elsewhere: %s, %s', (mount, image) => {
    expect(inRun(mount, image)).toEqual(['c.yaml:11:49 warning docker-host-path "/var/lib/docker"']);
  });
});

describe('other places of the same logs', () => {
  const pod = (...paths: readonly string[]) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: logs}\nspec:\n  containers:\n  - {name: c, image: "acme/a:1", volumeMounts: [${paths.map((_, i) => `{name: v${i}, mountPath: /m${i}}`).join(', ')}]}\n  volumes:\n${paths.map((path, i) => `  - {name: v${i}, hostPath: {path: '${path}'}}\n`).join('')}`;

  it('are leftovers where the folder of the kubelet, or one above it, is mounted', () => {
    for (const paths of [
      ['/var/log', '/var/lib/docker/containers', '/mnt/docker'],
      ['C:\\var', 'C:\\ProgramData\\docker\\containers'],
    ])
      expect(loud({ 'p.yaml': pod(...paths) })).toEqual([]);
  });

  it('are missed where nothing else has the logs', () => {
    expect(loud({ 'p.yaml': pod('/mnt/docker') })).toHaveLength(1);
    expect(loud({ 'p.yaml': pod('/var/lib/docker/containers', '/mnt/docker') })).toHaveLength(2);
  });
});

describe('metrics of containers', () => {
  it('are Docker’s where Telegraf calls them so', () => {
    const rule = (metric: string) => `groups:\n- name: a\n  rules:\n  - alert: Busy\n    expr: ${metric} > 80\n`;
    expect(loud({ 'prometheus/rules/a.yaml': rule('docker_container_cpu_usage_percent') })).toHaveLength(1);
    expect(found({ 'prometheus/rules/a.yaml': rule('docker_container_summary_cpu') })).toEqual([]);
  });
});

describe('what reads logs beside the socket of Docker', () => {
  it('is told what finds pods in its own configuration', () => {
    const pod = (image: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: logs}\nspec:\n  containers: [{name: c, image: "${image}", volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]\n`;
    const adviceFor = (image: string) => lintTexts({ 'p.yaml': pod(image) }).findings.map(({ instead }) => instead);
    expect(adviceFor('grafana/promtail:3.4.0').join()).toMatch(
      /^Delete the mount, and write kubernetes_sd_configs with/,
    );
    expect(adviceFor('docker.io/grafana/alloy:v1.9.0').join()).toMatch(
      /^Delete the mount, and write discovery\.kubernetes/,
    );
  });
});

describe('a runner of GitLab', () => {
  const runner = (executor: string, volumes = '') => `apiVersion: v1
kind: ConfigMap
metadata: {name: runner}
data:
  config.toml: |
    [[runners]]
      name = "a"
      executor = "${executor}"
${volumes}---
apiVersion: apps/v1
kind: Deployment
metadata: {name: runner}
spec:
  template:
    spec:
      containers:
        - name: runner
          image: gitlab/gitlab-runner:v17.0.0
          envFrom: [{configMapRef: {name: variables}}]
          volumeMounts: [{name: sock, mountPath: /var/run/docker.sock}, {name: config, mountPath: /etc/gitlab-runner}]
      volumes:
        - {name: sock, hostPath: {path: /var/run/docker.sock}}
        - {name: config, configMap: {name: runner}}
`;
  const variables = (executor: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: variables}\ndata: {RUNNER_EXECUTOR: ${executor}}\n`;

  it('asks no engine where it starts pods', () => {
    expect(loud({ 'r.yaml': runner('kubernetes') })).toEqual([]);
    expect(loud({ 'r.yaml': runner('kubernetes'), 'v.yaml': variables('kubernetes') })).toEqual([]);
  });

  it('asks one where it starts containers, and its pods do that mount the socket', () => {
    const told = (files: Files) => loud(files).map((line) => line.replace(/^([^:]+:\d+):\d+ /, '$1 '));
    const mount = 'r.yaml:22 error docker-socket-mount "/var/run/docker.sock"';
    expect(told({ 'r.yaml': runner('docker') })).toContain(mount);
    expect(told({ 'r.yaml': runner('kubernetes'), 'v.yaml': variables('docker') })).toContain(mount);
    const volume = '      [[runners.kubernetes.volumes.host_path]]\n        host_path = "/var/run/docker.sock"\n';
    expect(told({ 'r.yaml': runner('kubernetes', volume) })).toEqual([
      'r.yaml:10 error docker-socket-mount "/var/run/docker.sock"',
    ]);
  });
});

describe('an image of a company', () => {
  it('is known by the program that the pod starts', () => {
    const daemonSet = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: metrics}
spec:
  template:
    spec:
      containers:
        - name: c
          image: acme/metrics-patched:1
          command: [/usr/bin/cadvisor]
          volumeMounts: [{name: docker, mountPath: /var/lib/docker}, {name: run, mountPath: /var/run}]
      volumes: [{name: docker, hostPath: {path: /var/lib/docker}}, {name: run, hostPath: {path: /var/run}}]
`;
    const [told] = lintTexts({ 'm.yaml': daemonSet }).findings.filter(({ severity }) => severity === 'warning');
    expect(told?.instead).toMatch(/^Drop this mount\. Mount \/run\/containerd and pass --containerd=/);
  });
});

describe('a policy', () => {
  const constraint = (key: string) =>
    `apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: AcmePods\nmetadata: {name: pods}\nspec:\n  parameters:\n    ${key}: [/var/run/docker.sock]\n`;

  it('that permits the socket holds a leftover', () => {
    expect(found({ 'p.yaml': constraint('mayWriteHostPaths') })).toEqual([
      'p.yaml:6:25 notice docker-socket-mount "/var/run/docker.sock"',
    ]);
  });

  it('that forbids it does not guard that of another runtime', () => {
    expect(loud({ 'p.yaml': constraint('forbiddenHostPaths') })).toHaveLength(1);
  });
});

describe('containers by a label', () => {
  const tasks = (filter: string) =>
    `- hosts: all\n  tasks:\n    - package: {name: docker.io}\n    - package: {name: kubelet}\n    - shell: docker ps -a --filter ${filter} > list.txt\n`;

  it('of a machine with an engine beside are its own, unless Kubernetes gave the label', () => {
    expect(loud({ 'logs.yml': tasks('label=build') }).filter((line) => line.includes('cli'))).toEqual([]);
    expect(
      loud({ 'logs.yml': tasks('label=io.kubernetes.pod.name=a') }).filter((line) => line.includes('cli')),
    ).toHaveLength(1);
  });
});

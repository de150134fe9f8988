/** The same dependency in forms that are written less often: each is read as the usual one is. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud, summaries } from '../support/in-memory.ts';

function found(files: Files): readonly string[] {
  return summaries(lintTexts(files).findings);
}

function adviceIn(files: Files): readonly string[] {
  return lintTexts(files).findings.map(({ instead }) => instead);
}

const ON_NODE = '#!/bin/bash\nkubeadm join --config join.yaml\n';

describe('an engine that a pod brings', () => {
  it('answers what all steps of a Tekton task are told', () => {
    const task = (sidecars: string) => `apiVersion: tekton.dev/v1
kind: Task
metadata: {name: image}
spec:
  stepTemplate:
    env: [{name: DOCKER_HOST, value: "unix:///sock/docker.sock"}]
    volumeMounts: [{name: sock, mountPath: /sock}]
  steps:
    - {name: build, image: acme/builder:1}
  ${sidecars}
  volumes: [{name: sock, emptyDir: {}}]
`;
    const engine = 'sidecars: [{name: engine, image: docker:28-dind, securityContext: {privileged: true}}]';
    expect(found({ 'task.yaml': task(engine) })).toEqual([]);
  });

  it('answers a runner whose chart adds it by its mode', () => {
    const values = (mode: string) => `runnerScaleSetName: builds
containerMode: {type: ${mode}}
template:
  spec:
    containers:
      - name: runner
        image: acme/runner:1
        env: [{name: DOCKER_HOST, value: "unix:///var/run/docker.sock"}]
`;
    expect(found({ 'values.yaml': values('dind') })).toEqual([]);
    expect(found({ 'values.yaml': values('kubernetes') }).length).toBe(1);
  });
});

describe('a program that is told all by its ConfigMap', () => {
  const agent = (config: string, path: string) => ({
    'agent.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: vector
data:
  vector.yaml: |
${config.replace(/^/gm, '    ').trimEnd()}
---
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: vector}
spec:
  selector: {matchLabels: {app: vector}}
  template:
    metadata: {labels: {app: vector}}
    spec:
      containers:
        - name: vector
          image: timberio/vector:0.41.1
          volumeMounts: [{name: config, mountPath: /etc/vector}, {name: more, mountPath: ${path}}]
      volumes:
        - {name: config, configMap: {name: vector}}
        - {name: more, hostPath: {path: ${path}}}
`,
  });
  const PODS = 'sources:\n  pods: {type: kubernetes_logs}\n';

  it('misses no socket where it only leaves out folders of Docker', () => {
    const config = `${PODS}  disks:\n    type: host_metrics\n    mountpoints: {excludes: ["/var/lib/docker/*"]}\n`;
    expect(loud(agent(config, '/var/run/docker.sock'))).toEqual([]);
  });

  it('misses the folder of the logs that it reads', () => {
    const config = 'sources:\n  logs:\n    type: file\n    include: ["/var/lib/docker/containers/*/*.log"]\n';
    expect(loud(agent(config, '/var/lib/docker/containers')).map((line) => line.split(' ')[2])).toEqual([
      'docker-host-path',
      'docker-host-path',
    ]);
  });
});

describe('one of several receivers of a collector', () => {
  it('is told as the only one is, with what takes its place', () => {
    const config = 'receivers:\n  docker_stats/edge:\n    endpoint: unix:///var/run/docker.sock\n';
    const [advice] = adviceIn({ 'collector.yaml': config });
    expect(advice).toContain('kubeletstats');
  });
});

describe('a stage of Alloy that reads the lines of Docker', () => {
  const kustomization = 'kind: Kustomization\nconfigMapGenerator:\n  - name: alloy\n    files: [config.alloy]\n';
  const alloy = (stages: string) => `loki.process "pods" {\n${stages}  forward_to = []\n}\n`;

  it('is found where kustomize makes a ConfigMap of the file', () => {
    const files = { 'kustomization.yaml': kustomization, 'config.alloy': alloy('  stage.docker { }\n') };
    expect(loud(files)).toEqual(['config.alloy:2:3 warning docker-log-format "stage.docker"']);
    expect(adviceIn(files)).toEqual(['Write stage.cri { }']);
  });

  it('is right beside one for CRI, which takes what it leaves', () => {
    const files = { 'config.alloy': alloy('  stage.cri { }\n  stage.docker { }\n') };
    expect(found(files)).toEqual([]);
  });

  it('is told by nothing where each runtime has the stage that matches it, also inside a declared component', () => {
    const match = (runtime: string, stage: string) =>
      `  stage.match {\n    selector = "{runtime=\\"${runtime}\\"}"\n    ${stage} { }\n  }\n`;
    const both = alloy(match('containerd', 'stage.cri') + match('docker', 'stage.docker'));
    expect(loud({ 'config.alloy': both })).toEqual([]);
    expect(loud({ 'config.alloy': `declare "logs" {\n${both}}\n` })).toEqual([]);
  });

  it('is found where what matches is only a namespace', () => {
    const matched = alloy('  stage.match {\n    selector = "{namespace=\\"web\\"}"\n    stage.docker { }\n  }\n');
    expect(loud({ 'kustomization.yaml': kustomization, 'config.alloy': matched })).toEqual([
      'config.alloy:4:5 warning docker-log-format "stage.docker"',
    ]);
  });
});

describe('a file of variables', () => {
  it('is for pods where kustomize makes a ConfigMap of its lines', () => {
    const files = {
      'kustomization.yaml': 'kind: Kustomization\nconfigMapGenerator:\n  - {name: agent, envs: [agent.env]}\n',
      'agent.env': 'DOCKER_HOST=unix:///var/run/docker.sock\n',
    };
    expect(loud(files)).toEqual(['agent.env:1:13 error docker-socket-endpoint "unix:///var/run/docker.sock"']);
  });
});

describe('a volume of an agent of Jenkins', () => {
  it('has no client of Docker to bring', () => {
    const pipeline =
      "podTemplate(volumes: [hostPathVolume(mountPath: '/usr/bin/docker', hostPath: '/usr/bin/docker')]) {}\n";
    expect(loud({ Jenkinsfile: pipeline })).toEqual(['Jenkinsfile:1:79 warning docker-host-path "/usr/bin/docker"']);
  });
});

describe('an interface that a program is told to use', () => {
  it.each(['--iface=docker0', '--iface-regex=docker0'])('is missing: %s', (flag) => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: flannel}
spec: {containers: [{name: flannel, image: flannel/flannel:v0.26.1, args: [--ip-masq, ${flag}]}]}
`;
    expect(loud({ 'pod.yaml': pod })).toEqual([
      `pod.yaml:4:${88 + flag.indexOf('=')} warning docker-bridge-network "docker0"`,
    ]);
  });

  it('is none where it is left out, or dockerd is told', () => {
    const lines = 'exporter --netdev.device-exclude=docker0\n';
    expect(found({ 'run.sh': ON_NODE + lines })).toEqual([]);
  });
});

describe('the nodes that a script reaches', () => {
  it.each([
    ['as the output of a function', 'for one in $(workers); do ssh "$one" docker ps; done\n'],
    ['one by one from a pipe', 'workers | xargs -I{} ssh -n {} docker ps\n'],
    [
      'from a list of kubectl',
      'for one in $(kubectl get nodes -o name); do kubectl debug "$one" --image=busybox -- chroot /host docker ps; done\n',
    ],
  ])('are nodes %s', (_, line) => {
    const script = `workers() {\n  kubectl get nodes -o name | cut -d/ -f2\n}\n${line}`;
    expect(loud({ 'ops.sh': script }).map((one) => one.split(' ').slice(1, 3).join(' '))).toEqual([
      'error docker-cli-command',
    ]);
  });

  it('are machines of anybody where the list is another one', () => {
    expect(loud({ 'ops.sh': 'cat hosts.txt | xargs -I{} ssh -n {} docker ps\n' })).toEqual([]);
  });
});

describe('a file of dockerd that jq writes', () => {
  const SETTINGS = `jq '. + {"log-opts": {"max-size": "5m"}}' "$conf.old" | tee "$conf" >/dev/null\n`;

  it('is one finding with its settings, whatever it was begun with and kept as', () => {
    const script = `${ON_NODE}conf=/etc/docker/daemon.json\n[ -s "$conf" ] || echo '{}' > "$conf"\ncp "$conf" "$conf.$(date +%s)"\n${SETTINGS}`;
    const { findings } = lintTexts({ 'setup.sh': script });
    expect(findings.map(({ rule }) => rule)).toEqual(['docker-daemon-config']);
    expect(findings[0]?.instead).toContain('containerLogMaxSize');
  });
});

describe('what a script asks before it calls docker', () => {
  it.each([
    ['crictl, whose output it counts', 'crictl ps -q | wc -l || docker ps -q | wc -l\n'],
    ['where docker is', 'DOCKER=$(command -v docker || true)\n[ -n "$DOCKER" ] && "$DOCKER" ps -q\n'],
  ])('is %s', (_, lines) => {
    expect(loud({ 'status.sh': ON_NODE + lines })).toEqual([]);
  });

  it('is whether the kubelet runs, so that the machine is a node', () => {
    expect(loud({ 'tidy.sh': 'pgrep -x kubelet >/dev/null || exit 0\ndocker container prune -f\n' })).toEqual([
      'tidy.sh:2:1 error docker-cli-command "docker"',
    ]);
  });
});

describe('a loop over a long list', () => {
  const steps = (last: string) =>
    ['modprobe overlay', ...Array.from({ length: 12 }, (_, i) => `touch /tmp/${i}`), last].map((one) => `"${one}"`);

  it('is read to the end', () => {
    const script = `${ON_NODE}for step in ${steps('docker ps').join(' ')}; do bash -c "$step"; done\n`;
    expect(loud({ 'steps.sh': script }).map((one) => one.split(' ')[2])).toEqual(['docker-cli-command']);
  });
});

describe('the standard input of a function', () => {
  it('is the manifest that it applies, at each call', () => {
    const pod = (name: string) => `apply <<'EOF'
apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec:
  containers: [{name: a, image: acme/a:1, volumeMounts: [{name: s, mountPath: /s}]}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]
EOF
`;
    const script = `apply() {\n  local text\n  text=$(cat)\n  kubectl apply -f - <<<"$text"\n}\n${pod('one')}${pod('two')}`;
    expect(loud({ 'apply.sh': script }).map((one) => one.split(' ')[0])).toEqual(['apply.sh:12:40', 'apply.sh:20:40']);
  });
});

describe('the annotation for kubeadm', () => {
  const KEY = 'kubeadm.alpha.kubernetes.io/cri-socket';
  it.each([
    [
      'curl',
      `curl -X PATCH "$API/api/v1/nodes/a" -d '{"metadata":{"annotations":{"${KEY}":"/var/run/dockershim.sock"}}}'\n`,
    ],
    [
      'jq',
      `kubectl get node a -o json | jq '.metadata.annotations["${KEY}"]="/var/run/dockershim.sock"' | kubectl replace -f -\n`,
    ],
  ])('names the socket of dockershim in %s too', (_, line) => {
    expect(loud({ 'fix.sh': line }).map((one) => one.split(' ')[2])).toEqual(['dockershim-socket']);
  });
});

describe('flags of a kubelet', () => {
  it('are the keys with dashes in any map that is called after it', () => {
    const variables = 'worker_kubelet_settings:\n  network-plugin: cni\n  max-pods: "110"\n';
    expect(loud({ 'roles/worker/defaults/main.yml': variables })).toEqual([
      'roles/worker/defaults/main.yml:2:3 error kubelet-dockershim-flag "network-plugin"',
    ]);
  });

  it('are for older nodes where a variable of the template says so', () => {
    const unit = (test: string) =>
      `[Service]\n{% set legacy = kube_version is version('1.24', '<') %}\n{% if ${test} %}\nExecStart=/usr/bin/kubelet --network-plugin=cni\n{% endif %}\n`;
    expect(loud({ 'kubelet.service.j2': unit('legacy') })).toEqual([]);
    expect(loud({ 'kubelet.service.j2': unit('not legacy') }).length).toBe(1);
  });
});

describe('the hosts of a play', () => {
  const play = (hosts: string) => `- hosts: ${hosts}\n  tasks:\n    - command: docker image prune -f\n`;
  const inventory = '[masters]\na\n[workers]\nb\n[k8s:children]\nmasters\nworkers\n';

  it.each(['k8s:!masters', 'workers', `"{{ only | default('workers') }}"`])('are nodes of the cluster: %s', (hosts) => {
    expect(loud({ 'tidy.yml': play(hosts), 'hosts.ini': inventory }).map((one) => one.split(' ')[2])).toEqual([
      'docker-cli-command',
    ]);
  });

  it.each(['registries', 'all:!k8s'])('are others: %s', (hosts) => {
    expect(loud({ 'tidy.yml': play(hosts), 'hosts.ini': inventory })).toEqual([]);
  });
});

describe('the machine that an application of Compose is brought to by ssh', () => {
  const files = {
    'compose.yaml': 'services: {web: {image: "acme/web:1"}}\n',
    'deploy.sh': 'ssh "ops@$HOST" docker image prune -f\n',
  };

  it('runs the engine of the application', () => {
    expect(found(files)).toEqual([]);
  });

  it('may be a node where something speaks of Kubernetes', () => {
    expect(found({ ...files, 'values.yaml': 'kubernetes: true\n' }).length).toBe(1);
  });
});

describe('advice', () => {
  it('keeps a pattern that the shell fills in', () => {
    const script = (line: string) => ({ 'load.sh': ON_NODE + line });
    expect(adviceIn(script('for one in images/*.tar; do docker load -i "$one"; done\n'))[0]).toContain('import "$one"');
    expect(adviceIn(script('docker load -i images/*.tar\n'))[0]).toContain('import images/*.tar`');
  });

  it('keeps the folder below which a program sees the node', () => {
    const pod = `kind: Pod
apiVersion: v1
metadata: {name: a}
spec: {containers: [{name: a, image: acme/a:1, args: ["--runtime-endpoint=unix:///hostfs/var/run/dockershim.sock"]}]}
`;
    expect(adviceIn({ 'pod.yaml': pod })).toEqual(['Write unix:///hostfs/run/containerd/containerd.sock']);
  });

  it('names the value of the chart that brings the choice', () => {
    const files = {
      'Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
      'values.yaml': 'agent: {runtime: docker}\n',
      'templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata: {name: agent}
spec: {containers: [{name: a, image: acme/a:1, args: ["--runtime={{ .Values.agent.runtime }}"]}]}
`,
    };
    expect(adviceIn(files).map((text) => text.slice(0, 33))).toEqual(['Set `agent.runtime: containerd`, ']);
  });

  it('shows the build beside the manifest that never pulls', () => {
    const files = {
      'compose/build.sh': 'docker build -t acme/web:1 .\n',
      'k8s/build.sh': 'docker build -t acme/web:1 .\n',
      'k8s/web.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: "acme/web:1", imagePullPolicy: Never}]}\n',
    };
    const never = lintTexts(files).findings.find(({ severity }) => severity === 'warning');
    expect(never?.related.map(({ span }) => span.source.path)).toEqual(['k8s/build.sh']);
  });
});

describe('what a cloud refuses', () => {
  it('is an error in any script that asks for it, in the words of the script', () => {
    expect(loud({ 'pools.sh': 'gcloud container node-pools create a --image-type=UBUNTU\n' })).toEqual([
      'pools.sh:1:38 error provisioner-docker-runtime "--image-type=UBUNTU"',
    ]);
  });
});

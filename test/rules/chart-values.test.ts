/** What is written as a value of a chart is advised by its key; the template is named only where no value does it. */
import { describe, expect, it } from 'vitest';
import { positionAt, type Span } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';

interface Chart {
  readonly values: string;
  readonly path?: string;
  /** Lines of the template around the volume and its mount. */
  readonly on?: string;
  readonly kind?: string;
  readonly mountPath?: string;
}

const END = '{{- end }}\n';

function chart({
  values,
  path = '{{ .Values.agent.dockerSocketPath }}',
  on,
  kind = 'DaemonSet',
  mountPath = '/host/docker.sock',
}: Chart) {
  const [open, end] = on ? [`{{- if ${on} }}\n`, END] : ['', ''];
  return {
    'chart/Chart.yaml': 'apiVersion: v2\nname: acme\nversion: 1.0.0\n',
    'chart/values.yaml': values,
    'chart/templates/agent.yaml': `apiVersion: apps/v1
kind: ${kind}
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: watcher
          image: acme/watcher:1
          volumeMounts:
            - {name: data, mountPath: /data}
${open}            - {name: runtime-socket, mountPath: ${mountPath}}
${end}      volumes:
        - {name: data, emptyDir: {}}
${open}        - name: runtime-socket
          hostPath:
            path: ${path}
${end}`,
  };
}

function advice(given: Chart): readonly string[] {
  const { findings } = lintTexts(chart(given));
  return findings.map(({ span, instead }) => `${span.source.path}: ${instead}`);
}

const SOCKET = 'agent:\n  dockerSocketPath: /var/run/docker.sock\n';

describe('the path of a mount that is a value', () => {
  it('is left empty where the template asks for it', () => {
    expect(advice({ values: SOCKET, on: '.Values.agent.dockerSocketPath' })).toEqual([
      'chart/values.yaml: Where acme/watcher has a setting for containerd or CRI, write it, and set `agent.dockerSocketPath: /run/containerd/containerd.sock`; where it has none, it only speaks Docker’s API: set `agent.dockerSocketPath: ""`, or replace it',
    ]);
  });

  it('is switched off by a switch that is called after Docker or a socket', () => {
    const values = `${SOCKET}  docker:\n    enabled: true\n`;
    expect(advice({ values, on: '.Values.agent.docker.enabled' })).toEqual([
      'chart/values.yaml: Where acme/watcher has a setting for containerd or CRI, write it, and set `agent.dockerSocketPath: /run/containerd/containerd.sock`; where it has none, it only speaks Docker’s API: set `agent.docker.enabled: false`, or replace it',
    ]);
  });

  it('goes with the lines of the template where no value takes them away', () => {
    const values = `${SOCKET}  enabled: true\n`;
    expect(advice({ values, on: '.Values.agent.enabled', kind: 'Deployment' })).toEqual([
      'chart/values.yaml: What acme/watcher does with it decides. Nothing: delete volume `runtime-socket` and its mount in `watcher` from chart/templates/agent.yaml, which no value switches off. It reads containers: set `agent.dockerSocketPath: /run/containerd/containerd.sock`, and set its own option for CRI. It builds images: BuildKit, Buildah or a docker:dind sidecar. It runs `docker exec` in neighbours: the Kubernetes API (pods/exec)',
    ]);
  });

  it('is not needed where the chart has a switch for the runtime of the nodes', () => {
    const values = 'docker:\n  path: /var/run/docker.sock\ncontainerd:\n  enabled: false\n';
    expect(advice({ values, path: '{{ .Values.docker.path }}' })).toEqual([
      'chart/values.yaml: Set `containerd.enabled: true`',
    ]);
  });
});

describe('a mount that the template writes', () => {
  it('is switched off and on by values', () => {
    const values = 'sockets:\n  docker: true\n  containerd: false\n';
    expect(advice({ values, path: '/var/run/docker.sock', on: '.Values.sockets.docker' })).toEqual([
      'chart/templates/agent.yaml: Set `sockets.containerd: true` and `sockets.docker: false`',
    ]);
  });
});

describe('the folder of logs that is a value', () => {
  const values = 'logs:\n  path: /var/lib/docker/containers\n';
  const path = '{{ .Values.logs.path }}';

  it('is another folder where it is mounted under its own name', () => {
    expect(advice({ values, path, mountPath: '"{{ .Values.logs.path }}"' })).toEqual([
      'chart/values.yaml: Set `logs.path: /var/log/pods`: there the kubelet keeps the logs of every runtime, linked from /var/log/containers',
    ]);
  });

  it('is left empty where the template asks for it', () => {
    expect(advice({ values, path, on: '.Values.logs.path', mountPath: '/logs' })).toEqual([
      'chart/values.yaml: Mount /var/log (the logs are files under /var/log/pods, linked from /var/log/containers) and set `logs.path: ""`',
    ]);
  });
});

describe('a socket beside the choice of the runtime', () => {
  it('is one finding with it', () => {
    const values = 'chaosDaemon:\n  runtime: docker\n  socketPath: /var/run/docker.sock\n';
    const { findings } = lintTexts({
      ...chart({ values, path: '{{ .Values.chaosDaemon.socketPath }}' }),
      'chart/Chart.yaml': 'apiVersion: v2\nname: chaos-mesh\nversion: 1.0.0\n',
    });
    expect(
      findings.map(({ rule, related }) => [
        rule,
        related.some(({ role, span }) => role === 'rule' && span.source.path === 'chart/values.yaml'),
      ]),
    ).toEqual([['chart-runtime-docker', true]]);
  });

  it('is shown there, with its mount, where the chart writes the runtime too', () => {
    const values = 'chaosDaemon:\n  runtime: docker\n  socketPath: /var/run/docker.sock\n';
    const files = chart({ values, path: '{{ .Values.chaosDaemon.socketPath }}' });
    const runtime = 'image: acme/watcher:1\n          args: [--runtime, "{{ .Values.chaosDaemon.runtime }}"]';
    const { findings } = lintTexts({
      ...files,
      'chart/Chart.yaml': 'apiVersion: v2\nname: chaos-mesh\nversion: 1.0.0\n',
      'chart/templates/agent.yaml': files['chart/templates/agent.yaml'].replace('image: acme/watcher:1', runtime),
    });
    const lines = findings.map(({ span, related }) => [span, ...related.map((one) => one.span)].map(placeOf));
    expect(lines).toEqual([['values.yaml:2', 'values.yaml:3', 'agent.yaml:18', 'agent.yaml:13', 'agent.yaml:10']]);
  });
});

function placeOf({ source, start }: Span): string {
  return `${source.path.split('/').at(-1)}:${positionAt(source, start).line}`;
}

describe('a program that is known', () => {
  it('is told where the mount stands whose path the value is', () => {
    const files = chart({ values: SOCKET });
    const template = files['chart/templates/agent.yaml'].replace('acme/watcher:1', 'telegraf:1.30');
    const [finding] = lintTexts({ ...files, 'chart/templates/agent.yaml': template }).findings;
    expect(finding?.instead).toMatch(
      /^Delete the mount \(volume `runtime-socket` and its mount in `watcher` in chart\/templates\/agent\.yaml; `agent\.dockerSocketPath` is only its path\), and /,
    );
  });
});

describe('a chart for podman', () => {
  it('has the socket of podman where it looks for Docker’s', () => {
    const settings = 'providers:\n  docker:\n    endpoint: unix:///var/run/docker.sock\n';
    const files = (comment: string) => ({
      'chart/Chart.yaml': 'apiVersion: v2\nname: proxy\nversion: 1.0.0\n',
      'chart/values.yaml': `# ${comment}\n${settings}`,
      'chart/templates/config.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: proxy}\ndata:\n  traefik.yaml: |\n    {{- toYaml .Values | nindent 4 }}\n',
    });
    expect(lintTexts(files('run by hand')).findings).toHaveLength(1);
    expect(lintTexts(files('run by podman kube play')).findings).toEqual([]);
  });
});

describe('a value that no template names', () => {
  const chart = (files: Files) =>
    lintTexts({
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': 'DOCKER_SOCKET: /var/run/docker.sock\nname: a\n',
      ...files,
    }).findings;
  const template = (line: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: "{{ .Values.name }}"}\n${line}`;

  it('says nothing', () => {
    expect(chart({ 'c/templates/a.yaml': template('') })).toEqual([]);
  });

  it.each([
    ['takes values as a whole', { 'c/templates/a.yaml': template('data: {{ toYaml .Values | quote }}\n') }],
    ['has a sub-chart', { 'c/templates/a.yaml': template(''), 'c/charts/b/Chart.yaml': 'name: b\n' }],
    [
      'depends on a chart',
      { 'c/Chart.yaml': 'name: c\nversion: 1.0.0\ndependencies:\n- {name: b}\n', 'c/templates/a.yaml': template('') },
    ],
    ['names it', { 'c/templates/a.yaml': template('data: {{ .Values.DOCKER_SOCKET }}\n') }],
  ])('may be read where the chart %s', (_name, files) => {
    expect(chart(files).length).toBeGreaterThan(0);
  });
});

describe('a volume in the values of a chart', () => {
  const advice = (image: string) =>
    lintTexts({
      'apps/ci/values.yaml': `runner:\n  image:\n    repository: ${image}\n  volumes:\n  - name: s\n    hostPath: {path: /var/run/docker.sock}\nother:\n  image: {repository: acme/other}\n`,
    }).findings.map(({ instead }) => instead);

  it('has the advice of the image in its section', () => {
    expect(advice('gitlab/gitlab-runner')).toEqual([expect.stringContaining('executor = "kubernetes"')]);
    expect(advice('acme/runner')).toEqual([expect.stringContaining('Delete the mount where nothing opens it')]);
  });
});

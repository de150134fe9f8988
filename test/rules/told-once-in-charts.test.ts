/** What a chart says of one thing in its templates, values and files is one finding, as loud as it is true. */
import { describe, expect, it } from 'vitest';
import { linesOf, lintTexts } from '../support/in-memory.ts';

const CHART = { 'chart/Chart.yaml': 'apiVersion: v2\nname: logs\nversion: 1.0.0\n' };

function daemonSet(paths: readonly string[], kind = 'linux'): string {
  const volumes = paths
    .map((path, i) => `        - name: v${i}\n          hostPath:\n            path: ${path}\n`)
    .join('');
  const mounts = paths.map((_, i) => `{name: v${i}, mountPath: /m${i}}`).join(', ');
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      nodeSelector: {kubernetes.io/os: ${kind}}
      containers:
        - {name: shipper, image: "acme/shipper:1", volumeMounts: [${mounts}]}
      volumes:
${volumes}`;
}

describe('the mount of Docker’s logs beside a parser of Docker', () => {
  const parser = '[INPUT]\n    Name tail\n    Path /var/log/containers/*.log\n    Parser docker\n';

  it('is told with the parser that stands in a folder of the chart', () => {
    expect(
      linesOf({
        ...CHART,
        'chart/config/fluent-bit.conf': parser,
        'chart/templates/agent.yaml': daemonSet(['/var/log/', '/var/lib/docker/containers']),
        'chart/templates/config.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: logs}\ndata:\n{{ (.Files.Glob "config/fluent-bit.conf").AsConfig | indent 2 }}\n',
      }),
    ).toEqual(['chart/config/fluent-bit.conf:4 warning docker-log-format']);
  });

  const values = 'containers:\n  path: /var/log\n  pathDest: /var/lib/docker/containers\n  logFormatType: json\n';
  const source = `apiVersion: v1
kind: ConfigMap
metadata: {name: logs}
data:
  fluent.conf: |
    <source>
      @type tail
      path /var/log/containers/*.log
      <parse>
        {{- if eq .Values.containers.logFormatType "cri" }}
        @type cri
        {{- else if eq .Values.containers.logFormatType "json" }}
        @type json
        {{- end }}
      </parse>
    </source>
`;

  it('is told with the format, where both are values, and the branch that the format chooses too', () => {
    expect(
      linesOf({
        ...CHART,
        'chart/values.yaml': values,
        'chart/templates/agent.yaml': daemonSet(['{{ .Values.containers.path }}', '{{ .Values.containers.pathDest }}']),
        'chart/templates/config.yaml': source,
      }),
    ).toEqual(['chart/values.yaml:4 warning docker-log-format']);
  });

  it('is a notice in values that no template here reads', () => {
    expect(linesOf({ ...CHART, 'chart/values.yaml': values })).toEqual([
      'chart/values.yaml:3 notice docker-host-path',
      'chart/values.yaml:4 warning docker-log-format',
    ]);
  });
});

describe('the mount of Docker’s logs on Windows', () => {
  it('is a notice beside the folder of all logs', () => {
    expect(
      linesOf({ 'agent.yaml': daemonSet(['C:\\var\\log', 'C:\\ProgramData\\docker\\containers'], 'windows') }),
    ).toEqual(['agent.yaml:16 notice docker-host-path']);
  });
});

describe('what a chart writes for a cluster of a developer', () => {
  it('is a notice', () => {
    const template = daemonSet(['/var/run/docker.sock'])
      .replace('        - name: v0', '{{- if eq .Values.environment "minikube" }}\n        - name: v0')
      .concat('{{- end }}\n');
    const files = { ...CHART, 'chart/values.yaml': 'environment: generic\n', 'chart/templates/agent.yaml': template };
    expect(linesOf(files)).toEqual(['chart/templates/agent.yaml:14 notice docker-socket-mount']);
  });
});

describe('a policy that names the logs of Docker', () => {
  const policy = (paths: string) =>
    `apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: AcmePods\nmetadata: {name: a}\nspec:\n  parameters:\n    list:\n      - mayRead: [/var/lib/docker/containers]\n        mayWrite: [${paths}]\n`;

  it('is a notice where it names the folder of all logs too', () => {
    expect(linesOf({ 'policy.yaml': policy('/var/log') })).toEqual(['policy.yaml:7 notice docker-host-path']);
    expect(linesOf({ 'policy.yaml': policy('/tmp') })).toEqual(['policy.yaml:7 warning docker-host-path']);
  });
});

describe('the registries of an engine that a script works with', () => {
  const config = `cat > /etc/docker/daemon.json <<EOF\n{"insecure-registries": ["registry.example:5000"]}\nEOF\n`;

  it('are no warning where nothing tells of a node', () => {
    expect(linesOf({ 'registry.sh': `#!/bin/sh\ndocker run -d registry:2\n${config}` })).not.toContainEqual(
      expect.stringContaining('warning'),
    );
    expect(linesOf({ 'registry.sh': `#!/bin/sh\n${config}kubectl get nodes\n` })).toContain(
      'registry.sh:2 warning docker-daemon-config',
    );
  });
});

describe('a script that cleans nodes of two kinds', () => {
  const node = '#!/bin/bash\nkubeadm reset -f\n';
  const docker = 'docker rm -f $(docker ps -aq) 2>/dev/null\n';

  it('does the same with another client, which is a notice', () => {
    expect(linesOf({ 'clean.sh': `${node}${docker}` })).toEqual(['clean.sh:3 error docker-cli-command']);
    expect(linesOf({ 'clean.sh': `${node}${docker}nerdctl rm -f $(nerdctl ps -aq) 2>/dev/null\n` })).toEqual([
      'clean.sh:3 notice docker-cli-command',
    ]);
    expect(linesOf({ 'clean.sh': `${node}set -e\n${docker}nerdctl rm -f $(nerdctl ps -aq)\n` })).toContain(
      'clean.sh:4 error docker-cli-command',
    );
  });
});

describe('an image of fluentd that is older than its parser for CRI', () => {
  const agent = (tag: string) =>
    daemonSet(['/var/log', '/var/lib/docker/containers']).replace(
      'acme/shipper:1',
      `fluent/fluentd-kubernetes-daemonset:${tag}`,
    );

  it.each([
    ['elasticsearch', true],
    ['v0.12-debian-elasticsearch', true],
    ['v1.3-debian-elasticsearch', true],
    ['v1.12-debian-elasticsearch7-1', false],
    ['v1-debian-elasticsearch', false],
  ])('%s', (tag, isOld) => {
    const [finding] = lintTexts({ 'agent.yaml': agent(tag) }).findings;
    expect(finding?.instead.startsWith('Run an image of Fluentd 1.12 or newer')).toBe(isOld);
  });
});

describe('a program that its variables tell', () => {
  it('is advised by its name', () => {
    const agent = daemonSet(['/var/run/docker.sock']).replace(
      'image: "acme/shipper:1"',
      'image: "acme/shipper:1", env: [{name: FALCO_BPF_PROBE, value: ""}]',
    );
    expect(lintTexts({ 'agent.yaml': agent }).findings.map(({ instead }) => instead)).toEqual([
      expect.stringContaining('Falco looks there by itself'),
    ]);
  });
});

describe('a daemon.json of which a switch of the chart brings a part', () => {
  it('is one finding, with the advice for all of it', () => {
    const { findings } = lintTexts({
      ...CHART,
      'chart/values.yaml': 'gpu: false\n',
      'chart/templates/docker.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: docker}
data:
  daemon.json: |
    {
    {{- if .Values.gpu }}
      "default-runtime": "nvidia",
    {{- end }}
      "log-opts": {"max-size": "100m"}
    }
`,
    });
    expect(
      findings.map(({ rule, instead }) => [
        rule,
        /default_runtime_name/.test(instead),
        /containerLogMaxSize/.test(instead),
      ]),
    ).toEqual([['docker-daemon-config', true, true]]);
  });
});

describe('a moved folder of Docker’s logs in the values', () => {
  it('is a notice beside the folder of all logs', () => {
    const values = 'hostLogDir:\n  varLog: /var/log\n  dockerContainers: /data/docker/containers\n';
    expect(linesOf({ ...CHART, 'chart/values.yaml': values })).toEqual(['chart/values.yaml:3 notice docker-host-path']);
  });
});

describe('a script in a ConfigMap', () => {
  const agent = (condition: string) => `${condition}
${daemonSet(['/var/run/docker.sock']).replace('volumeMounts: [', 'command: [/bin/sh, /s/run.sh], volumeMounts: [{name: s, mountPath: /s}, ')}        - {name: s, configMap: {name: scripts}}
`;
  const script =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: scripts}\ndata:\n  run.sh: |\n    #!/bin/sh\n    docker ps -q\n';
  const severity = (template: string, other = '') =>
    linesOf({
      ...CHART,
      'chart/values.yaml': 'agent: false\n',
      'chart/templates/agent.yaml': template,
      'chart/templates/other.yaml': other,
      'chart/templates/scripts.yaml': script,
    }).find((line) => line.includes('scripts.yaml'));

  it('runs when the pods do that mount it', () => {
    const off = `{{- if .Values.agent }}${agent('')}{{- end }}\n`;
    expect(severity(agent(''))).toBe('chart/templates/scripts.yaml:7 error docker-cli-command');
    expect(severity(off)).toBe('chart/templates/scripts.yaml:7 warning docker-cli-command');
    expect(severity(off, agent('').replace('{name: agent}', '{name: other}'))).toBe(
      'chart/templates/scripts.yaml:7 error docker-cli-command',
    );
  });
});

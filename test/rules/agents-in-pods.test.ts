/** Agents and log shippers in pods: what of their configuration misses Docker, and what does not. */
import { describe, expect, it } from 'vitest';
import { type Files, bareLinesOf as linesOf, lintTexts } from '../support/in-memory.ts';

function configMap(name: string, text: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: agent}\ndata:\n  ${name}: |\n${text.replace(/^/gm, '    ').trimEnd()}\n`;
}

interface Agent {
  readonly image?: string;
  readonly env?: string;
  readonly args?: string;
  /** The paths of the node that it mounts, as YAML maps. */
  readonly mounts: readonly string[];
}

function daemonSet({ image = 'acme/agent:1', env = '[]', args = '[]', mounts }: Agent): string {
  const volumes = mounts.map((mount, i) => `        - name: v${i}\n          hostPath: ${mount}\n`).join('');
  const mounted = mounts.map((_, i) => `{name: v${i}, mountPath: /m${i}}`).join(', ');
  return `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - {name: agent, image: "${image}", env: ${env}, args: ${args}, volumeMounts: [${mounted}]}
      volumes:
${volumes}`;
}

describe('a parser that a variable chooses', () => {
  const source =
    "<source>\n  @type tail\n  path /var/log/containers/*.log\n  <parse>\n    @type \"#{ENV['FLUENT_CONTAINER_TAIL_PARSER_TYPE'] || 'json'}\"\n  </parse>\n</source>\n";
  const env = (value: string) => `[{name: FLUENT_CONTAINER_TAIL_PARSER_TYPE, value: ${value}}]`;
  const files = (variables: string) => ({
    'logs/config.yaml': configMap('fluent.conf', source),
    'logs/agent.yaml': daemonSet({ env: variables, mounts: ['{path: /var/log}'] }),
  });

  it('is what the container says', () => {
    expect(linesOf(files(env('cri')))).toEqual([]);
    expect(linesOf(files(env('json')))).toEqual(['8 warning docker-log-format', '10 warning docker-log-format']);
  });

  it('is advised by the variable, and not edited in the expression', () => {
    const { findings } = lintTexts(files('[]'));
    expect(findings.map(({ instead, fix }) => [instead, fix])).toEqual([
      [
        'Set FLUENT_CONTAINER_TAIL_PARSER_TYPE=cri (or a regular expression for the CRI format) on the container',
        undefined,
      ],
    ]);
  });
});

describe('the log of dockerd', () => {
  it('is one finding, of the source that reads it', () => {
    const text = '<source>\n  @type tail\n  path /var/log/docker.log\n</source>\n';
    expect(linesOf({ 'config.yaml': configMap('fluent.conf', text) })).toEqual(['8 notice docker-log-format']);
  });
});

describe('an input of Fluent Bit for Docker', () => {
  const input = (lines: string) => ({
    'config.yaml': configMap('fluent-bit.conf', `[INPUT]\n  Name tail\n  Path /var/log/containers/*.log\n${lines}`),
  });

  it('is one finding with its mode, which has to go with the parser', () => {
    const { findings } = lintTexts(input('  Docker_Mode On\n  Docker_Mode_Flush 5\n  Parser docker\n'));
    expect(findings.map(({ message, instead }) => [message.split(' reads')[0], instead])).toEqual([
      [
        '`Parser docker`',
        'Write multiline.parser docker, cri (Fluent Bit 1.8 or newer), and delete Docker_Mode, Docker_Mode_Flush',
      ],
    ]);
  });

  it.each([
    ['acme-lines', 'json', 1],
    ['json', 'regex', 1],
    ['acme-lines', 'regex', 0],
  ])('is one too where the parser %s reads %s', (name, format, count) => {
    const parser = `  parsers.conf: |\n    [PARSER]\n      Name acme-lines\n      Format ${format}\n`;
    const files = input(`  Parser ${name}\n`);
    const { findings } = lintTexts({ 'config.yaml': `${files['config.yaml']}${parser}` });
    expect(findings.map(({ message, fix }) => [message.split(' reads')[0], fix])).toEqual(
      count === 0 ? [] : [[`\`Parser ${name}\``, undefined]],
    );
  });

  it('shows where its parser is written', () => {
    const parsers = '  parsers.conf: |\n    [PARSER]\n      Name acme-lines\n      Format json\n';
    const files = input('  Parser acme-lines\n');
    const { findings } = lintTexts({ 'config.yaml': `${files['config.yaml']}${parsers}` });
    const related = findings.flatMap((finding) => finding.related);
    expect(related.map((one) => [one.role, one.role === 'rule' && one.message, one.span.start])).toEqual([
      ['rule', 'the parser reads JSON', `${files['config.yaml']}${parsers}`.lastIndexOf('json')],
    ]);
  });

  it('is one finding where a chart switches its mode on', () => {
    const mode = '{{- if .Values.mode }}\n      Docker_Mode On\n{{- end }}\n';
    const files = {
      'Chart.yaml': 'apiVersion: v2\nname: logs\nversion: 1.0.0\n',
      'values.yaml': 'mode: false\nparser: docker\n',
      'templates/config.yaml': `${input('  Parser {{ .Values.parser }}\n')['config.yaml']}${mode}`,
    };
    expect(linesOf(files)).toEqual(['2 warning docker-log-format']);
    const [finding] = lintTexts(files).findings;
    expect(finding?.related.flatMap((one) => (one.role === 'rule' ? one.message : []))).toEqual(['goes with it']);
  });

  it('is told by its mode where it has no parser', () => {
    expect(linesOf(input('  Docker_Mode On\n'))).toEqual(['9 warning docker-log-format']);
  });

  it.each(['cri', 'cri-log', '${PARSER}'])('leaves the lines of other runtimes to its parser %s', (parser) => {
    const files = input(`  Docker_Mode On\n  Parser ${parser}\n`);
    expect(linesOf(files)).toEqual(['9 notice docker-log-format']);
    expect(lintTexts(files).findings[0]?.instead).toBe(
      'Delete it with Parser and write multiline.parser docker, cri, which reads and joins both',
    );
  });

  it.each([
    ['fluent/fluent-bit:1.5', 'Run Fluent Bit 1.8 or newer in place of `fluent/fluent-bit:1.5`, and write multiline'],
    [
      'acme.example/aws-for-fluent-bit:2.5.0',
      'Run aws-for-fluent-bit 2.22 or newer in place of `acme.example/aws-for-fluent-bit:2.5.0`, and write multiline',
    ],
    [
      'acme/aws-for-fluent-bit:2.16',
      'Run aws-for-fluent-bit 2.22 or newer in place of `acme/aws-for-fluent-bit:2.16`, and write multiline',
    ],
    ['acme/aws-for-fluent-bit:2.17.0', 'Write multiline'],
    ['acme/aws-for-fluent-bit:2.32.0', 'Write multiline'],
    ['fluent/fluent-bit:1.8', 'Write multiline'],
    ['acme/fluent-bit:latest', 'Write multiline'],
  ])('is answered with what %s knows', (image, advice) => {
    const agent = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      volumes: [{name: l, hostPath: {path: /var/log/containers}}]\n      containers: [{name: a, image: "${image}"}]\n`;
    const { findings } = lintTexts({ ...input('  Parser docker\n'), 'agent.yaml': agent });
    expect(findings.map(({ instead, fix }) => [instead, fix ? 1 : 0])).toEqual([
      [`${advice}.parser docker, cri`, advice.startsWith('Run') ? 0 : 1],
    ]);
  });
});

describe('a file of inputs of Filebeat', () => {
  it.each([
    ['- type: docker\n  containers.ids: ["*"]\n', ['6 warning docker-log-format']],
    ['- type: docker\n  name: builds\n', []],
    ['- type: docker\n  containers.ids: ["*"]\n  cri.force: true\n', []],
  ])('is a list by itself: %j', (text, lines) => {
    expect(linesOf({ 'config.yaml': configMap('kubernetes.yml', text) })).toEqual(lines);
  });
});

describe('an input of Filebeat for Docker', () => {
  it.each([
    [
      'elastic/filebeat:6.7.0',
      'Run Filebeat 7.14 or newer in place of `elastic/filebeat:6.7.0`, and write type: filestream',
    ],
    [
      'elastic/filebeat-oss:7.13.4',
      'Run Filebeat 7.14 or newer in place of `elastic/filebeat-oss:7.13.4`, and write type: filestream',
    ],
    ['elastic/filebeat:7.14.0', 'Write type: filestream'],
    ['elastic/filebeat:8.11.0', 'Write type: filestream'],
  ])('is answered with what %s knows', (image, advice) => {
    const agent = `---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers: [{name: a, image: "${image}"}]\n`;
    const inputs = configMap('filebeat.yml', 'filebeat.inputs:\n- type: docker\n  containers.ids: "*"\n');
    const { findings } = lintTexts({ 'agent.yaml': inputs + agent });
    expect(findings.map(({ instead }) => instead.split(/ (?:\(Filebeat|with an id)/)[0])).toEqual([advice]);
  });
});

describe('a shipper of logs that mounts the whole store of Docker', () => {
  it('is told where the logs are', () => {
    const agent = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: a}
spec:
  template:
    spec:
      containers: [{name: a, image: acme/kube-filebeat, volumeMounts: [{name: d, mountPath: /var/lib/docker}]}]
      volumes: [{name: d, hostPath: {path: /var/lib/docker}}]
`;
    const told = (text: string) =>
      lintTexts({ 'agent.yaml': text }).findings.map(({ instead }) => instead.slice(0, 14));
    expect(told(agent)).toEqual(['Mount /var/log']);
    expect(told(agent.replace('filebeat', 'measures'))).toEqual(['Use /var/lib/c']);
  });
});

describe('the log of dockerd in a configuration', () => {
  const source = '<source>\n  @type tail\n  path /var/log/docker.log\n</source>\n';
  it('that reads the lines of other runtimes already is left over', () => {
    const cri = '<source>\n  path /var/log/containers/*.log\n  <parse>\n    @type cri\n  </parse>\n</source>\n';
    expect(linesOf({ 'config.yaml': configMap('fluent.conf', source + cri) })).toEqual(['8 notice docker-log-format']);
    const other = `  containers.conf: |\n${cri.replace(/^(?=.)/gm, '    ')}`;
    expect(linesOf({ 'config.yaml': configMap('system.conf', source) + other })).toEqual([
      '8 notice docker-log-format',
    ]);
  });
});

describe('a path that a chart chooses by the operating system', () => {
  it('is one finding', () => {
    const template = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - {name: a, image: acme/a:1, volumeMounts: [{name: s, mountPath: /s}]}
  volumes:
    - name: s
      hostPath:
        path: {{ .Values.windows | ternary "\\\\\\\\.\\\\pipe\\\\docker_engine" "/var/run/docker.sock" }}
`;
    const chart = {
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': 'windows: false\n',
      'c/templates/agent.yaml': template,
    };
    expect(linesOf(chart)).toEqual(['10 error docker-socket-mount']);
  });
});

describe('the folder of Docker beside /var/log', () => {
  const mounts = ['{path: /var/log}', '{path: /var/lib/docker/}'];
  it.each([
    ['is a leftover of a shipper of logs', 'quay.io/fluentd_elasticsearch/fluentd:v2', 'notice'],
    ['is missed by what may measure images', 'acme/agent:1', 'warning'],
  ])('%s', (_name, image, severity) => {
    expect(linesOf({ 'agent.yaml': daemonSet({ image, mounts }) })).toEqual([`13 ${severity} docker-host-path`]);
  });
});

describe('the socket of dockershim', () => {
  const args = '[--endpoint=unix:///run/dockershim.sock]';
  it('does no harm beside that of a CRI runtime', () => {
    const mounts = ['{path: /run/dockershim.sock}', '{path: /run/containerd/containerd.sock}'];
    expect(linesOf({ 'agent.yaml': daemonSet({ args, mounts }) })).toEqual([
      '8 notice dockershim-socket',
      '11 notice dockershim-socket',
    ]);
  });

  it('is missed by itself, and where the pod waits for it', () => {
    expect(linesOf({ 'agent.yaml': daemonSet({ mounts: ['{path: /run/dockershim.sock}'] }) })).toEqual([
      '11 warning dockershim-socket',
    ]);
    const mounts = ['{path: /run/dockershim.sock, type: Socket}', '{path: /run/containerd/containerd.sock}'];
    expect(linesOf({ 'agent.yaml': daemonSet({ mounts }) })).toEqual(['11 warning dockershim-socket']);
  });
});

describe('a script of an agent', () => {
  const script = (name: string) =>
    `#!/bin/bash\n${name}() { for d in $(grep -o "$1[^ ]*" /proc/mounts); do sync "$d"; done; }\nkubeadm version\n${name} /var/lib/docker/aufs/mnt\n`;
  it.each([
    ['umount_all_under', 'notice'],
    ['measure_all_under', 'warning'],
  ])('that calls %s', (name, severity) => {
    expect(linesOf({ 'nodes/agent.sh': script(name).replace('version', 'join x') })).toEqual([
      `4 ${severity} docker-host-path`,
    ]);
  });
});

describe('the machine of a Jenkins agent', () => {
  const configuration = (cloud: string) => `jenkins:
  clouds:
    - ${cloud}:
        templates:
          - initScript: |-
              #!/bin/bash
              set -eux
              echo '{"registry-mirrors": ["https://mirror.example.com"]}' > /etc/docker/daemon.json
              systemctl restart docker
`;

  it('is no node, whatever its script configures', () => {
    expect(linesOf({ 'jenkins.yaml': configuration('azureVM') })).toEqual([]);
    expect(linesOf({ 'jenkins.yaml': configuration('other') })).not.toEqual([]);
  });

  it('is read as YAML where it stands in a value, although a line of its script is shell', () => {
    const values = `controller:\n  configScripts:\n    agents: |\n${configuration('azureVM').replace(/^/gm, '      ').trimEnd()}\n`;
    expect(linesOf({ 'values.yaml': values })).toEqual([]);
  });
});

describe('an agent that does what its configuration says', () => {
  const told = (image: string, input: string) => {
    const agent = daemonSet({ image, mounts: ['{path: /var/run/docker.sock}', '{path: /var/lib/docker/containers}'] });
    const config = configMap('telegraf.conf', `[[inputs.${input}]]\n  timeout = "5s" # containerd\n`);
    return linesOf({
      'agent.yaml': `${agent}        - {name: config, configMap: {name: agent}}\n`,
      'config.yaml': config,
    });
  };

  it('reads nothing of Docker where that speaks of none', () => {
    expect(told('telegraf:1.30', 'cpu')).toEqual(['11 notice docker-socket-mount', '13 notice docker-host-path']);
  });

  it.each([
    ['telegraf:1.30', 'docker'],
    ['acme/agent:1', 'cpu'],
  ])('may read it otherwise: %s, %s', (image, input) => {
    expect(told(image, input)).toEqual(['11 error docker-socket-mount', '13 warning docker-host-path']);
  });
});

describe('the store of Docker that a known agent mounts', () => {
  it('goes, with what the agent wants on nodes without Docker', () => {
    const agent = daemonSet({ image: 'gcr.io/cadvisor/cadvisor:v0.49.1', mounts: ['{path: /var/lib/docker}'] });
    const { findings } = lintTexts({ 'agent.yaml': agent });
    expect(findings.map(({ instead }) => instead)).toEqual([
      expect.stringMatching(/^Drop this mount\. Mount \/run\/containerd and pass --containerd=/),
    ]);
  });
});

describe('the labels that a cAdvisor of its own gives to containers', () => {
  const rules =
    'groups:\n- name: a\n  rules:\n  - record: b\n    expr: sum by (container_label_io_kubernetes_pod_name) (c)\n';

  it('are asked for where the repository runs one', () => {
    const agent = daemonSet({ image: 'gcr.io/cadvisor/cadvisor:v0.49.1', mounts: ['{path: /var/lib/docker}'] });
    expect(linesOf({ 'rules.yaml': rules })).toEqual(['5 notice docker-metrics-query']);
    expect(linesOf({ 'rules.yaml': rules, 'agent.yaml': agent })).toEqual(['11 notice docker-host-path']);
  });
});

describe('a shipper whose nodes nobody knows', () => {
  const input = (path: string) =>
    linesOf({
      'fluent-bit.yaml': `pipeline:\n  inputs:\n  - name: tail\n    path: ${path}\n    multiline.parser: docker\n`,
    });

  it('reads the lines of Docker rightly where it only opens files of Docker', () => {
    expect(input('/var/lib/docker/containers/*/*.log')).toEqual([
      '4 notice docker-host-path',
      '5 notice docker-log-format',
    ]);
    expect(input('/var/log/containers/*.log')).toEqual(['5 warning docker-log-format']);
  });
});

describe('a folder in the values of a chart', () => {
  const told = (other: string) =>
    linesOf({
      'chart/Chart.yaml': 'apiVersion: v2\nname: faults\nversion: 1.0.0\n',
      'chart/values.yaml': `engines:\n  docker:\n    stateDir: /run/docker/runtime-runc/moby\n  ${other}:\n    stateDir: /run/acme\n`,
    });

  it.each([
    ['cri-o', ['3 notice docker-host-path']],
    ['containerd', ['3 notice docker-host-path']],
    ['acme', ['3 warning docker-host-path']],
  ])('that stands in a map for Docker is one of several where another runtime has its own: %s', (other, lines) => {
    expect(told(other)).toEqual(lines);
  });
});

describe('a tool with a mode for containerd', () => {
  const faults = (...sockets: readonly string[]) =>
    lintTexts({
      'f.yaml': daemonSet({ image: 'ghcr.io/alexei-led/pumba:1.0', mounts: sockets.map((path) => `{path: ${path}}`) }),
    }).findings;

  it('is told at the socket of Docker how to choose it', () => {
    const [told] = faults('/var/run/docker.sock').filter(({ severity }) => severity === 'error');
    expect(told?.rule).toBe('docker-socket-mount');
    expect(told?.instead).toMatch(/^Mount .*--runtime containerd/);
  });

  it('has made the choice where it mounts the other socket too', () => {
    const found = faults('/var/run/docker.sock', '/run/containerd/containerd.sock');
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['notice']));
  });
});

describe('an image that is called after a tool for Docker', () => {
  it.each([
    ['/run/containerd/containerd.sock', []],
    ['/var/log', ['8 warning docker-only-agent']],
  ])('is another one where it mounts the socket of another runtime: %s', (path, lines) => {
    expect(
      linesOf({ 'a.yaml': daemonSet({ image: 'acme.example/docker-cleanup:1', mounts: [`{path: ${path}}`] }) }),
    ).toEqual(lines);
  });
});

describe('the mark of Docker in a container', () => {
  it('is there where the image makes it', () => {
    const image = (line: string) => ({ Dockerfile: `FROM debian\nRUN ${line}\n` });
    expect(linesOf(image('mkdir /a && touch /.dockerenv && chmod 600 /a'))).toEqual([]);
    expect(linesOf(image('[ -f /.dockerenv ] || exit 1'))).toEqual(['2 warning docker-env-detection']);
  });
});

describe('a Beat that mounts the socket of Docker', () => {
  const agent = (image: string) => ({
    'beat/agent.yaml': `${daemonSet({ image, mounts: ['{path: /var/run/docker.sock}'] })}        - {name: modules, configMap: {name: modules}}\n`,
  });
  const modules = (text: string) => ({
    'beat/modules.yaml': configMap('a.yml', text).replace('name: agent', 'name: modules'),
  });
  const BEAT = 'docker.elastic.co/beats/metricbeat:8.16.6';

  it.each([
    ['reads nothing from it', BEAT, '- module: containerd\n  hosts: [docker.elastic.co]\n', 'notice'],
    ['reads what its modules say', BEAT, '- module: docker\n', 'error'],
    ['may read it where it is another agent', 'acme/agent:1', '- module: containerd\n', 'error'],
  ])('%s', (_name, image, text, severity) => {
    expect(linesOf({ ...agent(image), ...modules(`${text}# containerd\n`) })).toContain(
      `11 ${severity} docker-socket-mount`,
    );
  });

  it.each([
    ['- module: system\n', ['notice docker-socket-mount']],
    [
      '- module: docker\n  hosts: ["unix:///var/run/docker.sock"]\n',
      ['error docker-socket-mount', 'error docker-socket-endpoint'],
    ],
  ])('is told by the modules of its file: %s', (text, expected) => {
    const config = configMap('a.yml', text).replace('metadata: {name: agent}', 'metadata:\n  name: modules');
    const { findings } = lintTexts({ 'beat.yaml': `${agent(BEAT)['beat/agent.yaml']}---\n${config}` });
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(expected);
    for (const { severity, instead } of findings)
      if (severity === 'error') expect(instead).toContain('write module: kubernetes');
  });
});

describe('inputs of Elastic Agent', () => {
  const KUBERNETES = '  - type: kubernetes/metrics\n    streams: [{metricsets: [pod], hosts: ["https://a:10250"]}]\n';
  const input = (streams: string, type = 'docker/metrics') =>
    configMap('agent.yml', `inputs:\n${KUBERNETES}  - type: ${type}\n    streams:\n      - ${streams}\n${KUBERNETES}`);

  it.each([
    ['{metricsets: [cpu], hosts: ["unix:///var/run/docker.sock"]}', 'error'],
    ['{hosts: ["unix:///hostfs/var/run/docker.sock"], period: 10s}', 'error'],
    ['{metricsets: [cpu]}', 'warning'],
  ])('that ask Docker are told once, with what asks the kubelet: %s', (streams, severity) => {
    const [finding, ...others] = lintTexts({ 'agent.yaml': input(streams) }).findings;
    expect([finding?.rule, finding?.severity, others.length]).toEqual(['docker-socket-endpoint', severity, 0]);
    expect(finding?.instead).toContain('kubernetes/metrics');
    expect(finding?.instead).not.toContain('containerd.sock');
  });

  it('that ask the kubelet or read files are nothing', () => {
    expect(linesOf({ 'agent.yaml': input('{metricsets: [node]}', 'kubernetes/metrics') })).toEqual([]);
    expect(linesOf({ 'agent.yaml': input('{paths: [/var/log/containers/*.log]}', 'filestream') })).toEqual([]);
  });
});

describe('agents of Jenkins in a ConfigMap', () => {
  const cloud =
    'jenkins:\n  clouds:\n  - kubernetes:\n      templates:\n      - name: base\n        volumes:\n        - hostPathVolume: {hostPath: /var/run/docker.sock, mountPath: /var/run/docker.sock}\n';
  it.each(['jenkins/casc.yaml', 'apps/casc.yaml', 'ci/jenkins/casc.yaml'])(
    'run in pods, whatever the folder is called: %s',
    (path) => {
      const { findings } = lintTexts({ [path]: configMap('jenkins.yaml', cloud) });
      expect(findings.map(({ severity, rule, instead }) => [severity, rule, instead.slice(0, 30)])).toEqual([
        ['error', 'docker-socket-mount', 'Delete the mount: build images'],
      ]);
    },
  );
});

describe('a chart that was packed by somebody else', () => {
  const template = (condition: string) =>
    `{{ if ${condition} }}\n${daemonSet({ mounts: ['{path: /var/run/docker.sock}'] })}{{ end }}\n`;
  const chart = (folder: string, condition: string) => ({
    [`${folder}/Chart.yaml`]: 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    [`${folder}/values.yaml`]: 'on: false\n',
    [`${folder}/templates/agent.yaml`]: template(condition),
  });

  it.each([
    ['c', '.Values.on', 'warning'],
    ['c', 'true', 'error'],
    ['c-1.0.0.tgz/c', '.Values.on', 'notice'],
    ['c-1.0.0.tgz/c', 'true', 'error'],
  ])('in %s under %s', (folder, condition, severity) => {
    expect(lintTexts(chart(folder, condition)).findings.map((finding) => finding.severity)).toEqual([severity]);
  });
});

describe('a runtime of a chart', () => {
  const adviceOn = (comment: string, key = 'containerRuntime') =>
    lintTexts({
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': `builder:\n  ${key}: docker${comment}\n`,
    }).findings.map(({ instead }) => instead);
  it('is what the comment offers beside docker', () => {
    expect(adviceOn(' # docker or podman')).toEqual(['containerRuntime: podman']);
    expect(adviceOn(' # docker, containerd or podman')[0]).toContain('containerd, or what the chart');
    expect(adviceOn('')[0]).toContain('containerd, or what the chart');
  });

  it.each(['container_runtime', 'containersRuntime'])('is called %s', (key) => {
    expect(adviceOn('', key)[0]).toContain(`${key}: containerd, or what the chart`);
  });
});

describe('a pod that runs a script', () => {
  const pod = (command: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostNetwork: true\n  containers:\n    - {name: a, image: acme/a:1, command: [${command}]}\n`;
  const script = '#!/bin/bash\ndocker run acme/tests:1\n';
  const severityOf = (command: string, path: string) =>
    lintTexts({ 'k8s/app/tester.yaml': pod(command), [path]: script }).findings.map(({ severity }) => severity);

  it('of its image has not that of another part of the repository in mind', () => {
    expect(severityOf('/tester/run.sh', 'images/db/run.sh')).toEqual(['notice']);
    expect(severityOf('/tester/run.sh', 'k8s/app/run.sh')).toEqual(['warning']);
    expect(severityOf('/tester/collect.sh', 'images/db/collect.sh')).toEqual(['warning']);
  });
});

describe('files that are kept for each runtime', () => {
  const docker = {
    'check.sh': '#!/bin/bash\nkubectl get nodes\n',
    'conf/docker/daemon.json': '{"registry-mirrors": ["https://mirror.example.com"]}\n',
  };
  const config = 'version = 2\nroot = "/data/containerd" # not /var/lib/docker\n';
  it('are taken for one of them', () => {
    expect(linesOf(docker)).toEqual(['1 warning docker-daemon-config']);
    expect(linesOf({ ...docker, 'conf/containerd/config.toml': config })).toEqual(['1 notice docker-daemon-config']);
    expect(linesOf({ ...docker, 'other/containerd/config.toml': config })).toEqual(['1 warning docker-daemon-config']);
  });
});

describe('an image that Docker loads', () => {
  const lines = (command: string) => linesOf({ 'nodes/load.sh': `#!/bin/bash\nkubeadm join x\n${command}\n` });
  it('for a cluster in containers goes on from there', () => {
    expect(lines('ssh host "docker load && kind load docker-image app:1"')).toEqual([]);
    expect(lines('docker load -i a.tar && k3d image import app:1')).toEqual([]);
    expect(lines('docker load -i a.tar')).toEqual(['3 warning node-local-image-build']);
  });
});

describe('a key of kOps', () => {
  it.each([
    ['networkPluginName: cni', 'Delete networkPluginName: the runtime uses `cni` by default'],
    ['nonMasqueradeCIDR: 10.0.0.0/8', 'Delete nonMasqueradeCIDR, which only kubenet read'],
  ])('is named in the advice: %s', (line, expected) => {
    const text = `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n  kubelet:\n    ${line}\n`;
    expect(lintTexts({ 'cluster.yaml': text }).findings.map(({ instead }) => instead.split(';')[0])).toEqual([
      expected,
    ]);
  });
});

describe('the address that dockerd is told to listen on', () => {
  it('is an option of dockerd and nothing else', () => {
    const text =
      '#!/bin/bash\nkubeadm join x\nDOCKER_OPTS="--host=unix:///var/run/docker.sock --bip=10.0.0.1/24"\nsed -i "s|dockerd|dockerd $DOCKER_OPTS|" /lib/systemd/system/docker.service\n';
    const found = linesOf({ 'nodes/join.sh': text });
    expect(found.filter((line) => line.includes('endpoint'))).toEqual([]);
    expect(found).toContain('3 warning docker-daemon-config');
  });
});

describe('a list of arguments in the values of a chart', () => {
  it('holds flags of the program that the chart runs', () => {
    const values = 'additionalArguments:\n  - --log.level=INFO\n  - --providers.docker=true\n';
    expect(lintTexts({ 'values.yaml': values }).findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error chart-runtime-docker',
    ]);
  });

  it('holds none where its items are words of a command', () => {
    const values = 'args:\n  - docker\n  - --providers.docker=true\n';
    expect(lintTexts({ 'values.yaml': values }).findings).toEqual([]);
  });
});

describe('volumes that the values of a chart list', () => {
  const values = (...volumes: readonly string[]) => ({
    'values.yaml': `daemonSetVolumes:\n${volumes.map((one, i) => `  - {name: v${i}, hostPath: ${one}}\n`).join('')}`,
    'Chart.yaml': 'name: a\nversion: 1.0.0\n',
  });
  const DOCKER = '{path: /var/lib/docker/containers}';

  it.each([
    ['the logs of Docker alone', [DOCKER], 'warning'],
    ['those of every runtime as well', ['{path: /var/log}', DOCKER], 'notice'],
    ['and the kubelet asks for them', ['{path: /var/log}', DOCKER.replace('}', ', type: Directory}')], 'warning'],
  ])('%s', (_name, volumes, severity) => {
    expect(linesOf(values(...volumes))).toEqual([`${volumes.length + 1} ${severity} docker-host-path`]);
  });
});

describe('advice for a mount of docker.sock', () => {
  const adviceIn = (files: Files) => lintTexts(files).findings.map(({ instead }) => instead);

  it('is the switch of the chart where the values have one', () => {
    const values = 'watch:\n  dockerSocket:\n    enabled: true\n    hostPath: /var/run/docker.sock\n';
    expect(adviceIn({ 'values-full.yaml': values, 'Chart.yaml': 'name: a\nversion: 1.0.0\n' })).toEqual([
      'Set watch.dockerSocket.enabled: false, with which the chart mounts no socket',
    ]);
  });

  it('is that of the agent of a pipeline where its variables tell which it is', () => {
    const agent = daemonSet({
      env: '[{name: AZP_URL, value: "https://dev.azure.example"}]',
      mounts: ['{path: /var/run/docker.sock}'],
    });
    expect(adviceIn({ 'agent.yaml': agent })).toEqual([
      expect.stringMatching(/^Delete the mount, and build images with BuildKit/),
    ]);
  });
});

describe('an agent of Jenkins that a Jenkinsfile describes', () => {
  it('misses the socket of its node as the pod of a manifest does', () => {
    const file = `podTemplate(volumes: [hostPathVolume(mountPath: '/var/run/docker.sock', hostPath: '/var/run/docker.sock')]) {\n}\n`;
    expect(linesOf({ Jenkinsfile: file })).toEqual(['1 error docker-socket-mount']);
  });

  it.each([
    ["sh 'helm delete a'", []],
    ["sh './build.sh'", ['1 error docker-socket-mount']],
    ["library('acme')\n  sh 'helm list'", ['1 error docker-socket-mount']],
  ])('misses nothing where no step opens it: %s', (steps, lines) => {
    const file = `podTemplate(volumes: [hostPathVolume(mountPath: '/var/run/docker.sock', hostPath: '/var/run/docker.sock')]) {\n  ${steps}\n}\n`;
    expect(linesOf({ Jenkinsfile: file })).toEqual(lines);
  });
});

describe('an image without a client of Docker', () => {
  const tool = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: ${image}
      env: [{name: CORE_VM_ENDPOINT, value: "unix:///host/var/run/docker.sock"}]
      volumeMounts: [{name: run, mountPath: /host/var/run}]
  volumes: [{name: run, hostPath: {path: /var/run}}]
`;
  it('opens no socket that it is told', () => {
    const severities = (image: string) => lintTexts({ 'a.yaml': tool(image) }).findings.map(({ severity }) => severity);
    expect(new Set(severities('hyperledger/fabric-tools:2.5'))).toEqual(new Set(['notice']));
    expect(severities('hyperledger/fabric-peer:2.5')).toContain('error');
  });

  it('lacks nothing where the socket is mounted into it', () => {
    const exporter = (image: string) => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: ${image}
      volumeMounts: [{name: sock, mountPath: /var/run/docker.sock}]
  volumes: [{name: sock, hostPath: {path: /var/run/docker.sock}}]
`;
    const severities = (image: string) =>
      lintTexts({ 'a.yaml': exporter(image) }).findings.map(({ severity }) => severity);
    expect(severities('quay.io/prometheus/node-exporter:v1.9.0')).toEqual(['notice']);
    expect(severities('registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0')).toEqual(['notice']);
    expect(severities('registry.k8s.io/pause:3.10')).toEqual(['notice']);
    expect(severities('acme/exporter:1')).toEqual(['error']);
  });
});

describe('a policy that allows what a pod of its folder mounts', () => {
  const policyOf = (apiVersion: string, kind: string) =>
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec:\n  allowedHostPaths:\n    - pathPrefix: /var/lib/docker\n`;
  const policy = policyOf('constraints.gatekeeper.sh/v1beta1', 'K8sPSPHostFilesystem');
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /d}]}]\n  volumes: [{name: s, hostPath: {path: /var/lib/docker}}]\n';
  it('is told by the mount', () => {
    const told = (files: Files) =>
      lintTexts(files).findings.map(({ severity, instead, span }) => `${span.source.path} ${severity} ${instead}`);
    expect(told({ 'a/policy.yaml': policy, 'a/pod.yaml': pod })).toContain(
      'a/policy.yaml notice Delete it with the mount of the pod',
    );
    expect(told({ 'a/policy.yaml': policy, 'b/pod.yaml': pod })).toContain(
      'a/policy.yaml warning Delete it: pods that still ask for it find nothing there',
    );
    expect(told({ 'policy.yaml': policyOf('policy/v1beta1', 'PodSecurityPolicy') })).toEqual([
      'policy.yaml notice Delete the policy: Kubernetes 1.25 removed PodSecurityPolicy',
    ]);
  });
});

describe('a monitor that counts the starts of several programs', () => {
  const monitor = (more: string) =>
    `{"plugin": "custom", "pluginConfig": {"timeout": "1m"}, "rules": [{"type": "permanent", "path": "/bin/log-counter", "args": ["--pattern=Starting Docker Application Container Engine..."]}${more}]}`;
  const severity = (more: string) =>
    lintTexts({ 'npd/systemd-monitor-counter.json': monitor(more) }).findings.map((one) => one.severity);
  it('works on without Docker', () => {
    expect(severity(', {"type": "permanent", "args": ["--pattern=Started Kubernetes kubelet."]}')).toEqual(['notice']);
    expect(severity('')).toEqual(['warning']);
  });
});

describe('a Beat of a chart', () => {
  it('misses nothing where its provider for Docker is off by default', () => {
    const files = (enabled: boolean) => ({
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': `docker: ${enabled}\n`,
      'c/templates/agent.yaml': `${daemonSet({ image: 'elastic/filebeat:8.2.0', mounts: ['{path: /var/run/docker.sock}'] })}        - {name: conf, configMap: {name: conf}}\n`,
      'c/templates/conf.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf}\ndata:\n  filebeat.yml: |\n    providers:\n    - type: kubernetes\n{{- if .Values.docker }}\n    - type: docker\n{{- end }}\n',
    });
    const mount = (enabled: boolean) => linesOf(files(enabled)).filter((line) => line.includes('docker-socket-mount'));
    expect(mount(false)).toEqual(['11 notice docker-socket-mount']);
    expect(mount(true)).toEqual(['11 error docker-socket-mount']);
  });
});

describe('a pod that is told to work with the CRI', () => {
  const env = (type: string, name: string) =>
    `[{name: AGENT_TYPE, value: ${type}}, {name: ${name}, value: /var/run/docker.sock}]`;
  const lines = (type: string, name: string) =>
    linesOf({ 'a.yaml': daemonSet({ env: env(type, name), mounts: ['{path: /var/run}'] }) });

  it('does not read what it is told of Docker', () => {
    for (const line of lines('cri', 'DOCKER_CLIENT_ADDRESS')) expect(line).toContain(' notice ');
    expect(lines('docker', 'DOCKER_CLIENT_ADDRESS').join()).toContain('error docker-socket-endpoint');
    expect(lines('containerd', 'SOCKET_PATH').join()).toContain('error docker-socket-endpoint');
  });
});

describe('a manifest that a script fills in', () => {
  it('is read around the lines that it puts there', () => {
    const text = daemonSet({ mounts: ['{path: /var/run/docker.sock, type: Socket}'] });
    expect(linesOf({ 'a.yaml': text.replace('      volumes:\n', 'MOUNTS\n      volumes:\nVOLUMES\n') })).toEqual([
      '13 error docker-socket-mount',
    ]);
  });
});

describe('folders of the node above the socket that an argument names', () => {
  it('are one finding with it', () => {
    const args = '["--docker=unix:///var/run/docker.sock"]';
    const text = daemonSet({ args, mounts: ['{path: /}', '{path: /var/run}'] }).replace('/m1}', '/var/run}');
    const { findings } = lintTexts({ 'a.yaml': text });
    expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(['error docker-socket-endpoint']);
    expect(findings[0]?.related.length).toBeGreaterThan(0);
  });
});

describe('what a chart writes for Docker beside another runtime', () => {
  const chart = (values: string, template: string) =>
    linesOf({
      'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
      'c/values.yaml': values,
      'c/templates/agent.yaml': template,
    });

  it('is a notice where its path is empty by default', () => {
    const env = (key: string) =>
      `{{- if .Values.agent.dockerSocketPath }}\n            - {name: DOCKER_HOST, value: "unix://{{ .Values.agent.dockerSocketPath }}"}\n{{- end }}\n{{- if .Values.agent.${key} }}\n            - {name: RUNTIME_SOCKET, value: "{{ .Values.agent.${key} }}"}\n{{- end }}\n`;
    const pod = (key: string) =>
      `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: acme/agent:1\n          env:\n            - {name: A, value: b}\n${env(key)}`;
    const severities = (key: string) => new Set(chart('agent: {}\n', pod(key)).map((line) => line.split(' ')[1]));
    expect(severities('criSocketPath')).toEqual(new Set(['notice']));
    expect(severities('otherPath')).toEqual(new Set(['warning']));
  });

  it('is left over where the ConfigMap that the chart makes for a shipper has no word of Docker', () => {
    const pod = `${daemonSet({ image: 'elastic/filebeat:8.2.0', mounts: ['{path: /var/run/docker.sock}'] })}        - {name: conf, configMap: {name: "NAME"}}\n`;
    const mount = (name: string) => chart('a: b\n', pod.replace('NAME', name));
    expect(mount('{{ .Release.Name }}-conf')).toEqual(['11 notice docker-socket-mount']);
    expect(mount('conf')).toEqual(['11 error docker-socket-mount']);
  });
});

/** What reads the log files of containers, and which of them understand only the lines of Docker. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud, summaries } from '../support/in-memory.ts';

const input = (lines: string, path = '/var/log/containers/*.log') =>
  `filebeat.inputs:\n- type: log\n  paths:\n    - ${path}\n${lines}`;

describe('Filebeat that decodes whole lines', () => {
  it('reads the lines of Docker only, and is told to take another input', () => {
    const files = { 'filebeat.yml': input('  json.keys_under_root: true\n  json.message_key: log\n') };
    expect(loud(files)).toEqual(['filebeat.yml:6:21 warning docker-log-format "log"']);
    expect(lintTexts(files).findings[0]?.instead).toBe(
      'Write type: filestream (Filebeat 7.14 or newer) with an id, paths: [/var/log/containers/*.log], parsers: [{container: {}}] and prospector.scanner.symlinks: true, and delete the json options',
    );
  });

  it.each([
    ['a prospector', 'filebeat.prospectors:\n-\n  paths: ["/var/log/containers/*.log"]\n  json.message_key: log\n'],
    ['options in a map', input('  json:\n    message_key: log\n    keys_under_root: true\n')],
    ['options without a key of Docker’s', input('  json.keys_under_root: true\n')],
    ['the folder of pods', input('  json.message_key: log\n', '/var/log/pods/*/*/*.log')],
  ])('%s', (_, text) => {
    expect(loud({ 'filebeat.yml': text })).toHaveLength(1);
  });

  it.each([
    ['lines of an application', input('  json.message_key: log\n', '/var/log/app/*.json')],
    ['an input for containers', input('  json.message_key: log\n').replace('type: log', 'type: container')],
    [
      'another input beside one of containers',
      `${input('  tail_files: true\n')}- type: log\n  paths: [/var/log/app.json]\n  json.message_key: msg\n`,
    ],
    ['lines as they are', input('  json.keys_under_root: false\n')],
  ])('%s', (_, text) => {
    expect(loud({ 'filebeat.yml': text })).toEqual([]);
  });

  it('is a notice where it opens the folder of Docker on a machine that nothing speaks of', () => {
    const text = input('  json.message_key: log\n', '/var/lib/docker/containers/*/*.log');
    const of = ({ severity, rule }: { readonly severity: string; readonly rule: string }) => `${severity} ${rule}`;
    expect(lintTexts({ 'filebeat.yml': text }).findings.map(of)).not.toContain('warning docker-log-format');
  });
});

describe('Fluent Bit of a vendor', () => {
  const files = (tag: string) => ({
    'logs.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: logs}
spec:
  template:
    spec:
      containers: [{name: logs, image: "newrelic/newrelic-fluentbit-output:${tag}"}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: logs}
data:
  fluent-bit.conf: |
    [INPUT]
        Name tail
        Path /var/log/containers/*.log
        Parser docker
`,
  });
  it.each([
    ['1.4.2', true],
    ['1.5.1', true],
    ['1.6.1', false],
    ['2.0.0', false],
  ])('%s', (tag, isOld) => {
    const [one] = lintTexts(files(tag)).findings;
    expect(one?.instead.startsWith('Run newrelic-fluentbit-output 1.12 or newer in place of')).toBe(isOld);
  });
});

describe('a configuration in an image', () => {
  const conf = `<source>
  type tail
  format json
  path /var/lib/docker/containers/*/*-json.log
</source>
`;
  it('is that of the image whose Dockerfile copies it, though no word of that is about Docker', () => {
    expect(
      loud({
        'image/fluent.conf': conf,
        'image/Dockerfile': 'FROM base:1\nCOPY fluent.conf /fluentd/etc/fluent.conf\nENTRYPOINT ["fluentd"]\n',
      }),
    ).toEqual(['image/fluent.conf:3:10 warning docker-log-format "json"']);
    expect(loud({ 'image/fluent.conf': conf })).toEqual([]);
  });
});

describe('JSON in the JSON of Docker', () => {
  it('is no format of CRI runtimes either', () => {
    const text = '<source>\n  type tail\n  format json_in_json\n  path /var/log/containers/*.log\n</source>\n';
    expect(loud({ 'fluent.conf': text })).toEqual(['fluent.conf:3:10 warning docker-log-format "json_in_json"']);
  });
});

describe('the old name of a socket in a branch of a chart', () => {
  const severities = (branch: string) =>
    lintTexts({
      'agent/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
      'agent/values.yaml': 'os: bottlerocket\n',
      'agent/templates/_helpers.tpl': `{{- define "socket" -}}\n${branch}\n{{- end -}}\n`,
      'agent/templates/pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    image: acme/agent:1\n    env: [{name: CONTAINER_RUNTIME_ENDPOINT, value: unix://{{ include "socket" . }}}]\n',
    }).findings.map(({ severity }) => severity);
  it('is a link on Bottlerocket', () => {
    expect(
      severities(
        '{{- if eq .Values.os "bottlerocket" -}}\n{{- printf "/run/dockershim.sock" -}}\n{{- else -}}\n{{- printf "/run/containerd/containerd.sock" -}}\n{{- end -}}',
      ).filter((one) => one !== 'notice'),
    ).toEqual([]);
  });
  it('is none on other nodes', () => {
    expect(
      severities(
        '{{- if ne .Values.os "al2" -}}\n{{- printf "/run/dockershim.sock" -}}\n{{- else -}}\n{{- printf "/run/containerd/containerd.sock" -}}\n{{- end -}}',
      ).filter((one) => one !== 'notice').length,
    ).toBeGreaterThan(0);
  });
});

describe('a copy that somebody kept', () => {
  const text = input('  json.message_key: log\n');
  it.each(['filebeat.yml.bak', 'filebeat.yml.orig', 'filebeat.yml.old', 'filebeat.yml~', 'filebeat.yml.bak.2'])(
    '%s is a notice at most',
    (path) => {
      expect(loud({ [path]: text })).toEqual([]);
    },
  );

  it('has no say about the file in use', () => {
    expect(loud({ 'filebeat.yml': text, 'filebeat.yml.bak': text })).toHaveLength(1);
  });

  it('is the state of Terraform', () => {
    const script = '#!/bin/bash\\napt-get install -y docker-ce kubelet kubeadm\\n';
    const found = lintTexts({ 'terraform.tfstate': `{"version": 4, "user_data": "${script}"}` }).findings;
    expect(found.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  });
});

describe('a pipeline of Jenkins in a file of any name', () => {
  const pod = `podTemplate(label: 'build', volumes: [
  hostPathVolume(hostPath: '/var/run/docker.sock', mountPath: '/var/run/docker.sock')
]) {
  node('build') { sh 'docker build -t app .' }
}
`;
  it.each(['jobs/pipeline', 'jobs/build.jenkins', 'jobs/build.jdp'])('%s', (path) => {
    expect(summaries(lintTexts({ [path]: pod }).findings)[0]).toContain(`${path}:2:29 error docker-socket-mount`);
  });

  it('may be declarative', () => {
    const text = `pipeline {
  agent { kubernetes { yaml '''
apiVersion: v1
kind: Pod
spec:
  containers: [{name: docker, image: "docker:24", command: [cat], volumeMounts: [{name: sock, mountPath: /var/run/docker.sock}]}]
  volumes: [{name: sock, hostPath: {path: /var/run/docker.sock}}]
''' } }
  stages { stage('x') { steps { sh 'docker ps' } } }
}
`;
    expect(loud({ 'ci/pipeline': text }).join()).toContain('error docker-socket-mount');
  });

  it('is none where the word is a key', () => {
    expect(loud({ 'a.conf': 'pipeline {\n  stages: docker\n}\n' })).toEqual([]);
  });
});

describe('an image that never is pulled', () => {
  const pod =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: "acme/web:1", imagePullPolicy: Never}]}\n';
  const build = 'docker build -t acme/web:1 .\ndocker save acme/web:1 -o web.tar\n';
  it.each([
    'k3d image import -c dev web.tar',
    'k3d cluster create dev',
    'kind load image-archive web.tar',
    'kind create cluster',
  ])('is no fault beside %s in a script without a word of Docker', (command) => {
    expect(loud({ 'pod.yaml': pod, 'build.sh': build, 'up.sh': `${command}\n` })).toEqual([]);
  });

  it('is one where nothing brings it to the nodes', () => {
    expect(loud({ 'pod.yaml': pod, 'build.sh': build })).toHaveLength(1);
  });
});

describe('a machine that starts a cluster of minikube', () => {
  it.each([
    'minikube start --extra-config=kubelet.resolv-conf=/etc/resolv.conf',
    'ARGS="$ARGS --extra-config=kubelet.read-only-port=10255"\nminikube start $ARGS',
    "minikube start --driver docker --extra-config 'kubelet.resolv-conf=/etc/resolv.conf'",
  ])('is none of its nodes: %s', (start) => {
    expect(loud({ 'up.sh': `#!/bin/bash\n${start}\ndocker images -q app\n` })).toEqual([]);
  });

  it('may be a node for another reason', () => {
    const text =
      '#!/bin/bash\nkubeadm join --token x\nminikube start --extra-config=kubelet.v=2\ndocker images -q app\n';
    expect(loud({ 'up.sh': text })).toHaveLength(1);
  });
});

describe('the version of Fluent Bit that knows its multiline parsers', () => {
  const INPUT = '[INPUT]\n    Name tail\n    Path /var/log/containers/*.log\n    Parser docker\n';
  const pod = (image: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: logs}\nspec: {containers: [{name: logs, image: '${image}'}]}\n# docker\n`;
  const build = (image: string) => `FROM ${image}\nCOPY conf/ /fluent-bit/etc/\n`;
  const told = (files: Files, path: string) =>
    lintTexts({ ...files, [path]: INPUT })
      .findings.filter(({ rule, span }) => rule === 'docker-log-format' && span.source.path === path)
      .map(({ instead, fix }) => `${fix?.safety ?? 'no fix'}: ${instead}`);

  const OLD =
    'no fix: Run Fluent Bit 1.8 or newer in place of `fluent/fluent-bit:1.4.5`, and write multiline.parser docker, cri';
  const RECENT = 'safe: Write multiline.parser docker, cri';
  const UNKNOWN = 'unsafe: Write multiline.parser docker, cri (Fluent Bit 1.8 or newer)';

  it.each([
    ['fluent/fluent-bit:1.4.5', OLD],
    ['fluent/fluent-bit:1.9.6-debug', RECENT],
    ['cr.fluentbit.io/fluent/fluent-bit:3', RECENT],
    ['fluent/fluent-bit', RECENT],
    ['amazon/aws-for-fluent-bit:2.31.0', RECENT],
    ['grafana/fluent-bit-plugin-loki:2.1.0', UNKNOWN],
    ['fluent/fluent-bit:$(TAG)', UNKNOWN],
    ['fluent/fluent-bit:1', UNKNOWN],
  ])('is that of the image beside the configuration: %s', (image, line) => {
    expect(told({ 'logs/pod.yaml': pod(image) }, 'logs/fluent-bit.conf')).toEqual([line]);
  });

  it.each([
    ['fluent/fluent-bit:1.4.5', OLD],
    ['fluent/fluent-bit:2.2.0', RECENT],
  ])('is that of the image that a Dockerfile builds the configuration into: %s', (image, line) => {
    expect(told({ 'logs/Dockerfile': build(image) }, 'logs/conf/fluent-bit.conf')).toEqual([line]);
    expect(told({ 'other/Dockerfile': build(image) }, 'logs/conf/fluent-bit.conf')).toEqual([UNKNOWN]);
  });

  it('is that of the base that a kustomization begins with', () => {
    const files = {
      'base/pod.yaml': pod('fluent/fluent-bit:1.4.5'),
      'base/kustomization.yaml': 'kind: Kustomization\nresources:\n- pod.yaml\n# docker\n',
      'overlays/all/kustomization.yaml': 'kind: Kustomization\nresources:\n- ../../base/\n# docker\n',
      'overlays/one/kustomization.yaml':
        'kind: Kustomization\nbases:\n  - ../all\nconfigMapGenerator:\n- {name: a, files: [fluent-bit.conf]}\n',
    };
    expect(told(files, 'overlays/one/fluent-bit.conf')).toEqual([OLD]);
    expect(told(files, 'overlays/two/fluent-bit.conf')).toEqual([UNKNOWN]);
  });

  it('is not asked for where another option shows it', () => {
    const text = INPUT.replace('Parser docker', 'multiline.parser docker');
    expect(lintTexts({ 'fluent-bit.conf': text }).findings.map(({ instead }) => instead)).toEqual([
      'Write multiline.parser docker, cri',
    ]);
  });
});

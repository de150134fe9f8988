/** Words that every JavaScript object knows: a file that uses one is read as if it used any other word. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts } from '../support/in-memory.ts';

/** Each with WORD as command, option, key, value, name, image or unit, and one thing to find behind it. */
const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a shell script': {
    'node/setup.sh': `#!/bin/bash
systemctl enable kubelet
WORD --WORD=WORD -WORD WORD
sudo WORD WORD
apt-get WORD WORD
kubectl WORD WORD
docker WORD WORD
docker ps --WORD WORD
run_WORD() { WORD; }
$WORD docker ps
WORD=WORD WORD
export WORD=WORD
systemctl restart WORD
docker ps
`,
  },
  'a Dockerfile': {
    Dockerfile: `FROM WORD AS WORD
WORD WORD
ONBUILD WORD WORD
ARG WORD=WORD
ENV WORD=WORD
RUN WORD WORD && $WORD
COPY --from=WORD WORD WORD
RUN apt-get install -y kubelet docker-ce
`,
  },
  'a chart': {
    'c/Chart.yaml': 'apiVersion: v2\nname: WORD\nversion: 1.0.0\nannotations: {WORD: WORD}\n',
    'c/values.yaml': 'WORD: WORD\nnested:\n  WORD: {WORD: WORD}\nsocket: /var/run/docker.sock\n',
    'c/templates/_helpers.tpl': '{{ define "WORD" }}{{ .WORD }}{{ end }}\n',
    'c/templates/pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: {{ include "WORD" .Values }}-{{ get .Values "WORD" }}
  annotations:
    WORD: {{ index .Values.nested "WORD" | toJson | quote }}
    a: {{ regexReplaceAll "(a)" "banana" "\${WORD}" | quote }}
    b: {{ dict "WORD" (hasKey .Values "WORD") | toYaml | quote }}
    c: {{ derivePassword 1 "WORD" "a" "b" "c" | quote }}
    d: {{ toDate "WORD" "WORD" | quote }}
spec:
  containers: [{name: a, image: WORD, volumeMounts: [{name: s, mountPath: /s}]}]
  volumes: [{name: s, hostPath: {path: {{ .Values.socket }}}}]
`,
  },
  PowerShell: {
    'node.ps1': 'WORD -WORD WORD\n$WORD = WORD\n& WORD\nInstall-Package -WORD WORD\nkubeadm join WORD\ndocker ps\n',
  },
  'a manifest': {
    'pod.yaml': `apiVersion: WORD/v1
kind: WORD
WORD: WORD
---
apiVersion: v1
kind: Pod
metadata: {name: WORD, labels: {WORD: WORD}}
spec:
  WORD: WORD
  containers:
    - {name: WORD, image: WORD, command: [WORD, WORD], args: [--WORD=WORD], env: [{name: WORD, value: WORD}], volumeMounts: [{name: s, mountPath: /s}]}
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}, {name: WORD, WORD: {}}]
`,
  },
  'Ansible tasks': {
    'roles/node/tasks/main.yml':
      '- name: WORD\n  WORD: WORD\n- shell: WORD WORD\n  WORD: WORD\n- name: kubelet\n  shell: kubeadm join\n- name: docker\n  shell: docker ps\n',
  },
  Terraform: {
    'main.tf': `WORD "WORD" "WORD" {
  WORD = "WORD"
}
resource "aws_instance" "node" {
  user_data = <<EOF
#!/bin/bash
kubeadm join
WORD WORD
docker ps
EOF
}
`,
  },
  'a systemd unit': {
    'etc/systemd/system/kubelet.service': `[Unit]
After=WORD.service docker.service
WORD=WORD
[WORD]
WORD=WORD
[Service]
Environment=WORD=WORD
ExecStart=WORD --WORD
ExecStart=/usr/bin/kubelet --WORD=WORD --network-plugin=cni
`,
  },
  'an environment file': {
    'etc/sysconfig/kubelet': 'WORD=WORD\nexport WORD=WORD\nKUBELET_EXTRA_ARGS="--WORD=WORD --network-plugin=cni"\n',
  },
  'a crontab': {
    'etc/cron.d/sweep': 'WORD=WORD\n* * * * * WORD WORD WORD\n@WORD WORD WORD\n0 4 * * * root docker system prune -f\n',
  },
  fluentd: {
    'fluent.conf':
      '<WORD WORD>\n  WORD WORD\n  @type WORD\n</WORD>\n<source>\n  @type tail\n  WORD WORD\n  path /var/lib/docker/containers/*/*.log\n  <parse>\n    @type json\n    WORD WORD\n  </parse>\n</source>\n',
  },
  'Fluent Bit': {
    'fluent-bit.conf':
      '[WORD]\n    WORD WORD\n[INPUT]\n    Name tail\n    WORD WORD\n    Path /var/log/containers/*.log\n    Parser docker\n',
  },
  TOML: {
    'etc/containerd/config.toml':
      'version = 2\nWORD = "WORD"\n[WORD]\n  WORD = 1\n[plugins."io.containerd.grpc.v1.cri"]\n  systemd_cgroup = true\n  WORD = "\\n"\n',
  },
  JSON: {
    'etc/docker/daemon.json':
      '{"WORD": "WORD", "exec-opts": ["WORD=WORD", "native.cgroupdriver=systemd"], "runtimes": {"WORD": {"path": "WORD"}}}\n',
  },
  'cloud-init': {
    'user-data':
      '#cloud-config\nWORD: WORD\npackages: [WORD, docker-ce, kubelet]\nruncmd:\n  - [WORD, WORD]\n  - WORD WORD\n  - docker ps\n',
  },
  'a Makefile': { Makefile: 'WORD = WORD\nWORD: WORD\n\tWORD WORD\n\tkubeadm init\n\tdocker ps\n' },
  'a Jenkinsfile': {
    Jenkinsfile:
      "WORD { WORD 'WORD' }\nnode { sh 'WORD WORD'\n sh 'kubeadm init; crictl ps; minikube start --container-runtime=docker' }\n",
  },
};

const WORDS = ['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty'];

describe.each(Object.entries(files))('%s', (_name, texts) => {
  const plain = outcome(texts, 'sample');

  it('has something to find and is read fully with an ordinary word', () => {
    expect(plain.findings).not.toEqual([]);
    expect(plain.unread).toEqual([]);
  });

  it.each(WORDS)('is read as fully with the word %s', (word) => {
    expect(outcome(texts, word)).toEqual(plain);
  });
});

/** `__proto__` is longer than `sample`: only the line and what was found are compared. */
function outcome(texts: Files, word: string) {
  const filled = Object.entries(texts).map(([path, text]) => [path, text.replaceAll('WORD', () => word)] as const);
  const { findings, coverage } = lintTexts(Object.fromEntries(filled));
  return {
    findings: findings.map(({ rule, severity, span }) => {
      const line = span.source.text.slice(0, span.start).split('\n').length;
      return `${span.source.path}:${line} ${severity} ${rule}`;
    }),
    unread: [...coverage.partly, ...coverage.notUnderstood].map((note) => `${note.path} ${note.code} ${note.message}`),
  };
}

/** A believable repository of many files: charts, manifests, scripts, sources; the same bytes for the same shape. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InputFile } from '../src/model/input.ts';

export interface Shape {
  readonly files: number;
  /** The share of files that stand in charts, between 0 and 1. */
  readonly charts: number;
  /** The share of files that depend on Docker, between 0 and 1; the others do not mention it. */
  readonly hits: number;
}

export function writeTree(root: string, shape: Shape): void {
  let folder = '';
  for (const { path, text } of treeOf(shape)) {
    const target = join(root, path);
    if (dirname(target) !== folder) {
      folder = dirname(target);
      mkdirSync(folder, { recursive: true });
    }
    writeFileSync(target, text);
  }
}

export function* treeOf({ files, charts, hits }: Shape): Generator<InputFile> {
  const inCharts = Math.floor((files * charts) / CHART_FILES) * CHART_FILES;
  const chartEvery = share(hits * CHART_FILES);
  for (let i = 0; i < inCharts / CHART_FILES; i++) yield* chartFiles(i, hits > 0 && i % chartEvery === 0);
  // One file in five is a manifest, and those have the hits.
  const every = share(hits * 5);
  for (let i = 0; i < files - inCharts; i++) yield singleFile(i, hits > 0 && (i / 5) % every === 0);
}

/** Every how many of something: 0.02 is one in fifty. */
function share(part: number): number {
  return Math.max(1, Math.round(1 / part));
}

function singleFile(i: number, legacy: boolean): InputFile {
  const team = `team-${Math.floor(i / 100)}`;
  switch (i % 5) {
    case 0:
      return { path: `${team}/deploy/app-${i}.yaml`, text: manifest(i, legacy) };
    case 1:
      return { path: `${team}/scripts/task-${i}.sh`, text: script(i) };
    case 2:
      return { path: `${team}/src/module-${i}.go`, text: source(i) };
    case 3:
      return { path: `${team}/config/settings-${i}.json`, text: settings(i) };
    default:
      return { path: `${team}/images/app-${i}/Dockerfile`, text: dockerfile(i) };
  }
}

function manifest(i: number, legacy: boolean): string {
  const path = legacy ? '/var/run/docker.sock' : '/var/log/app';
  const one = (n: number) => `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: app-${i}-${n}
spec:
  template:
    spec:
      containers:
        - name: app
          image: registry.example/app:${n}
          args: ["--level=info", "--port=80${n}"]
          volumeMounts:
            - {name: data, mountPath: /data}
      volumes:
        - name: data
          hostPath:
            path: ${path}
`;
  return Array.from({ length: 4 }, (_, n) => one(n)).join('---\n');
}

function script(i: number): string {
  const loop = `for item in $(ls "$1"); do
  if [ -f "$item" ]; then
    echo "item ${i}: $item" | sed 's/a/b/' >> "$LOG"
  fi
done
`;
  return `#!/usr/bin/env bash\nset -euo pipefail\n${loop.repeat(8)}`;
}

function source(i: number): string {
  const one = `func Handle${i}(input string) (string, error) {\n\treturn strings.TrimSpace(input), nil\n}\n\n`;
  return `package module${i}\n\n${one.repeat(12)}`;
}

function settings(i: number): string {
  return JSON.stringify({ id: i, hosts: Array.from({ length: 40 }, (_, n) => `host-${n}.example`) }, null, 2);
}

function dockerfile(i: number): string {
  const stage = `FROM registry.example/base:${i % 9}
WORKDIR /app
COPY . .
RUN make install \\
    && rm -rf build
ENTRYPOINT ["/app/run"]
`;
  return stage.repeat(3);
}

const CHART_FILES = 8;

function chartFiles(i: number, legacy: boolean): readonly InputFile[] {
  const root = `charts/agent-${i}`;
  const socket = legacy ? '/var/run/docker.sock' : '/run/agent/agent.sock';
  return [
    { path: `${root}/Chart.yaml`, text: `apiVersion: v2\nname: agent-${i}\nversion: 1.0.${i}\n` },
    { path: `${root}/values.yaml`, text: chartValues(socket) },
    { path: `${root}/templates/_helpers.tpl`, text: HELPERS },
    { path: `${root}/templates/daemonset.yaml`, text: DAEMONSET },
    { path: `${root}/templates/configmap.yaml`, text: CONFIGMAP },
    { path: `${root}/templates/service.yaml`, text: SERVICE },
    { path: `${root}/templates/rbac.yaml`, text: RBAC },
    { path: `${root}/templates/NOTES.txt`, text: 'The agent of {{ .Release.Name }} runs on every node.\n' },
  ];
}

function chartValues(socket: string): string {
  return `image:
  repository: registry.example/agent
  tag: 1.2.3
socket:
  enabled: false
  path: ${socket}
service:
  port: 8080
rbac:
  create: true
resources: {}
nodeSelector: {}
config:
  interval: 30s
  targets: [a, b, c]
`;
}

const HELPERS = `{{- define "agent.name" -}}
{{- .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- define "agent.labels" -}}
app: {{ include "agent.name" . }}
release: {{ .Release.Name }}
{{- end -}}
`;

const DAEMONSET = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: {{ include "agent.name" . }}
  labels:
    {{- include "agent.labels" . | nindent 4 }}
spec:
  template:
    spec:
      containers:
        - name: agent
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
          {{- if .Values.socket.enabled }}
          volumeMounts:
            - name: socket
              mountPath: /agent.sock
          {{- end }}
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- if .Values.socket.enabled }}
      volumes:
        - name: socket
          hostPath:
            path: {{ .Values.socket.path }}
      {{- end }}
`;

const CONFIGMAP = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "agent.name" . }}
data:
  agent.yaml: |
    interval: {{ .Values.config.interval }}
    targets:
    {{- range .Values.config.targets }}
      - {{ . }}
    {{- end }}
`;

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: {{ include "agent.name" . }}
  labels:
    {{- include "agent.labels" . | nindent 4 }}
spec:
  ports:
    - port: {{ .Values.service.port }}
`;

const RBAC = `{{- if .Values.rbac.create }}
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: {{ include "agent.name" . }}
rules:
  - apiGroups: [""]
    resources: [pods]
    verbs: [list]
{{- end }}
`;

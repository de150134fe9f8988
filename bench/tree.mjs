// Writes a believable repository of many files: charts, manifests, scripts, sources; the same bytes for the same size.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** With `legacy`, one file in fifty depends on Docker; otherwise none mentions it. */
export function writeTree(root, { files, legacy }) {
  for (let i = 0; i < files; i++) {
    const [path, text] = fileFor(i, legacy && i % 50 === 0);
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function fileFor(i, legacy) {
  const team = `team-${Math.floor(i / 100)}`;
  switch (i % 5) {
    case 0:
      return [`${team}/deploy/app-${i}.yaml`, manifest(i, legacy)];
    case 1:
      return [`${team}/scripts/task-${i}.sh`, script(i)];
    case 2:
      return [`${team}/src/module-${i}.go`, source(i)];
    case 3:
      return [
        `${team}/config/settings-${i}.json`,
        JSON.stringify({ id: i, hosts: Array.from({ length: 40 }, (_, n) => `host-${n}.example`) }, null, 2),
      ];
    default:
      return [
        `${team}/images/app-${i}/Dockerfile`,
        `FROM registry.example/base:${i % 9}\nWORKDIR /app\nCOPY . .\nRUN make install \\\n    && rm -rf build\nENTRYPOINT ["/app/run"]\n`.repeat(
          3,
        ),
      ];
  }
}

function manifest(i, legacy) {
  const path = legacy ? '/var/run/docker.sock' : '/var/log/app';
  return Array.from(
    { length: 4 },
    (_, n) =>
      `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: app-${i}-${n}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: registry.example/app:${n}\n          args: ["--level=info", "--port=80${n}"]\n          volumeMounts:\n            - {name: data, mountPath: /data}\n      volumes:\n        - name: data\n          hostPath:\n            path: ${path}\n`,
  ).join('---\n');
}

function script(i) {
  return `#!/usr/bin/env bash\nset -euo pipefail\n${`for item in $(ls "$1"); do\n  if [ -f "$item" ]; then\n    echo "item ${i}: $item" | sed 's/a/b/' >> "$LOG"\n  fi\ndone\n`.repeat(8)}`;
}

function source(i) {
  return `package module${i}\n\n${`func Handle${i}(input string) (string, error) {\n\treturn strings.TrimSpace(input), nil\n}\n\n`.repeat(12)}`;
}

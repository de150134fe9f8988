/** Scripts that ask whether Docker is there, and only keep the answer. */
import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

/** What is said of the docker command of a script of a node. */
function told(script: string) {
  const { findings } = lintTexts({ 'node.sh': `#!/bin/bash\n${script}\nkubeadm join --config join.yaml\n` });
  const found = findings.find(({ rule }) => rule === 'docker-cli-command');
  return { severity: found?.severity, offersAnother: /crictl|nerdctl|kubectl/.test(found?.instead ?? '') };
}

const QUIET = { severity: 'notice', offersAnother: false };

describe('a script that keeps whether Docker is there', () => {
  it.each([
    'if docker version >/dev/null 2>&1; then SKIP=1; fi',
    'if docker info; then HAS=yes; else HAS=no; fi',
    'if ! docker ps >/dev/null; then\n  export SKIP_PULL=true\nfi',
    'if docker version; then\n  SKIP=1\n  if [ -n "$VERSION" ]; then echo "Docker stays"; fi\nfi',
    'note() { echo "$*"; }\nif docker info; then\n  note found\n  local found=1\nfi',
    'docker info >/dev/null 2>&1 && HAS=1',
    'docker version || { MISSING=1; }',
    'discover() {\n  if docker version >/dev/null 2>&1; then\n    SKIP=1\n  fi\n}',
    'discover() {\n  docker info &>/dev/null && HAS=1\n}',
  ])('is not told to ask another runtime in its place: %s', (script) => {
    expect(told(script)).toEqual(QUIET);
  });

  it.each([
    'check() {\n  if ! docker ps >/dev/null 2>&1; then\n    systemctl restart docker\n  fi\n}',
    'check() {\n  if ! docker info; then\n    FAILED=1\n    exit 1\n  fi\n}',
    'check() {\n  if docker info; then\n    STATE=$(docker inspect web)\n  fi\n}',
    'check() {\n  if docker ps | grep -q kube-proxy; then\n    RUNS=1\n  fi\n}',
    'check() {\n  if docker inspect web >/dev/null; then\n    RUNS=1\n  fi\n}',
  ])('is told what else to ask where more follows, or where containers are asked for: %s', (script) => {
    expect(told(script)).toEqual({ severity: 'error', offersAnother: true });
  });
});

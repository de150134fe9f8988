import { describe, expect, it } from 'vitest';
import { lintTexts } from '../support/in-memory.ts';

function severities(script: string): readonly string[] {
  return lintTexts({ 'cluster.sh': `#!/bin/bash\nls /opt/cni/bin\n${script}` }).findings.map(
    ({ severity }) => severity,
  );
}

describe('a script that runs a cluster in a container', () => {
  const ask = 'docker exec server kubectl get nodes\n';

  it('works with the engine of a developer', () => {
    expect(severities(`docker run -d --privileged --name server acme/cluster:1\n${ask}`)).toEqual([]);
  });

  it('does not where the container may be one of the kubelet', () => {
    expect(severities(ask)).toContain('warning');
    expect(
      severities('docker run -d --privileged --name a acme/tool:1\ndocker exec kube-apiserver kubectl get nodes\n'),
    ).toContain('warning');
  });
});

describe('a script that enters containers with docker exec', () => {
  const enter = (command: string) =>
    severities(`docker cp a.crt "$NODE:/a.crt"\ndocker exec -i "$NODE" /bin/bash <<'EOF'\n${command}\nEOF\n`);

  it.each([
    ['systemctl restart kubelet', 0],
    ['nginx -s reload', 2],
  ])('works on nodes of a developer where a node’s unit runs in them: %s', (command, warnings) => {
    expect(enter(command).filter((severity) => severity === 'warning')).toHaveLength(warnings);
  });
});

describe('a script that starts an engine for itself, and the kubelet in it', () => {
  const kubelet = 'docker run -d --net=host acme/hyperkube:1 /hyperkube kubelet --v=2\ndocker ps -a\n';

  it('is a test of its own', () => {
    expect(severities(`docker daemon -H $DOCKER_HOST >/tmp/docker.log 2>&1 &\n${kubelet}`)).toEqual([]);
    expect(severities(kubelet)).toContain('warning');
  });
});

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
    expect(severities(`docker run -d --privileged=true --name server acme/cluster:1\n${ask}`)).toEqual([]);
  });

  it.each(['kubectl get nodes', 'k3s kubectl get nodes', 'kubeadm init'])('asks the cluster in it: %s', (command) => {
    const asked = `docker exec server ${command}\n`;
    expect(severities(`docker run -d --privileged --name server acme/cluster:1\n${asked}`)).toEqual([]);
  });

  it.each([
    'docker run -d --privileged=false --name server acme/cluster:1\ndocker exec server kubectl get nodes\n',
    'docker run -d --name server acme/cluster:1\ndocker exec server kubectl get nodes\n',
    'docker create --privileged --name server acme/cluster:1\ndocker exec server kubectl get nodes\n',
    'docker run -d --privileged --name server acme/cluster:1\ndocker exec server kubectls\n',
    'docker run -d --privileged --name server acme/cluster:1\ndocker exec server ls\n',
    'docker run -d --privileged --name server acme/cluster:1\ndocker run kubectl get nodes\n',
    'docker run -d --privileged --name server acme/cluster:1\ndocker exec kubelet kubectl get nodes\n',
    'docker run -d --privileged --name server acme/cluster:1\ndocker exec etcd kubectl get nodes\n',
    'docker run -d --privileged --name server acme/cluster:1\ndocker exec k8s_a kubectl get nodes\n',
  ])('and may ask another: %s', (script) => {
    expect(severities(script)).toContain('warning');
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
    ['systemctl restart kubelet.service', 0],
    ['systemctl restart docker', 0],
    ['systemctl restart containerd', 0],
    ['systemctl restart crio', 0],
    ['service kubelet restart', 0],
    ['systemctl restart kubelet.timer', 2],
    ['systemctl restart mykubelet', 2],
    ['systemctl stop nginx', 2],
    ['kill kubelet', 2],
    ['nginx -s reload', 2],
  ])('works on nodes of a developer where a node’s unit runs in them: %s', (command, warnings) => {
    expect(enter(command).filter((severity) => severity === 'warning')).toHaveLength(warnings);
  });

  it('does not where the unit runs on another machine, or nothing is entered', () => {
    const script = (line: string) => `docker cp a.crt a:/a.crt\n${line} <<'EOF'\nsystemctl restart kubelet\nEOF\n`;
    expect(severities(script('ssh b'))).toEqual(['warning']);
    expect(severities(script('docker run -i a /bin/bash'))).toEqual(['warning', 'warning']);
  });
});

describe('a script that enters the nodes of kind or k3d', () => {
  it.each([
    'docker exec kind-control-plane ls /a',
    'docker cp a.tar kind-worker2:/a.tar',
    'docker exec "${CLUSTER}-control-plane" ls /a',
    'docker restart dev-control-plane3',
    'docker pause k3d-dev-server-0',
    'docker network disconnect kind kind-worker',
    'docker logs k3d-dev-agent-12',
    'for n in $(kubectl get nodes -o name); do docker exec "$n" ls /a; done',
    'for n in $(kind get nodes --name dev); do docker exec "$n" ls /a; done',
    "n=$(kubectl get pod web -o jsonpath='{.spec.nodeName}')\ndocker exec $n ls /a",
    'docker exec box crictl ps',
    'docker exec "$BOX" ctr -n k8s.io images ls',
  ])('works with the engine of a developer: %s', (line) => {
    expect(severities(`${line}\n`)).toEqual([]);
  });

  it.each([
    'docker exec web-worker ls /a',
    'docker exec k3d-dev ls /a',
    'docker exec k8s_etcd_etcd-control-plane ls /a',
    'docker exec kube-control-plane ls /a',
    'docker ps --filter name=dev-control-plane',
    'docker exec etcd crictl ps',
    'docker exec box ls /a | xargs crictl inspect',
    'for n in $(kubectl get pods -o name); do docker exec "$n" ls /a; done',
    'ssh "$n" docker exec web ls /a\nfor n in $(kubectl get nodes -o name); do true; done',
  ])('and a node’s own containers are others: %s', (line) => {
    expect(severities(`${line}\n`)).not.toEqual([]);
  });
});

describe('a script that starts an engine for itself, and the kubelet in it', () => {
  const kubelet = 'docker run -d --net=host acme/hyperkube:1 /hyperkube kubelet --v=2\ndocker ps -a\n';

  it('is a test of its own', () => {
    expect(severities(`docker daemon -H $DOCKER_HOST >/tmp/docker.log 2>&1 &\n${kubelet}`)).toEqual([]);
    expect(severities(kubelet)).toContain('warning');
  });

  it.each([
    'docker daemon -H a &\ndocker run acme/tool kubelets\ndocker ps -a\n',
    'docker daemon -H a &\ndocker start kubelet\ndocker ps -a\n',
    'docker run acme/tool daemon\ndocker run acme/hyperkube:1 kubelet\ndocker ps -a\n',
  ])('is none where only one of both is there: %s', (script) => {
    expect(severities(script)).toContain('warning');
  });
});

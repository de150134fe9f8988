/** What docker commands become: the same request in the tools of the node, or words that say why there is none. */
import { describe, expect, it } from 'vitest';
import type { TargetRuntime } from '../../src/model/target.ts';
import { lintTexts } from '../support/in-memory.ts';

/** The first advice for these lines of a node's script, without the second choice in brackets. */
function advice(text: string, runtime: TargetRuntime = 'containerd', file = 'node/setup.sh'): string {
  const { findings } = lintTexts(
    { [file]: `#!/bin/bash\nkubeadm join --config /etc/join.yaml\n${text}\n` },
    { target: { runtime, minor: 37 } },
  );
  return findings.map(({ instead }) => instead.replace(/ \(or: .*$/s, ''))[0] ?? '';
}

describe('lists of containers', () => {
  it.each([
    ['docker ps -aq', '`crictl ps -a -q`'],
    ['docker ps -aq --filter status=exited', '`crictl ps -q --state Exited`'],
    ['docker ps -q --filter ancestor=reg.example.com/etcd:3.5', '`crictl ps -q --image reg.example.com/etcd:3.5`'],
    ["docker ps --format '{{.ID}}' -n 5", '`crictl ps -q --last 5`'],
    [
      "docker ps --format '{{.Names}} {{.Image}}'",
      '`crictl ps -o json | jq -r \'.containers[] | "\\(.metadata.name) \\(.image.image)"\'`',
    ],
    ['docker ps -f name=k8s_etcd_etcd-main', "`crictl ps --name '^etcd$'`"],
    ['docker ps -f name=k8s_kube-proxy', "`crictl ps --name '^kube-proxy'`"],
    ['docker ps -f name=k8s_POD_etcd', "`crictl pods --name '^etcd'`"],
    ['docker ps -f name=a -f name=b', "`crictl ps --name 'a|b'`"],
    ['docker ps -qf "label=io.kubernetes.pod.name=$POD"', '`crictl ps -q --label "io.kubernetes.pod.name=$POD"`'],
  ])('%s', (docker, crictl) => {
    expect(advice(docker)).toBe(crictl);
  });

  it('say which filter is missing', () => {
    expect(advice('docker ps -f health=unhealthy')).toBe(
      '`crictl ps`; crictl has no --filter health: the list is longer than docker’s, so remove nothing by it',
    );
  });
});

describe('pipelines, substitutions and loops', () => {
  it.each([
    [
      'docker ps -aq --filter status=exited | xargs -r docker rm -f',
      '`crictl ps -q --state Exited | xargs -r crictl rm -f`',
    ],
    ['docker rm -f $(docker ps -aq)', '`crictl rm -f $(crictl ps -a -q)`'],
    ['docker rm -f `docker ps -aq`', '`crictl rm -f $(crictl ps -a -q)`'],
    ['ids=$(docker ps -qa); docker rm -f $ids', '`ids=$(crictl ps -a -q); crictl rm -f $ids`'],
    [
      'for c in $(docker ps -q -f name=app); do docker stop -t 3 "$c"; done',
      '`for c in $(crictl ps -q --name app); do crictl stop --timeout 3 "$c"; done`',
    ],
    [
      'docker ps -q | while read -r id; do docker rm $id; done',
      '`for id in $(crictl ps -q); do crictl rm "$id"; done`',
    ],
    ['docker ps -q | xargs -I{} docker stop {}', '`crictl ps -q | xargs -I{} crictl stop --timeout 10 {}`'],
    ['docker images -q | xargs docker rmi -f', '`crictl rmi --prune`; it keeps the images that a container uses'],
    ['docker rmi $(docker images -qf dangling=true)', '`crictl rmi $(crictl images -q --filter dangling=true)`'],
  ])('%s', (docker, crictl) => {
    expect(advice(docker)).toContain(crictl);
  });

  it('get no command that would reach more containers than docker’s list', () => {
    for (const line of [
      'docker ps -aq -f volume=data | xargs docker rm -f',
      'docker rm -f $(docker ps -aq -f exited=137)',
      "docker ps | grep app | awk '{print $1}' | xargs docker rm -f",
      'for c in $(docker ps -q -f network=web); do docker rm -f $c; done',
    ]) {
      expect(advice(line)).not.toMatch(/xargs|crictl rm[^`]*\$\(|for c/);
      expect(advice(line)).toContain('look at them, then `crictl rm -f ID`');
    }
  });
});

describe('one container', () => {
  const etcd = "$(crictl ps -q --latest --name '^etcd$')";
  const pid = `$(crictl inspect -o go-template --template '{{.info.pid}}' ${etcd})`;
  it.each([
    ['docker exec etcd sh -c "etcdctl get a"', `\`crictl exec ${etcd} sh -c 'etcdctl get a'\``],
    ['docker exec -it "$CID" kubectl -n a get pods -o wide', '`crictl exec -it "$CID" kubectl -n a get pods -o wide`'],
    ['docker exec -u 0 -e A=b $CID id', '`crictl exec $CID env A=b id`; crictl exec has no --user'],
    ["docker inspect -f '{{.State.Pid}}' $CID", "`crictl inspect -o go-template --template '{{.info.pid}}' $CID`"],
    ['docker logs --tail=20 -f $CID', '`crictl logs -f --tail 20 $CID`'],
    ['docker logs --until 5m $CID', '`crictl logs $CID`; crictl logs has no --until'],
    ['docker stop etcd', `\`crictl stop --timeout 10 ${etcd}\``],
    ['docker kill etcd', `\`crictl stop --timeout 0 ${etcd}\``],
    ['docker kill -s HUP etcd', `\`kill -s HUP "${pid}"\``],
    ['docker update --memory 1g $CID', '`crictl update --memory 1073741824 $CID`'],
    ['docker cp etcd:/etc/a ./a', `\`cp -a "/proc/${pid}/root"/etc/a ./a\`; as root, while the container runs`],
    ['docker restart 0123456789ab', '`crictl stop --timeout 10 0123456789ab`; the kubelet starts the container again'],
  ])('%s', (docker, crictl) => {
    expect(advice(docker)).toBe(crictl);
  });

  it('keeps the command inside the container word for word, and says so where it is too long to print', () => {
    const script = `echo ${'a'.repeat(700)}`;
    expect(advice(`docker exec $CID sh -c '${script}'`)).toContain('the same command behind it');
  });
});

describe('what is pruned', () => {
  it('is never more than docker would prune', () => {
    expect(advice('docker image prune -af')).toBe('`crictl rmi --prune`');
    expect(advice('docker image prune -f')).toContain('crictl images -q --filter dangling=true');
    expect(advice('docker container prune -f')).toContain('crictl ps -a -q --state Exited');
    for (const line of ['volume prune -f', 'network prune -f', 'builder prune -af', 'system prune -f'])
      expect(advice(`docker ${line}`)).not.toContain('crictl');
    expect(advice('docker image prune -a --filter until=24h')).not.toContain('--prune');
  });
});

describe('images', () => {
  it('carry their registry, which ctr and podman do not guess', () => {
    expect(advice('docker tag app:1 team/app:2')).toBe(
      '`ctr -n k8s.io images tag docker.io/library/app:1 docker.io/team/app:2`',
    );
    expect(advice('docker pull reg.example.com/a:1')).toBe('`crictl pull reg.example.com/a:1`');
  });

  it('are a placeholder where another tool’s template stands', () => {
    expect(advice("docker pull ',parameters(spec),'")).toBe('`crictl pull IMAGE`');
  });

  it('are unpacked before ctr reads them', () => {
    expect(advice('docker load -i app.tar.gz')).toBe('`gunzip -c app.tar.gz | ctr -n k8s.io images import -`');
  });
});

describe('the tools of the node', () => {
  it('are crictl and podman with CRI-O, which has neither ctr nor nerdctl', () => {
    for (const line of [
      'load -i a.tar',
      'tag a b',
      'save -o a.tar a',
      'images',
      'wait x',
      'run app',
      'pause x',
      'top x',
    ])
      expect(advice(`docker ${line}`, 'cri-o')).not.toMatch(/\b(?:ctr|nerdctl) /);
    expect(advice('docker load -i a.tar', 'cri-o')).toBe('`podman load -i a.tar`');
    expect(advice('docker run --rm --net host reg.example.com/app:1 -v', 'cri-o')).toContain(
      '`podman run --rm --network host reg.example.com/app:1 -v`',
    );
  });

  it('leave Linux commands out on Windows', () => {
    expect(advice('docker ps -q\n', 'containerd', 'node/setup.ps1')).toBe('`crictl ps -q`');
    expect(advice('docker wait etcd\n', 'containerd', 'node/setup.ps1')).not.toContain('grep');
  });
});

/** What waits for Docker for good, what brings an engine of its own, and what only counts networks. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, loud } from '../support/in-memory.ts';

/** Rule and severity of each finding that is louder than a notice. */
function causesIn(files: Files): readonly string[] {
  return loud(files).map((line) => line.split(' ').slice(1, 3).join(' '));
}

const JOIN = '#!/bin/bash\nkubeadm join --config join.yaml\n';

describe('a loop that asks for the unit', () => {
  it.each([
    'while ! systemctl is-active -q docker; do sleep 2; done',
    'until systemctl is-active docker >/dev/null; do\n  echo not yet\n  sleep 2\ndone',
  ])('waits for good: %s', (loop) => {
    const files = { 'boot.sh': `${JOIN}${loop}\nsystemctl start kubelet\n` };
    expect(causesIn(files)).toEqual(['warning docker-service-unit']);
    expect(lintTexts(files).findings[0]?.message).toContain('waits for good');
  });

  it.each([
    'until systemctl is-active docker; do n=$((n + 1)); [ $n -lt 9 ] || break; sleep 2; done',
    'while ! systemctl is-active docker; do sleep 2; (( --left )) || exit 0; done',
    'while systemctl is-active docker; do sleep 2; done',
    'until systemctl is-active docker || systemctl is-active containerd; do sleep 2; done',
  ])('goes on after a while: %s', (loop) => {
    expect(causesIn({ 'boot.sh': `${JOIN}${loop}\n` })).toEqual([]);
  });
});

describe('podman that answers like Docker', () => {
  const pod = (server: string) => `apiVersion: v1
kind: Pod
metadata: {name: build}
spec:
  containers:
    - {name: client, image: "acme/client:1", command: [sh, -c, "docker ps -q"], volumeMounts: [{name: s, mountPath: /s}]}
    - {name: server, image: "acme/podman:1", ${server}, volumeMounts: [{name: s, mountPath: /s}]}
  volumes: [{name: s, emptyDir: {}}]
`;

  it.each([
    'command: [podman, system, service, -t, "0", "unix:///s/docker.sock"]',
    'command: [sh, -c, "exec podman --log-level=info system service -t 0 unix:///s/docker.sock"]',
  ])('is an engine of the pod: %s', (server) => {
    expect(causesIn({ 'pod.yaml': pod(server) })).toEqual([]);
  });

  it('is none where it only prints', () => {
    expect(causesIn({ 'pod.yaml': pod('command: [podman, system, info]') })).toEqual(['error docker-cli-command']);
  });
});

describe('a script in a ConfigMap', () => {
  const map = `apiVersion: v1
kind: ConfigMap
metadata: {name: work}
data:
  work.sh: |
    #!/bin/sh
    docker run --rm acme/work:1
---
`;
  const pod = (name: string, more: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec:
  containers:
    - {name: work, image: "acme/client:1", command: [sh, /job/work.sh], volumeMounts: [{name: work, mountPath: /job}]}
${more}  volumes: [{name: work, configMap: {name: work}}]
---
`;
  const DIND = '    - {name: engine, image: "docker:27-dind", securityContext: {privileged: true}}\n';

  it('works in a pod with an engine', () => {
    expect(causesIn({ 'work.yaml': map + pod('a', DIND) })).toEqual([]);
  });

  it.each([
    [pod('a', DIND), pod('b', '')],
    [pod('b', ''), pod('a', DIND)],
  ])('fails where one of the pods that mount it has none', (first, second) => {
    expect(causesIn({ 'work.yaml': map + first + second })).toEqual(['warning docker-cli-command']);
  });

  it('runs on the node where the pod leaves its container', () => {
    const kustomization =
      'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml]\nconfigMapGenerator: [{name: work, files: [work.sh]}]\n';
    const leaving = pod('a', '').replace('[sh, /job/work.sh]', '[sh, -c, "nsenter -t 1 -m -- sh < /job/work.sh"]');
    const files = { 'kustomization.yaml': kustomization, 'pod.yaml': leaving, 'work.sh': 'docker ps -aq\n' };
    expect(causesIn(files)).toEqual(['error docker-cli-command']);
  });
});

describe('the range of Docker among other networks', () => {
  const pod = (name: string, value: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - {name: a, image: "acme/a:1", env: [{name: ${name}, value: "${value}"}]}\n`;

  it.each([
    ['TRUSTED', '10.0.0.0/8 172.17.0.0/16'],
    ['NO_PROXY', 'localhost,172.17.0.1,.svc'],
    ['https_no_proxy', '172.17.0.0/16'],
  ])('is no address that anybody asks: %s=%s', (name, value) => {
    expect(causesIn({ 'pod.yaml': pod(name, value) })).toEqual([]);
  });

  it.each([
    ['ALLOWED', '172.17.0.0/16'],
    ['STATSD', '10.0.0.0/8,192.168.0.0/16,172.17.0.1'],
  ])('is one by itself, and the gateway always: %s=%s', (name, value) => {
    expect(causesIn({ 'pod.yaml': pod(name, value) })).toEqual(['warning docker-bridge-network']);
  });
});

describe('a play for machines beside the nodes', () => {
  it('is for them in a playbook of nodes too', () => {
    const play = (hosts: string, name: string) =>
      `- hosts: ${hosts}\n  tasks:\n    - apt: {name: ${name}}\n    - service: {name: docker, state: restarted}\n`;
    const site = `${play('registry', 'docker.io')}${play('storage_workers', 'kubelet')}`;
    expect(loud({ 'site.yml': site })).toEqual([expect.stringMatching(/^site\.yml:8:\d+ warning docker-service-unit/)]);
  });
});

describe('a play for hosts that get containers of their own', () => {
  const play = (hosts: string, tasks: string) => `- hosts: ${hosts}\n  tasks:\n${tasks.replace(/^/gm, '    ')}\n`;
  const SERVER = '- apt: {name: docker.io}\n- command: docker run -d acme/graphs:1';
  const NODE = play('others', '- apt: {name: kubelet}');

  it('is for servers, where another play of the playbook makes nodes', () => {
    expect(causesIn({ 'site.yml': play('graphs', SERVER) + NODE })).toEqual([]);
  });

  it.each(['all', 'graphs:all', 'kube_node'])('may be for nodes as well: %s', (hosts) => {
    expect(causesIn({ 'site.yml': play(hosts, SERVER) + NODE })).toEqual(['warning docker-engine-package']);
  });
});

describe('what is moved out of the way, or emptied', () => {
  it.each([
    'mv /etc/docker/daemon.json /root/',
    'mv /var/lib/docker /tmp/old',
    'find /var/lib/docker -mindepth 1 -delete',
    'chkconfig docker off',
  ])('is missed by nobody: %s', (line) => {
    expect(causesIn({ 'leave.sh': `${JOIN}${line}\n` })).toEqual([]);
  });

  it.each([
    ['mv daemon.json /etc/docker/daemon.json', 'docker-daemon-config'],
    ['mv /var/lib/docker /data/docker', 'docker-host-path'],
    ["find /var/lib/docker/containers -name '*.log' -delete", 'docker-host-path'],
    ['chkconfig docker on', 'docker-service-unit'],
  ])('is used: %s', (line, rule) => {
    expect(causesIn({ 'node.sh': `${JOIN}${line}\n` })).toEqual([`warning ${rule}`]);
  });
});

describe('services of Windows', () => {
  it.each(['sc.exe delete docker', 'sc.exe config docker start= disabled'])('are taken away: %s', (line) => {
    expect(causesIn({ 'leave.ps1': `Stop-Service kubelet\n${line}\n` })).toEqual([]);
  });

  it('are started', () => {
    expect(causesIn({ 'node.ps1': 'Stop-Service kubelet\nsc.exe start docker\n' })).toEqual([
      'warning docker-service-unit',
    ]);
  });
});

describe('commands behind other words', () => {
  it.each([
    'setpriv --reuid=0 --clear-groups docker logs a',
    'prlimit --nofile=1024 docker logs a',
    'cgexec -g cpu:slow docker logs a',
    'numactl -N 0 docker logs a',
    'script -qec "docker logs a" /dev/null',
    'script --command "docker logs a" out.txt',
  ])('%s', (line) => {
    expect(causesIn({ 'node.sh': `${JOIN}${line}\n` })).toEqual(['error docker-cli-command']);
  });

  it('are none where a session is written to a file', () => {
    expect(causesIn({ 'node.sh': `${JOIN}script docker logs\n` })).toEqual([]);
  });

  it.each(['$ids = & docker.exe ps -q', '$ids = & "C:\\bin\\docker.exe" ps -q'])('%s', (line) => {
    expect(causesIn({ 'node.ps1': `Stop-Service kubelet\n${line}\n` })).toEqual(['error docker-cli-command']);
  });
});

describe('readers of what a node has', () => {
  it('telegraf runs commands', () => {
    const conf = '[[inputs.exec]]\n  commands = ["sudo docker ps -q"]\n[[inputs.disk]]\n  commands = ["docker ps"]\n';
    const files = { 'node/telegraf.d/a.conf': conf, 'node/kubelet.service': '[Service]\nExecStart=/usr/bin/kubelet\n' };
    const found = lintTexts(files).findings.map(({ rule, span }) => [rule, conf.slice(span.start).split('"')[0]]);
    expect(found).toEqual([['docker-cli-command', 'docker ps -q']]);
  });

  it('a plugin of node-problem-detector runs commands', () => {
    const rule = (path: string, args: string) =>
      `{"type": "permanent", "condition": "A", "path": "${path}", "args": ${args}}`;
    const plugin = (name: string) =>
      `{"plugin": "${name}", "rules": [\n${rule('/usr/bin/docker', '["ps", "-q"]')},\n${rule('/usr/bin/crictl', '["ps"]')}]}`;
    const map = (text: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a.json: |\n${text.replace(/^/gm, '    ')}\n`;
    expect(causesIn({ 'a.yaml': map(plugin('custom')) })).toEqual(['error docker-cli-command']);
    expect(causesIn({ 'a.yaml': map(plugin('kmsg')) })).toEqual([]);
  });

  it('promtail picks units by a regular expression', () => {
    const rule = (label: string) =>
      `scrape_configs:\n  - job_name: a\n    relabel_configs:\n      - {source_labels: [${label}], regex: docker\\.service, action: keep}\n`;
    const map = (text: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  promtail.yaml: |\n${text.replace(/^/gm, '    ')}\n`;
    expect(causesIn({ 'a.yaml': map(rule('__journal__systemd_unit')) })).toEqual(['warning docker-service-unit']);
    expect(causesIn({ 'a.yaml': map(rule('__meta_host')) })).toEqual([]);
  });
});

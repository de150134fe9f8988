/** Fixes of rules: what they write, that they mend exactly their findings, once, and that the rule tells of them. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { apart } from '../../src/model/together.ts';
import { applyEdits, editsOf, withoutOverlaps } from '../../src/report/fixes.ts';
import { RULES } from '../../src/rules/index.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { lintGroup, readRulePage } from '../support/rule-page.ts';

function withFixes(files: Files, findings: readonly Finding[]): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const own = findings.filter(({ fix }) => fix?.span.source.path === path);
      return [path, applyEdits(text, withoutOverlaps(own.map((one) => editsOf(one.fix, true))))];
    }),
  );
}

const keys = (findings: readonly Finding[]) =>
  findings.map(({ rule, message, span }) => `${rule} ${span.source.path}: ${message}`).sort();

/** Nothing but the findings with a fix is gone, nothing new is found, and a second run has nothing to write. */
function expectMended(files: Files, before: readonly Finding[]): void {
  const after = lintTexts(withFixes(files, before)).findings.flatMap(apart);
  expect(keys(after)).toEqual(keys(before.filter(({ fix }) => !fix)));
  expect(after.filter(({ fix }) => fix)).toEqual([]);
}

function fixOf(path: string, text: string, others: Files = {}): string {
  const files = { [path]: text, ...others };
  const findings = lintTexts(files).findings.flatMap(apart);
  expectMended(files, findings);
  return withFixes(files, findings)[path] ?? '';
}

const UNIT = 'nodes/kubelet.service';
const unit = (line: string) => `[Service]\nExecStart=/usr/bin/kubelet ${line}\n`;

describe('a removed flag of the kubelet goes', () => {
  it.each([
    ['beside others', unit('--a=1 --cni-bin-dir=/opt/cni/bin --c=3'), unit('--a=1 --c=3')],
    ['with the value behind it', unit('--network-plugin cni --v=2'), unit('--v=2')],
    [
      'with all of its neighbours in quotes',
      '[Service]\nEnvironment="KUBELET_ARGS=--network-plugin=cni --cni-conf-dir=/etc/cni/net.d --cni-bin-dir=/opt/cni/bin"\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n',
      '[Service]\nEnvironment="KUBELET_ARGS="\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n',
    ],
    ['with its line and backslash', unit('\\\n  --network-plugin=cni \\\n  --v=2'), unit('\\\n  --v=2')],
    ['at the end, with the backslash before it', unit('\\\n  --v=2 \\\n  --network-plugin=cni'), unit('\\\n  --v=2')],
    [
      'from a quoted variable',
      '[Service]\nEnvironment="KUBELET_ARGS=--network-plugin=cni --v=2"\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n',
      '[Service]\nEnvironment="KUBELET_ARGS=--v=2"\nExecStart=/usr/bin/kubelet $KUBELET_ARGS\n',
    ],
  ])('%s', (_, before, after) => {
    expect(fixOf(UNIT, before)).toBe(after);
  });

  const pod = (command: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: kubelet}\nspec:\n  containers:\n    - name: kubelet\n      image: k8s/kubelet\n      command:${command}\n`;

  it.each([
    ['a list in brackets', ' ["kubelet", "--network-plugin=cni", "--v=2"]', ' ["kubelet", "--v=2"]'],
    ['the end of a list in brackets', ' ["kubelet", "--v=2", "--network-plugin=cni"]', ' ["kubelet", "--v=2"]'],
    [
      'a list of lines',
      '\n        - kubelet\n        - --network-plugin=cni\n        - --v=2',
      '\n        - kubelet\n        - --v=2',
    ],
    [
      'a list of quoted lines',
      '\n        - kubelet\n        - "--network-plugin=cni"\n        - --v=2',
      '\n        - kubelet\n        - --v=2',
    ],
  ])('from %s', (_, before, after) => {
    expect(fixOf('node/pod.yaml', pod(before))).toBe(pod(after));
  });

  it('from the arguments of kubeadm, in both of its spellings', () => {
    const join = 'kind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n';
    const old = `apiVersion: kubeadm.k8s.io/v1beta3\n${join}`;
    expect(fixOf('kubeadm.yaml', `${old}    network-plugin: cni\n    v: "2"\n`)).toBe(`${old}    v: "2"\n`);
    const list = `apiVersion: kubeadm.k8s.io/v1beta4\n${join}`;
    expect(
      fixOf('kubeadm.yaml', `${list}    - name: network-plugin\n      value: cni\n    - name: v\n      value: "2"\n`),
    ).toBe(`${list}    - name: v\n      value: "2"\n`);
  });

  it('from the specification of kops', () => {
    const cluster =
      'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata: {name: a}\nspec:\n  kubelet:\n    anonymousAuth: false\n';
    expect(fixOf('cluster.yaml', `${cluster}    networkPluginName: cni\n`)).toBe(cluster);
  });
});

describe('a docker command is written anew', () => {
  const NODE = '#!/bin/bash\nkubeadm join a:6443\n';

  it.each([
    [
      'in a pipe of two',
      'docker ps -q --filter name=k8s_etcd | xargs -r docker logs --tail 5\n',
      "crictl ps -q --name '^etcd' | xargs -r crictl logs --tail 5\n",
    ],
    [
      'with the list inside it',
      'docker rm $(docker ps -aq --filter status=exited)\n',
      'crictl rm $(crictl ps -q --state Exited)\n',
    ],
    ['where ids are counted', 'test "$(docker ps -q | wc -l)" -gt 0\n', 'test "$(crictl ps -q | wc -l)" -gt 0\n'],
    ['that brings an image', 'docker pull reg.example/app:1\n', 'crictl pull reg.example/app:1\n'],
  ])('%s', (_, before, after) => {
    expect(fixOf('join.sh', NODE + before)).toBe(NODE + after);
  });

  it('through the quotes of what it stands in', () => {
    const job = (command: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: gc}\nspec:\n  hostPID: true\n  containers:\n    - name: gc\n      image: alpine\n      command: ["sh", "-c", "nsenter -t 1 -m -- ${command}"]\n`;
    expect(fixOf('gc.yaml', job('docker system prune --all --force'))).toBe(job('crictl rmi --prune'));
    expect(fixOf('gc.yaml', job("docker ps -q --filter 'name=k8s_etcd'"))).toBe(job("crictl ps -q --name '^etcd'"));
  });

  it.each([
    ['would list more than it did', 'docker ps -q --filter volume=data\n'],
    ['prints other columns into a pipe', 'docker ps | grep etcd\n'],
    ['is filtered before it acts', 'docker ps -q | head -3 | xargs docker stop\n'],
    ['is run by sudo behind xargs', 'docker ps -q --filter name=k8s_etcd | xargs sudo docker logs\n'],
  ])('but not one that %s', (_, line) => {
    expect(fixOf('join.sh', NODE + line)).toBe(NODE + line);
  });

  it('but not in an image, which has no crictl', () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      image: docker:cli\n      command: ["sh", "-c", "docker ps -q --filter name=k8s_etcd"]\n';
    expect(fixOf('pod.yaml', text)).toBe(text);
  });
});

describe('a volume of Docker', () => {
  const shipper = (volumes: string, mounts: string) =>
    `apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: shipper\nspec:\n  template:\n    spec:\n      containers:\n        - name: shipper\n          image: acme/shipper:1\n          volumeMounts:\n            - name: log\n              mountPath: /var/log\n${mounts}      volumes:\n${volumes}        - name: log\n          hostPath:\n            path: /var/log\n`;
  const LOGS = '        - name: docker-logs\n          hostPath:\n            path: /var/lib/docker/containers\n';
  const MOUNT =
    '            - name: docker-logs\n              mountPath: /var/lib/docker/containers\n              readOnly: true\n';

  it('goes with its mounts where the pod has /var/log', () => {
    expect(fixOf('agent.yaml', shipper(LOGS, MOUNT))).toBe(shipper('', ''));
  });

  it('stays where a template writes a part of it', () => {
    const text = shipper(LOGS, MOUNT.replace('readOnly: true', 'readOnly: {{ .Values.x }}'));
    expect(
      fixOf('charts/a/templates/agent.yaml', text, {
        'charts/a/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
        'charts/a/values.yaml': 'x: true\n',
      }),
    ).toBe(text);
  });

  const agent = (image: string, socket: string, inside: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: agent}\nspec:\n  containers:\n    - name: agent\n      image: ${image}\n      volumeMounts:\n        - name: sock\n          mountPath: ${inside}\n  volumes:\n    - name: sock\n      hostPath:\n        path: ${socket}\n`;

  it('becomes the socket that a known agent looks for by itself', () => {
    const before = agent('falcosecurity/falco:0.40', '/var/run/docker.sock', '/host/var/run/docker.sock');
    expect(fixOf('falco.yaml', before)).toBe(
      agent('falcosecurity/falco:0.40', '/run/containerd/containerd.sock', '/host/run/containerd/containerd.sock'),
    );
  });

  it('stays with an agent that is not known', () => {
    const text = agent('acme/agent:1', '/var/run/docker.sock', '/var/run/docker.sock');
    expect(fixOf('agent.yaml', text)).toBe(text);
  });
});

describe('a log shipper', () => {
  it('of fluentd gets the expression of CRI, and its time', () => {
    const conf = (parse: string) =>
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: fluentd\ndata:\n  fluent.conf: |\n    <source>\n      @type tail\n      path /var/log/containers/*.log\n${parse}    </source>\n`;
    const json = '      <parse>\n        @type json\n        time_format %Y-%m-%dT%H:%M:%S.%NZ\n      </parse>\n';
    const cri =
      '      <parse>\n        @type regexp\n        expression /^(?<time>[^ ]+) (?<stream>stdout|stderr) (?<logtag>[FP]) (?<log>.*)$/\n        time_format %Y-%m-%dT%H:%M:%S.%N%:z\n      </parse>\n';
    expect(fixOf('logs.yaml', conf(json))).toBe(conf(cri));
  });

  it('of the fluent operator gets the key of its own', () => {
    const input = (line: string) =>
      `apiVersion: fluentbit.fluent.io/v1alpha2\nkind: ClusterInput\nmetadata:\n  name: tail\nspec:\n  tail:\n    tag: kube.*\n    path: /var/log/containers/*.log\n    ${line}\n`;
    expect(fixOf('input.yaml', input('parser: docker'))).toBe(input('multilineParser: docker, cri'));
  });
});

it.each(['systemctl is-active docker && docker stop "$C"', 'systemctl restart docker.service docker.socket'])(
  'a unit stays in a question, and where two are named: %s',
  (line) => {
    const script = `#!/bin/sh\nkubeadm join a:6443\n${line}\n`;
    expect(fixOf('node/join.sh', script)).toContain(line.split(' && ')[0]);
  },
);

it('the unit of the runtime takes the place of docker in a task of Ansible', () => {
  const task = (name: string) =>
    `- hosts: kube_node\n  tasks:\n    - name: restart\n      service:\n        name: ${name}\n        state: restarted\n`;
  expect(fixOf('playbook.yml', task('docker'))).toBe(task('containerd'));
});

it('a pause image in the arguments of kubeadm goes', () => {
  const join = (line: string) =>
    `apiVersion: kubeadm.k8s.io/v1beta3\nkind: JoinConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n    v: "2"\n${line}`;
  expect(fixOf('kubeadm.yaml', join('    pod-infra-container-image: registry.k8s.io/pause:3.9\n'))).toBe(join(''));
});

describe('node-problem-detector', () => {
  const daemon = (args: string) =>
    `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: npd}\nspec:\n  template:\n    spec:\n      containers:\n        - name: npd\n          image: registry.k8s.io/node-problem-detector/node-problem-detector:v0.8.20\n          command:\n            - /node-problem-detector\n${args}`;

  it('watches no dockerd', () => {
    const flag = '            - --config.system-log-monitor=/config/kernel-monitor.json';
    expect(fixOf('npd.yaml', daemon(`${flag},/config/docker-monitor.json\n`))).toBe(daemon(`${flag}\n`));
  });

  it('asks the runtime', () => {
    const config = (component: string) =>
      `{"plugin": "custom", "source": "health-checker", "rules": [{"type": "permanent", "path": "/home/kubernetes/bin/health-checker", "args": ["--component=${component}", "--enable-repair=true"]}]}\n`;
    expect(fixOf('config/health-checker.json', config('docker'))).toBe(config('cri'));
  });
});

it('du measures the store of the runtime', () => {
  expect(fixOf('node/join.sh', '#!/bin/sh\nkubeadm join a:6443\ndu -sh /var/lib/docker/overlay2\n')).toContain(
    'du -sh /var/lib/containerd\n',
  );
});

describe('every rule', () => {
  const groups = RULES.flatMap(({ id }) => readRulePage(readFileSync(`docs/rules/${id}.md`, 'utf8')).groups);
  const fixed = groups.flatMap((group) =>
    lintGroup(group)
      .findings.flatMap(apart)
      .filter(({ fix }) => fix),
  );
  const words = new Map<string, object>(RULES.map((rule) => [rule.id, rule.fix]));

  it('says on its page what each of its fixes does', () => {
    expect(fixed.length).toBeGreaterThan(20);
    const untold = fixed.filter(({ rule, fix }) => !(fix && fix.safety in (words.get(rule) ?? {})));
    expect(untold.map(({ rule, fix }) => `${rule} ${fix?.safety}`)).toEqual([]);
  });

  it('shows on a page each kind of fix that it tells of', () => {
    const told = RULES.flatMap(({ id, fix }) =>
      (['safe', 'unsafe'] as const).filter((one) => one in fix).map((one) => `${id} ${one}`),
    );
    const shown = new Set(fixed.map(({ rule, fix }) => `${rule} ${fix?.safety}`));
    expect(told.filter((one) => !shown.has(one))).toEqual([]);
  });
});

/** What a person mends as one thing is one finding with all of its places, and each of them is still compared by itself. */
import { describe, expect, it, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { apart, only, together } from '../../src/model/together.ts';
import { compareFindings } from '../../src/stages/compare.ts';
import { applyBaseline, updateBaseline } from '../../src/suppress/baseline.ts';
import { positionAt } from '../../src/text/source.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { sampleFinding } from '../support/sample-run.ts';

/** `path:line rule + path:line`, for each warning and error. */
function told(files: Files): readonly string[] {
  return lintTexts(files).findings.flatMap(({ severity, rule, span, copies }) => {
    const also = copies.map((one) => placeOf(one.span));
    return severity === 'notice' ? [] : [[`${placeOf(span)} ${rule}`, ...also].join(' + ')];
  });
}

function placeOf({ source, start }: Finding['span']): string {
  return `${source.path}:${positionAt(source, start).line}`;
}

const JOIN = '#!/bin/bash\nkubeadm join --token a.b\n';

describe('the folder of Docker', () => {
  it('that a script makes, mounts, gives away and keeps in fstab is one thing', () => {
    const script = `${JOIN}mkdir -p /var/lib/docker
mount /dev/sdb /var/lib/docker
chown root /var/lib/docker
echo '/dev/sdb /var/lib/docker ext4 defaults 0 0' >> /etc/fstab
`;
    expect(told({ 'node.sh': script })).toEqual(['node.sh:3 docker-host-path + node.sh:4 + node.sh:5 + node.sh:6']);
  });

  it('goes with the one that it is moved to', () => {
    const script = `${JOIN}mkdir -p /mnt/docker\nmv /var/lib/docker /mnt/docker\nln -s /mnt/docker /var/lib/docker\n`;
    const [finding, ...others] = lintTexts({ 'node.sh': script }).findings;
    expect([others, finding?.severity]).toEqual([[], 'warning']);
    expect(finding?.related.map((one) => one.role === 'rule' && one.message)).toContain('Use /var/lib/containerd');
  });

  it('and the folder of its logs are two', () => {
    const script = `${JOIN}mount /dev/sdb /var/lib/docker\ntar cz /var/lib/docker/containers\n`;
    expect(told({ 'node.sh': script })).toHaveLength(2);
  });

  it('that two pods mount has to be mended in both', () => {
    const pod = (name: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec:\n  containers: [{name: a, image: b, volumeMounts: [{name: d, mountPath: /d}]}]\n  volumes: [{name: d, hostPath: {path: /var/lib/docker}}]\n`;
    expect(told({ 'pods.yaml': `${pod('one')}---\n${pod('two')}` })).toHaveLength(2);
  });
});

describe('Docker Engine', () => {
  it('that one script installs for two distributions is one thing', () => {
    const script = `${JOIN}if command -v apt-get; then apt-get install -y docker-ce; fi
if command -v yum; then
  yum install -y docker
fi
`;
    expect(told({ 'node.sh': script })).toEqual(['node.sh:3 docker-engine-package + node.sh:5']);
  });
});

describe('a role', () => {
  const task = (name: string) => `- service: {name: docker, state: ${name}}\n`;
  it('that starts docker in two of its files does one thing, and two roles two', () => {
    const main = '- command: kubeadm join\n';
    const files = (role: string) => ({
      'roles/node/tasks/main.yml': `${main}${task('started')}`,
      [`roles/${role}/tasks/later.yml`]: `${main}${task('restarted')}`,
    });
    expect(told(files('node'))).toEqual([
      'roles/node/tasks/later.yml:2 docker-service-unit + roles/node/tasks/main.yml:2',
    ]);
    expect(told(files('proxy'))).toHaveLength(2);
  });
});

describe('a unit of Docker Engine', () => {
  it('is one thing with the options on its line', () => {
    const unit = '[Service]\nExecStart=/usr/bin/dockerd --insecure-registry=reg.example\n';
    const files = {
      'docker.service': unit,
      'node.sh': `${JOIN}cp docker.service /etc/systemd/system/docker.service\n`,
    };
    const [finding, ...others] = lintTexts(files).findings;
    expect(others).toEqual([]);
    expect([finding?.rule, finding?.copies.map(({ rule }) => rule)]).toEqual([
      'docker-daemon-config',
      ['docker-service-unit'],
    ]);
  });
});

describe('flags of a kubelet', () => {
  const unit = (flags: readonly string[]) =>
    `[Service]\nExecStart=/usr/bin/kubelet \\\n${flags.map((flag) => `  ${flag}`).join(' \\\n')}\n`;

  it('that follow from the choice of Docker go with it', () => {
    const flags = ['--container-runtime=docker', '--docker-endpoint=unix:///var/run/docker.sock', '--v=2'];
    expect(told({ 'kubelet.service': unit(flags) })).toEqual([
      'kubelet.service:3 kubelet-container-runtime-flag + kubelet.service:4',
    ]);
  });

  it('that name the socket of dockershim go with it too, and say what to write', () => {
    const flags = ['--container-runtime-endpoint=unix:///var/run/dockershim.sock', '--container-runtime=docker'];
    const [finding] = lintTexts({ 'kubelet.service': unit(flags) }).findings;
    expect(finding?.rule).toBe('kubelet-container-runtime-flag');
    expect(finding?.related.map((one) => one.role === 'rule' && one.message)).toEqual([
      'goes with it: Write unix:///run/containerd/containerd.sock',
    ]);
  });

  it('about CNI go with the plugin', () => {
    const flags = ['--network-plugin=cni', '--cni-bin-dir=/opt/cni/bin', '--cni-conf-dir=/etc/cni/net.d'];
    expect(told({ 'kubelet.service': unit(flags) })).toEqual([
      'kubelet.service:3 kubelet-dockershim-flag + kubelet.service:4 + kubelet.service:5',
    ]);
    expect(told({ 'kubelet.service': unit(flags.slice(1)) })).toHaveLength(2);
  });

  it('of two kubelets are two things', () => {
    const one = unit(['--container-runtime=docker']);
    const other = unit(['--docker-endpoint=unix:///var/run/docker.sock']);
    expect(told({ 'kubelet.service': `${one}\n${other}` })).toHaveLength(2);
  });
});

describe('flags that follow from another one', () => {
  const kubeadm = (...lines: readonly string[]) => ({
    'kubeadm.yaml': `apiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\nnodeRegistration:\n  kubeletExtraArgs:\n${lines.map((line) => `    ${line}\n`).join('')}`,
  });
  const pod = (...lines: readonly string[]) => ({
    'pod.yaml': `apiVersion: v1\nkind: Pod\nmetadata: {name: kubelet}\nspec:\n  containers:\n  - name: a\n    image: kubelet\n    command:\n    - kubelet\n${lines.map((line) => `    - ${line}\n`).join('')}`,
  });
  const script = (lines: string) => ({ 'node.sh': JOIN + lines });
  const flags = (files: Files) => told(files).filter((line) => line.includes('kubelet-'));

  it.each<readonly [string, Files, readonly string[]]>([
    [
      'on lines that a backslash joins',
      script('kubelet --container-runtime=docker \\\n  --docker-endpoint=unix:///var/run/docker.sock\n'),
      ['node.sh:3 kubelet-container-runtime-flag + node.sh:4'],
    ],
    [
      'with a space before their values',
      script('kubelet --container-runtime docker --docker-endpoint unix:///var/run/docker.sock\n'),
      ['node.sh:3 kubelet-container-runtime-flag + node.sh:3'],
    ],
    [
      'of the plugin for networks',
      script('kubelet --network-plugin=cni --cni-conf-dir=/a --cni-bin-dir=/b --cni-cache-dir=/c\n'),
      ['node.sh:3 kubelet-dockershim-flag + node.sh:3 + node.sh:3 + node.sh:3'],
    ],
    [
      'in a map',
      kubeadm('container-runtime: docker', 'docker-endpoint: unix:///var/run/docker.sock'),
      ['kubeadm.yaml:5 kubelet-container-runtime-flag + kubeadm.yaml:6'],
    ],
    [
      'in a map with quotes',
      kubeadm('"container-runtime": "docker"', '"docker-endpoint": "unix:///var/run/docker.sock"'),
      ['kubeadm.yaml:5 kubelet-container-runtime-flag + kubeadm.yaml:6'],
    ],
    [
      'in a map, between others',
      kubeadm(
        'container-runtime: docker',
        'v: "2"',
        'network-plugin: cni',
        'docker-endpoint: unix:///var/run/docker.sock',
        'cni-bin-dir: /b',
      ),
      [
        'kubeadm.yaml:5 kubelet-container-runtime-flag + kubeadm.yaml:8',
        'kubeadm.yaml:7 kubelet-dockershim-flag + kubeadm.yaml:9',
      ],
    ],
    [
      'in a list',
      pod(
        '--container-runtime=docker',
        '--v=2',
        '--docker-endpoint=unix:///var/run/docker.sock',
        '--image-service-endpoint=unix:///var/run/dockershim.sock',
      ),
      ['pod.yaml:10 kubelet-container-runtime-flag + pod.yaml:12 + pod.yaml:13'],
    ],
    [
      'in a list with quotes of both kinds',
      pod('"--container-runtime=docker"', "'--docker-endpoint=unix:///var/run/docker.sock'"),
      ['pod.yaml:10 kubelet-container-runtime-flag + pod.yaml:11'],
    ],
  ])('go with it %s', (_, files, expected) => {
    expect(flags(files)).toEqual(expected);
  });

  it.each<readonly [string, Files]>([
    [
      'on another command',
      script('kubelet --container-runtime=docker\nkubelet --docker-endpoint=unix:///var/run/docker.sock\n'),
    ],
    [
      'where another runtime is chosen',
      script('kubelet --container-runtime=remote --docker-endpoint=unix:///var/run/docker.sock\n'),
    ],
    ['where the plugin is not chosen', script('kubelet --cni-conf-dir=/a --cni-bin-dir=/b\n')],
    [
      'behind a comment in a map',
      kubeadm('container-runtime: docker', '# x', 'docker-endpoint: unix:///var/run/docker.sock'),
    ],
    [
      'behind a word in a list',
      pod('--container-runtime=docker', 'word', '--docker-endpoint=unix:///var/run/docker.sock'),
    ],
  ])('are told by themselves %s', (_, files) => {
    expect(flags(files).map((line) => line.includes('+'))).toEqual([false, false]);
  });
});

describe('options of dockerd', () => {
  const unit = (lines: string) => told({ 'node.sh': JOIN, 'docker.service': `[Service]\n${lines}\n` });

  it('go with the unit that starts it, on its line or the next one of it', () => {
    expect(unit('ExecStart=/usr/bin/dockerd --insecure-registry=a')).toEqual([
      'docker.service:2 docker-daemon-config + docker.service:2',
    ]);
    expect(unit('ExecStart=/usr/bin/dockerd \\\n  --insecure-registry=a')).toEqual([
      'docker.service:3 docker-daemon-config + docker.service:2',
    ]);
  });

  it('are none of another program of the unit', () => {
    expect(unit('ExecStart=/usr/bin/dockerd\nExecStop=/bin/x --insecure-registry=a')).toEqual([
      'docker.service:2 docker-service-unit',
    ]);
  });
});

describe('lines of a file that say the same', () => {
  const counts = (text: string) =>
    lintTexts({ 'run.sh': text }).findings.map(({ severity, copies }) => `${severity} ${copies.length}`);
  const inspect = (times: number) => 'docker inspect a\n'.repeat(times);

  it.each([
    [50, ['error 49']],
    [51, ['error 49', 'error 0']],
    [101, ['error 49', 'error 49', 'error 0']],
  ])('are told in parts of fifty where they are loud: %i', (times, expected) => {
    expect(counts(JOIN + inspect(times))).toEqual(expected);
  });

  it('are one notice, however many they are', () => {
    expect(counts(inspect(57))).toEqual(['notice 56']);
  });

  it('are two things where another is to be written', () => {
    expect(counts(`${JOIN}docker inspect a\ndocker logs b\n`)).toEqual(['error 0', 'error 0']);
  });
});

describe('what two files of one role say alike', () => {
  it('is one thing for a unit, and one of each file for a command', () => {
    const tasks = '- service: {name: docker, state: started}\n- command: docker inspect a\n';
    const files = { 'roles/n/tasks/a.yml': `- command: kubeadm join\n${tasks}`, 'roles/n/tasks/b.yml': tasks };
    expect(told(files)).toEqual([
      'roles/n/tasks/a.yml:2 docker-service-unit + roles/n/tasks/b.yml:1',
      'roles/n/tasks/a.yml:3 docker-cli-command',
      'roles/n/tasks/b.yml:2 docker-cli-command',
    ]);
  });
});

describe('the socket of Docker', () => {
  const pod = (argument: string) => `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      image: acme/agent
      args: ['${argument}']
      volumeMounts: [{name: s, mountPath: /var/run/docker.sock}]
  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]
`;

  it('that an argument names where it is mounted is told at the mount', () => {
    const [finding, ...others] = lintTexts({ 'pod.yaml': pod('--endpoint=unix:///var/run/docker.sock') }).findings;
    expect(others).toEqual([]);
    expect(finding?.related.map((one) => one.role === 'rule' && one.message)).toEqual([
      'mounted by container a',
      'its client is told to look there',
    ]);
  });
});

describe('a file that a line fills in and puts in its place', () => {
  const json = '{"exec-opts": ["native.cgroupdriver=systemd"], "insecure-registries": ["@REG@"]}\n';

  test.each([
    'sed "s/@REG@/$REG/" daemon.json.tmpl > /etc/docker/daemon.json',
    'sed -e "s/a/b/" -e s/c/d/ daemon.json.tmpl | sudo tee /etc/docker/daemon.json',
    'cat daemon.json.tmpl | sed "s/a/b/" > /etc/docker/daemon.json',
    'envsubst < daemon.json.tmpl > /etc/docker/daemon.json',
    'envsubst < daemon.json.tmpl | sudo tee /etc/docker/daemon.json > /dev/null',
    'cp daemon.json.tmpl /etc/docker/daemon.json',
  ])('is told in the file: %s', (line) => {
    const { findings } = lintTexts({ 'node.sh': `${JOIN}${line}\n`, 'daemon.json.tmpl': json });
    expect(
      findings.map(({ severity, span, related }) => [severity, span.source.path, related[0]?.span.source.path]),
    ).toEqual([['error', 'daemon.json.tmpl', 'node.sh']]);
  });

  it('is told in the file also where only the folder is named', () => {
    const files = { 'node.sh': `${JOIN}mkdir -p /etc/docker\ncp daemon.json /etc/docker/\n`, 'daemon.json': json };
    expect(told(files)).toEqual(['daemon.json:1 docker-daemon-config']);
  });

  it('is no drop-in, dockerd and an option, but one thing', () => {
    const files = {
      'roles/node/tasks/main.yml': `- command: kubeadm join
- template: {src: opts.conf.j2, dest: /etc/systemd/system/docker.service.d/opts.conf}
`,
      'roles/node/templates/opts.conf.j2':
        '[Service]\nExecStart=\nExecStart=/usr/bin/dockerd --insecure-registry={{ reg }}\n',
    };
    expect(told(files)).toEqual(['roles/node/templates/opts.conf.j2:3 docker-daemon-config']);
  });

  it('in a here-document is one thing with what it says', () => {
    const script = `${JOIN}cat > /etc/systemd/system/docker.service.d/opts.conf <<EOF
[Service]
ExecStart=
ExecStart=/usr/bin/dockerd --insecure-registry=reg.example
EOF
`;
    expect(told({ 'node.sh': script })).toEqual(['node.sh:6 docker-daemon-config']);
  });

  it('prints nothing that a script for developers fills in', () => {
    const files = { 'dev.sh': 'sed s/a/b/ daemon.json.tmpl > out/daemon.json\n', 'daemon.json.tmpl': json };
    expect(lintTexts(files).findings.every(({ severity }) => severity !== 'error')).toBe(true);
  });
});

describe('a test of the unit that ends the script', () => {
  it('is told at the unit, and not as a test for docker', () => {
    expect(told({ 'node.sh': `${JOIN}systemctl is-active docker || exit 1\n` })).toEqual([
      'node.sh:3 docker-service-unit',
    ]);
  });
});

describe('docker commands', () => {
  it('that a script repeats are one thing where the same is to be written', () => {
    const script = `${JOIN}docker ps\nsleep 1\ndocker ps\ndocker images\n`;
    expect(told({ 'node.sh': script })).toEqual([
      'node.sh:3 docker-cli-command + node.sh:5',
      'node.sh:6 docker-cli-command',
    ]);
  });

  it('of two scripts are two', () => {
    const script = `${JOIN}docker ps\n`;
    expect(told({ 'a.sh': script, 'b.sh': script })).toHaveLength(2);
  });

  it('are told in parts where reports could not list all of them', () => {
    const script = `${JOIN}${'docker ps\n'.repeat(120)}`;
    expect(lintTexts({ 'node.sh': script }).findings.map(({ copies }) => copies.length)).toEqual([49, 49, 19]);
  });
});

describe('lines that are told as one', () => {
  const install = (...packages: readonly string[]) =>
    `${JOIN}${packages.map((name) => `apt-get install -y ${name}\nsleep 1\n`).join('')}`;
  const lint = (...packages: readonly string[]) => lintTexts({ 'node.sh': install(...packages) });
  const places = (findings: readonly Finding[]) => findings.map((one) => apart(one).map(({ span }) => placeOf(span)));
  const compare = (before: readonly string[], after: readonly string[]) => {
    const { introduced, existing, fixed } = compareFindings('main', lint(...before).findings, lint(...after).findings);
    return [places(introduced), places(existing), places(fixed)];
  };

  it('are new where one of them is', () => {
    expect(compare(['docker-ce'], ['docker-ce', 'docker.io'])).toEqual([[['node.sh:5']], [['node.sh:3']], []]);
    expect(compare([], ['docker-ce', 'docker.io'])).toEqual([[['node.sh:3', 'node.sh:5']], [], []]);
  });

  it('are fixed one by one', () => {
    expect(compare(['docker-ce', 'docker.io'], ['docker-ce'])).toEqual([[], [['node.sh:3']], [['node.sh:5']]]);
  });

  it('are new in another file of their role as well', () => {
    const tasks = '- command: kubeadm join\n- service: {name: docker, state: started}\n';
    const files = { 'roles/node/tasks/main.yml': tasks };
    const after = lintTexts({ ...files, 'roles/node/tasks/a.yml': tasks }).findings;
    expect(after).toHaveLength(1);
    const { introduced, existing } = compareFindings('main', lintTexts(files).findings, after);
    expect([places(introduced), places(existing)]).toEqual([
      [['roles/node/tasks/a.yml:2']],
      [['roles/node/tasks/main.yml:2']],
    ]);
  });

  it('have an entry in a baseline each, and what has none is left', () => {
    const known = updateBaseline(lint('docker-ce'), { path: 'b.json', entries: [] }, {});
    expect(known.entries).toHaveLength(1);
    const left = applyBaseline(lint('docker-ce', 'docker.io'), known, []);
    expect([places(left.findings), left.suppressed.map(({ finding }) => placeOf(finding.span))]).toEqual([
      [['node.sh:5']],
      ['node.sh:3'],
    ]);
    expect(updateBaseline(lint('docker-ce', 'docker.io'), known, {}).entries).toHaveLength(2);
  });

  it('are suppressed one by one', () => {
    const script = install('docker-ce', 'docker.io');
    const quiet = (line: string) =>
      lintTexts({
        'node.sh': script.replace(line, `# dockershim-lint: ignore[docker-engine-package] -- built elsewhere\n${line}`),
      });
    expect(places(quiet('apt-get install -y docker-ce').findings)).toEqual([['node.sh:6']]);
    expect(places(quiet('apt-get install -y docker.io').findings)).toEqual([['node.sh:3']]);
    expect(quiet('apt-get install -y docker.io').suppressed.map(({ finding }) => placeOf(finding.span))).toEqual([
      'node.sh:6',
    ]);
  });

  it('are as loud as the loudest of them that is left', () => {
    const [first, quiet, loud] = (['error', 'notice', 'warning'] as const).map((severity) =>
      sampleFinding({ severity, fingerprint: severity }),
    );
    const whole = first && quiet && loud && together(first, [quiet, loud], () => 'again');
    expect(whole && only(whole, (one) => one !== first)?.severity).toBe('warning');
    expect(whole && only(whole, (one) => one === quiet)?.severity).toBe('notice');
    expect(whole && only(whole, () => false)).toBeUndefined();
  });
});

describe('what is guessed', () => {
  const install = (name: string) => `#!/bin/bash\napt-get install -y ${name}\n`;
  const servers: Files = {
    'web/a.sh': install('docker-ce'),
    'web/b.sh': install('docker.io'),
    'mail/c.sh': install('docker-ce=5:20.10'),
    'mail/d.sh': `${install('docker-engine')}docker ps\n`,
  };
  const notices = (files: Files) => lintTexts(files).findings.map((one) => [one.rule, apart(one).length]);

  it('is one notice of each rule where nothing speaks of Kubernetes', () => {
    expect(notices(servers)).toEqual([
      ['docker-engine-package', 4],
      ['docker-cli-command', 1],
    ]);
    const [finding] = lintTexts(servers).findings;
    expect(finding?.related.map((one) => one.span.source.path)).toEqual(['mail/d.sh', 'web/a.sh', 'web/b.sh']);
  });

  it('is told by itself where it is little, or a cluster is spoken of', () => {
    const { 'web/b.sh': _, ...few } = servers;
    expect(notices(few)).toHaveLength(4);
    expect(notices({ ...servers, 'values.yaml': 'apiVersion: v1\n' })).toHaveLength(5);
    expect(notices({ ...servers, 'grafana.yaml': 'apiVersion: 1\n' })).toHaveLength(2);
  });

  it('is one of a folder beside others that are for a cluster', () => {
    const below = Object.fromEntries(Object.entries(servers).map(([path, text]) => [`servers/${path}`, text]));
    expect(notices({ ...below, 'apps/check.sh': 'kubectl get pods\n' })).toHaveLength(2);
  });

  it('is one of the files that lie above such a folder themselves', () => {
    const here = Object.fromEntries(Object.entries(servers).map(([path, text]) => [path.replace('/', '-'), text]));
    expect(notices({ ...here, 'apps/check.sh': 'kubectl get pods\n' })).toHaveLength(2);
    expect(notices({ ...here, 'check.sh': 'kubectl get pods\n' })).toHaveLength(5);
  });
});

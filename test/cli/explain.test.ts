import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, NODE_SCRIPT } from '../support/command-line.ts';

let folder: Folder;

function given(files: Readonly<Record<string, string>>): Folder {
  folder = createFolder(files);
  return folder;
}

afterEach(() => folder?.remove());

const PIPELINE = 'jobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build .\n';

describe('explain FILE:LINE', () => {
  it('says by which row and which evidence a line is an error', async () => {
    const { code, out, err } = await given({ 'nodes/join.sh': NODE_SCRIPT }).run(['explain', 'nodes/join.sh:3']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'nodes/join.sh:3',
        '3 │ docker ps',
        '',
        'error docker-cli-command',
        '`docker ps` fails: the node has no `docker`, and the kubelet’s containers are not Docker’s',
        '  cause       docker-cli-command/cluster-host',
        '  place       runs on the node',
        '              line 2 calls kubeadm join (nodes/join.sh:2)',
        '  conditions  none',
        '  activation  on by default',
        '  certainty   written out in full',
        '  target      containerd, Kubernetes 1.37',
        '  decided by  row docker-cli-command/cluster-host of the judging table, column node: error',
        '  result      reported: error, confidence high',
        '',
        'Read on this line',
        '  command  docker ps',
        '',
      ].join('\n'),
    );
  });

  it('says what made a finding quieter than its row', async () => {
    const script = `${NODE_SCRIPT}if command -v docker; then docker rm -f etcd; fi\n`;
    const { out } = await given({ 'nodes/join.sh': script }).run(['explain', 'nodes/join.sh:4']);
    expect(out).toContain('  conditions  only where Docker is found (nodes/join.sh:4)\n');
    expect(out).toMatch(/column node: error\n +the condition keeps it from where it would break: notice\n/);
    expect(out).toContain('  command  docker rm -f etcd (only where Docker is found)\n');
  });

  it('says why nothing is reported: the row is off for the place', async () => {
    const { out } = await given({ '.github/workflows/build.yml': PIPELINE }).run([
      'explain',
      '.github/workflows/build.yml:5',
    ]);
    expect(out).toMatch(/^nothing said docker-cli-command$/m);
    expect(out).toMatch(/^ {2}decided by {2}row docker-cli-command\/publish of the judging table, column ci: off$/m);
    expect(out).toMatch(/^ {2}result {6}not reported$/m);
  });

  it('says why nothing is reported: a comment, the configuration, or nothing that a rule objects to', async () => {
    given({
      'nodes/join.sh': `${NODE_SCRIPT}docker images # dockershim: ignore[docker-cli-command] -- until the move\nkubectl get pods\n\n`,
      '.dockershim.yaml': 'overrides:\n  - paths: [quiet]\n    rules: {docker-cli-command: off}\n',
      'quiet/join.sh': NODE_SCRIPT,
      'notes.sh': 'echo done\n',
    });
    const resultOf = async (place: string) => (await folder.run(['explain', place])).out;
    expect(await resultOf('nodes/join.sh:4')).toContain('suppressed by a comment: until the move');
    expect(await resultOf('quiet/join.sh:3')).toContain('the configuration switches the rule off here');
    expect(await resultOf('nodes/join.sh:5')).toContain(
      'Nothing is reported on this line\nNo rule objects to what was read here.\n  place       runs on the node\n',
    );
    expect(await resultOf('nodes/join.sh:6')).toContain('No command, flag, variable, path, image');
    expect(await resultOf('notes.sh:1')).toContain('none of the words that rules look for, so it was not parsed');
  });

  it('says which report of several on the same text is the one that counts', async () => {
    given({
      'chart/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
      'chart/values.yaml': 'dockerSocketPath: /var/run/docker.sock\n',
      'chart/templates/agent.yaml': `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec:
  template:
    spec:
      containers:
        - name: agent
          image: acme/agent
          volumeMounts: [{name: socket, mountPath: "{{ .Values.dockerSocketPath }}"}]
      volumes:
        - name: socket
          hostPath: {path: "{{ .Values.dockerSocketPath }}", type: Socket}
`,
    });
    const { out } = await folder.run(['explain', 'chart/values.yaml:1']);
    expect(out.match(/^ {2}(?:cause|result) .*$/gm)).toEqual([
      '  cause       docker-socket-mount/values',
      '  result      not reported here: what the chart does with the value decides',
      '  cause       docker-socket-mount/typed',
      '  result      reported: error, confidence medium',
    ]);
    expect((await folder.run(['explain', 'chart/templates/agent.yaml:13'])).out).toContain(
      'Shown with findings elsewhere\n  docker-socket-mount at chart/values.yaml:1\n',
    );
  });

  it('names the version at which a file of many versions is told', async () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]\n  volumes: [{name: s, hostPath: {path: /var/run/docker.sock, type: Socket}}]\n';
    given({ '1.9.0/pod.yaml': pod, '1.10.0/pod.yaml': pod, '1.11.0/pod.yaml': pod });
    const { out } = await folder.run(['explain', '1.9.0/pod.yaml:6']);
    expect(out).toContain('  result      not reported here: shown with 1.11.0/pod.yaml:6\n');
  });

  it('finds the file from the folder in which one stands, and reads all that decides about it', async () => {
    given({ 'a/nodes/join.sh': NODE_SCRIPT, 'a/b/keep.sh': 'true\n' });
    const { out } = await folder.run(['explain', 'join.sh:3'], { cwd: join(folder.path, 'a/nodes') });
    expect(out).toContain('row docker-cli-command/cluster-host of the judging table, column node: error');
  });

  it('gives the same to programs', async () => {
    const { out } = await given({ 'nodes/join.sh': NODE_SCRIPT }).run([
      'explain',
      'nodes/join.sh:3:1',
      '--format',
      'json',
    ]);
    const { reading, judgements, facts } = JSON.parse(out);
    expect(reading).toBe('read');
    expect(judgements).toMatchObject([{ rule: 'docker-cli-command', steps: ['cell: error'], outcome: 'reported' }]);
    expect(facts).toMatchObject([{ kind: 'command', text: 'docker ps', place: 'node' }]);
  });

  it('refuses what is no place, and says why a file is not read', async () => {
    given({ 'nodes/join.sh': NODE_SCRIPT, 'main.go': 'package main\n', 'vendor/x/run.sh': NODE_SCRIPT });
    const answer = async (...args: string[]) => {
      const { code, out, err } = await folder.run(['explain', ...args]);
      return `${code} ${out}${err}`;
    };
    expect(await answer('nodes/join.sh:99')).toBe('2 dockershim-lint: nodes/join.sh has no line 99.\n');
    expect(await answer('nodes/gone.sh:1')).toBe('2 dockershim-lint: nodes/gone.sh does not exist.\n');
    expect(await answer('nodes:1')).toBe('2 dockershim-lint: nodes is not a file.\n');
    expect(await answer('main.go:1')).toBe('0 main.go is not read: nothing here reads files of its kind.\n');
    expect(await answer('vendor/x/run.sh:1')).toBe('0 vendor/x/run.sh is not read: in folders of what others wrote.\n');
    expect(await answer('nodes/join.sh:3', '-f', 'html')).toBe(
      '2 dockershim-lint: explain FILE:LINE prints text or json, not html.\n',
    );
    expect(await answer('docker-socket-mount', '--exclude', 'x')).toBe(
      '2 dockershim-lint: --exclude means nothing to a rule; it belongs to explain FILE:LINE.\n',
    );
  });
});

describe('--debug', () => {
  it('writes what the named stages know to standard error, one object a line, in their order', async () => {
    const files = { 'nodes/join.sh': `${NODE_SCRIPT}ssh "$peer" ./clean.sh\n`, 'nodes/clean.sh': 'docker images\n' };
    const { code, out, err } = await given(files).run(['--debug=links,files', '--debug', 'places', '-f', 'compact']);
    expect(code).toBe(1);
    expect(out).toContain('nodes/join.sh:3:1: error');
    const lines: { stage: string }[] = err
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([...new Set(lines.map(({ stage }) => stage))]).toEqual(['files', 'links', 'places']);
    expect(lines).toContainEqual({
      stage: 'files',
      path: 'nodes/clean.sh',
      length: files['nodes/clean.sh'].length,
      read: true,
      notes: [],
    });
    expect(lines).toContainEqual({
      stage: 'links',
      kind: 'calls',
      from: 1,
      site: { kind: 'remote', name: '$peer' },
      to: { kind: 'file', path: './clean.sh' },
      found: [0],
    });
  });

  it('has facts with their conditions, sites, and judgements with every step', async () => {
    const script = `${NODE_SCRIPT}docker exec etcd crictl ps\nif command -v docker; then docker rm -f etcd; fi\n`;
    const { err } = await given({ 'nodes/join.sh': script }).run(['--debug', 'documents,facts,sites,judgements']);
    const lines: Record<string, unknown>[] = err
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const of = (stage: string) => lines.filter((line) => line.stage === stage);
    expect(of('documents')).toMatchObject([{ number: 0, path: 'nodes/join.sh', language: 'shell' }]);
    expect(of('sites')).toEqual([{ stage: 'sites', document: 0, kind: 'container', name: 'etcd' }]);
    expect(of('facts').find(({ text }) => text === 'docker rm -f etcd')).toMatchObject({
      kind: 'command',
      line: 5,
      polarity: 'uses',
      conditions: ['presence (line 5)'],
    });
    expect(
      of('judgements').find(({ line, cause }) => line === 5 && cause !== 'docker-cli-command/probe'),
    ).toMatchObject({
      rule: 'docker-cli-command',
      place: 'node',
      steps: ['cell: error', 'condition: notice'],
      severity: 'notice',
    });
  });

  it('refuses a stage that it does not know', async () => {
    const { code, err } = await given({ 'a.sh': 'true\n' }).run(['--debug', 'fact']);
    expect([code, err]).toEqual([
      2,
      'dockershim-lint: Unknown stage "fact". Did you mean "facts"? Stages: files, documents, facts, sites, links, places, judgements.\n',
    ]);
  });
});

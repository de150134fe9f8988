import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder } from '../support/command-line.ts';

let folder: Folder;
afterEach(() => folder?.remove());

const CHART = {
  'agent/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
  'agent/values.yaml': 'socket: /var/run/docker.sock\n',
  'agent/templates/cm.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\ndata:\n  socket: {{ .Values.socket }}\n',
};

describe('render', () => {
  it('prints what helm template prints', async () => {
    folder = createFolder({ ...CHART, 'mine.yaml': 'socket: /a\n' });
    const { code, out, err } = await folder.run([
      'render',
      'agent',
      '--release-name',
      'prod',
      '--values',
      'mine.yaml',
      '--set',
      'socket=/b',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(
      '---\n# Source: agent/templates/cm.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: prod\ndata:\n  socket: /b\n',
    );
  });

  it('reads packaged sub-charts, as helm does', async () => {
    folder = createFolder(CHART);
    const sub = {
      'sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 0.1.0\n',
      'sub/templates/a.yaml': 'kind: Sub\n',
    };
    folder.write(sub);
    mkdirSync(join(folder.path, 'agent/charts'));
    execFileSync('tar', ['-czf', 'agent/charts/sub-0.1.0.tgz', 'sub'], { cwd: folder.path });
    const { code, out, err } = await folder.run(['render', 'agent']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('# Source: agent/charts/sub/templates/a.yaml\nkind: Sub\n');
  });

  it('shows where each line comes from', async () => {
    folder = createFolder(CHART);
    const { out } = await folder.run(['render', 'agent', '--trace']);
    expect(out.split('\n').map((line) => line.replace(/ +\|/, ' |'))).toEqual([
      '# Source: templates/cm.yaml',
      'templates/cm.yaml:1 | apiVersion: v1',
      'templates/cm.yaml:2 | kind: ConfigMap',
      'templates/cm.yaml:3 | metadata:',
      'templates/cm.yaml:4 |   name: release-name',
      'templates/cm.yaml:5 | data:',
      'templates/cm.yaml:6 values.yaml:1 |   socket: /var/run/docker.sock',
      ' |',
      '',
    ]);
  });

  it('stops where helm stops', async () => {
    folder = createFolder({ ...CHART, 'agent/templates/bad.yaml': '{{ fail "no" }}' });
    const { code, out, err } = await folder.run(['render', 'agent']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/Error: .*no/);
  });

  it('stops where the schema of the values stops helm, unless it is told not to ask it', async () => {
    const schema = { properties: { socket: { pattern: '^/run/' } }, required: ['name'] };
    folder = createFolder({ ...CHART, 'agent/values.schema.json': JSON.stringify(schema) });
    expect(await folder.run(['render', 'agent'])).toEqual({
      code: 1,
      out: '',
      err: [
        "Error: values don't meet the specifications of the schema(s) in the following chart(s):",
        'agent:',
        '- (root): name is required',
        "- socket: Does not match pattern '^/run/'",
        '',
      ].join('\n'),
    });
    const { code, out } = await folder.run(['render', 'agent', '--skip-schema-validation']);
    expect([code, out]).toEqual([0, expect.stringContaining('socket: /var/run/docker.sock')]);
  });

  it('takes the time that one chart needs, more than it gets among others', async () => {
    const template = '{{ range until 900000 }}{{ $_ := add 1 2 }}{{ end }}a: 1\n';
    folder = createFolder({ ...CHART, 'agent/templates/long.yaml': template });
    const { code, out } = await folder.run(['render', 'agent']);
    expect([code, out]).toEqual([0, expect.stringContaining('a: 1')]);
  });

  it('reads nothing outside the chart', async () => {
    folder = createFolder({ ...CHART, 'secret.yaml': 'apiVersion: v1\nkind: Secret\n' });
    symlinkSync(join(folder.path, 'secret.yaml'), join(folder.path, 'agent/templates/link.yaml'));
    expect((await folder.run(['render', 'agent'])).out).not.toContain('Secret');
  });

  it.each([
    [['render'], 'render takes one chart folder.'],
    [['render', 'a', 'b'], 'render takes one chart folder.'],
    [['render', 'nothing'], 'nothing is not a chart folder: it has no Chart.yaml.'],
  ])('%j is wrong usage', async (args, sentence) => {
    folder = createFolder();
    expect(await folder.run(args)).toEqual({ code: 2, out: '', err: `dockershim-lint: ${sentence}\n` });
  });
});

/** The language server as editors use it: a process that speaks the protocol. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createFolder, type Folder, NODE_SCRIPT, runIn } from '../support/command-line.ts';
import { buildServer, type Editor, startEditor } from '../support/editor.ts';
import { ruleGroups } from '../support/rule-groups.ts';
import { tar } from '../support/tar.ts';

let dist: string;
let editor: Editor | undefined;
const folders: Folder[] = [];

beforeAll(() => {
  dist = buildServer();
});
afterEach(async () => {
  await editor?.quit();
  editor = undefined;
  for (const folder of folders.splice(0)) folder.remove();
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

function given(files: Readonly<Record<string, string>>): string {
  const folder = createFolder(files);
  folders.push(folder);
  return folder.path;
}

async function edit(...args: readonly string[]): Promise<Editor> {
  editor = await startEditor(dist, args);
  return editor;
}

const START = { line: 0, character: 0 };
const WHOLE = { start: START, end: { line: 10_000, character: 0 } };
/** `2:0-2:6 error docker-cli-command`, counted as the protocol does. */
const summary = ({ range: { start, end }, severity, code }: Diagnostic) =>
  `${start.line}:${start.character}-${end.line}:${end.character} ${['', 'error', 'warning', 'notice'][severity ?? 0]} ${code}`;
/** Always plain: that is what every editor understands. */
const text = (problem: Diagnostic | undefined) => String(problem?.message);
const applied = (path: string, edits: readonly TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, readFileSync(path, 'utf8')), [...edits]);

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A finding of the JSON report in the words of `summary`. */
function lineOf(folder: string, { location, severity, rule, message }: JsonFinding): string {
  const place = ({ line, column }: Place) => `${line - 1}:${column - 1}`;
  const uri = pathToFileURL(join(folder, location.path)).href;
  return `${uri} ${place(location.start)}-${place(location.end)} ${severity} ${rule} ${message}`;
}

interface JsonFinding {
  /** Each of which an editor shows in its own place. */
  readonly also?: readonly JsonFinding[];
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly location: { readonly path: string; readonly start: Place; readonly end: Place };
}

const CHART = {
  'Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 1.0.0\n',
  'values.yaml': 'socket: /run/containerd/containerd.sock\n',
  'templates/agent.yaml': [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: agent',
    'spec:',
    '  containers:',
    '    - name: agent',
    '      image: example.com/agent:1',
    '      volumeMounts:',
    '        - { name: socket, mountPath: /socket }',
    '  volumes:',
    '    - name: socket',
    '      hostPath:',
    '        path: {{ .Values.socket }}',
    '',
  ].join('\n'),
};
const inFolder = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

describe('what is found', () => {
  it('is what the command line finds, in the examples of all rule pages', async () => {
    const groups = ruleGroups();
    const top = given({});
    for (const { name, files } of groups)
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(top, name, path)), { recursive: true });
        writeFileSync(join(top, name, path), text);
      }
    const started = await edit(...groups.map(({ name }) => join(top, name)));
    const shown = [...(await started.allProblems())].flatMap(([uri, diagnostics]) =>
      diagnostics.map((one) => `${uri} ${summary(one)} ${text(one).split('\n')[0]}`),
    );
    const found: string[] = [];
    for (const { name } of groups) {
      const { out } = await runIn(join(top, name), ['--format', 'json']);
      const findings: readonly JsonFinding[] = JSON.parse(out).findings;
      for (const finding of findings.flatMap((one) => [one, ...(one.also ?? [])]))
        found.push(lineOf(join(top, name), finding));
    }
    expect(found.length).toBeGreaterThan(150);
    expect(shown.sort()).toEqual(found.sort());
  });

  it('is about the text of the editor, not about that of the disk, until the editor lets it go', async () => {
    const folder = given({ 'nodes/join.sh': NODE_SCRIPT });
    const file = join(folder, 'nodes/join.sh');
    const { open, change, close, problems } = await edit(folder);
    expect((await problems(file)).map(summary)).toEqual(['2:0-2:6 error docker-cli-command']);
    open(file, NODE_SCRIPT.replace('docker ps\n', '\n\ndocker ps\n'));
    expect((await problems(file)).map(summary)).toEqual(['4:0-4:6 error docker-cli-command']);
    change(file, NODE_SCRIPT.replace('docker ps', 'crictl ps'));
    expect(await problems(file)).toEqual([]);
    close(file);
    expect((await problems(file)).map(summary)).toEqual(['2:0-2:6 error docker-cli-command']);
  });

  it('follows a value of a chart into its templates and back', async () => {
    const folder = given(inFolder('charts/agent', CHART));
    const values = join(folder, 'charts/agent/values.yaml');
    const { open, change, problems, allProblems } = await edit(folder);
    expect((await allProblems()).size).toBe(0);
    open(values, 'socket: /var/run/docker.sock\n');
    const [problem] = await problems(values);
    expect(problem && summary(problem)).toBe('0:8-0:28 error docker-socket-mount');
    expect(problem?.relatedInformation?.map(({ location, message }) => [location, message])).toContainEqual([
      {
        uri: pathToFileURL(join(folder, 'charts/agent/templates/agent.yaml')).href,
        range: { start: { line: 13, character: 14 }, end: { line: 13, character: 34 } },
      },
      'used here',
    ]);
    change(values, 'socket: /run/containerd/containerd.sock\n');
    expect(await problems(values)).toEqual([]);
  });

  it('says why, what to write and where the page of the rule is', async () => {
    const folder = given({ 'nodes/join.sh': NODE_SCRIPT });
    const { problems } = await edit(folder);
    const [problem] = await problems(join(folder, 'nodes/join.sh'));
    expect(problem?.source).toBe('dockershim-lint');
    expect(problem?.codeDescription?.href).toMatch(/^https:.*\/docs\/rules\/docker-cli-command\.md$/);
    expect(text(problem).split('\n').length).toBe(3);
    expect(text(problem)).toContain('\nInstead: ');
    expect(text(problem)).toContain('crictl ps');
  });

  it('is judged by the configuration of the folder and by the options of the server, and follows the disk', async () => {
    const folder = given({
      'nodes/join.sh': NODE_SCRIPT,
      '.dockershim.yaml': 'rules:\n  docker-cli-command: notice\n',
    });
    const file = join(folder, 'nodes/join.sh');
    editor = await startEditor(dist, [folder], ['--stdio', '--target-runtime', 'cri-dockerd']);
    const { problems, changedOnDisk } = editor;
    expect((await problems(file)).map(summary)).toEqual(['2:0-2:6 notice docker-cli-command']);
    writeFileSync(join(folder, '.dockershim.yaml'), 'rules:\n  docker-cli-command: off\n');
    changedOnDisk(join(folder, '.dockershim.yaml'));
    expect(await problems(file)).toEqual([]);
  });

  it('stays as it was while the configuration is wrong, which a person is told once', async () => {
    const folder = given({ 'nodes/join.sh': NODE_SCRIPT });
    const file = join(folder, 'nodes/join.sh');
    const { open, change, problems, changedOnDisk, messages } = await edit(folder);
    await problems(file);
    writeFileSync(join(folder, '.dockershim.yaml'), 'fail-onn: error\n');
    changedOnDisk(join(folder, '.dockershim.yaml'));
    expect((await problems(file)).map(summary)).toEqual(['2:0-2:6 error docker-cli-command']);
    open(file, NODE_SCRIPT);
    await problems(file);
    change(file, NODE_SCRIPT);
    await problems(file);
    expect(messages).toEqual(['dockershim-lint: .dockershim.yaml:1: Unknown key "fail-onn". Did you mean "fail-on"?']);
  });

  it('is shown on a packaged chart, which no editor opens', async () => {
    const folder = given({ 'charts/README.md': '' });
    const file = join(folder, 'charts/agent-1.0.0.tgz');
    const chart = { ...CHART, 'values.yaml': 'socket: /var/run/docker.sock\n' };
    const entries = Object.entries(chart).map(([path, text]) => ({ name: `agent/${path}`, text }));
    writeFileSync(file, gzipSync(tar(entries)));
    const { problems, actions } = await edit(folder);
    const [problem] = await problems(file);
    expect(problem && [summary(problem), text(problem).split(': ')[0]]).toEqual([
      '0:0-0:0 error docker-socket-mount',
      'values.yaml:1',
    ]);
    expect(await actions(file, WHOLE)).toEqual([]);
  });
});

describe('what is looked at', () => {
  it('is a file of no folder by itself, with its chart around it, until it is closed', async () => {
    const folder = given({
      ...inFolder('agent', CHART),
      'agent/values.yaml': 'socket: /var/run/docker.sock\n',
      'join.sh': NODE_SCRIPT,
    });
    const [values, script] = [join(folder, 'agent/values.yaml'), join(folder, 'join.sh')];
    const { open, close, allProblems } = await edit();
    open(values, readFileSync(values, 'utf8'));
    const shown = await allProblems();
    expect([...shown].map(([uri, list]) => [uri, list.map(summary)])).toEqual([
      [pathToFileURL(values).href, ['0:8-0:28 error docker-socket-mount']],
    ]);
    open(script, NODE_SCRIPT);
    close(values);
    const rest = [...(await allProblems())].filter(([, list]) => list.length > 0);
    expect(rest.map(([uri]) => uri)).toEqual([pathToFileURL(script).href]);
  });

  it('are the folders of the workspace, as they come and go, one inside another only once', async () => {
    const folder = given({ 'a/nodes/join.sh': NODE_SCRIPT, 'b/nodes/join.sh': NODE_SCRIPT });
    const [a, b] = [join(folder, 'a'), join(folder, 'b')];
    const { changeFolders, allProblems, published } = await edit(a, join(a, 'nodes'));
    const files = async () => [...(await allProblems())].filter(([, list]) => list.length > 0).map(([uri]) => uri);
    expect(await files()).toEqual([pathToFileURL(join(a, 'nodes/join.sh')).href]);
    expect(published.length).toBe(1);
    changeFolders([b], [a]);
    expect(await files()).toEqual([pathToFileURL(join(b, 'nodes/join.sh')).href]);
  });

  it('is the last of many texts that come quickly', async () => {
    const folder = given({ 'nodes/join.sh': NODE_SCRIPT });
    const file = join(folder, 'nodes/join.sh');
    const { open, change, problems, published } = await edit(folder);
    open(file, NODE_SCRIPT);
    await problems(file);
    const before = published.length;
    for (let lines = 1; lines <= 30; lines++) change(file, `${NODE_SCRIPT}${'\n'.repeat(lines)}docker ps\n`);
    expect((await problems(file)).map(summary)[1]).toBe('33:0-33:6 error docker-cli-command');
    const versions = published.slice(before).map(({ version }) => version);
    expect(versions.at(-1)).toBe(31);
    expect(versions.length).toBeLessThan(10);
  });
});

describe('fixes', () => {
  const KUBELET =
    '#!/bin/sh\nkubeadm join 10.0.0.1:6443\nkubelet --network-plugin=cni --cni-bin-dir=/opt/cni/bin --v=2\n';

  it('are offered where they stand, and all safe ones of a file at once, as the command line writes them', async () => {
    const folder = given({ 'nodes/join.sh': KUBELET });
    const file = join(folder, 'nodes/join.sh');
    const { open, actions, capabilities } = await edit(folder);
    expect(capabilities.codeActionProvider).toEqual({ codeActionKinds: ['quickfix', 'source.fixAll.dockershim-lint'] });
    open(file, KUBELET);
    const [first, second, all, ...more] = await actions(file, WHOLE);
    expect([first?.title, second?.title, all?.title, more]).toEqual([
      'Remove it',
      'Remove it',
      'Apply all safe fixes of dockershim-lint',
      [],
    ]);
    expect([first?.isPreferred, first?.diagnostics?.map(summary)]).toEqual([
      true,
      ['2:8-2:28 error kubelet-dockershim-flag'],
    ]);
    const fixed = applied(file, Object.values(all?.edit?.changes ?? {})[0] ?? []);
    await runIn(folder, ['--fix']);
    expect(fixed).toBe(readFileSync(file, 'utf8'));
    expect(fixed).toContain('\nkubelet --v=2\n');
  });

  it('that are not the same as before say so, and are never the preferred ones', async () => {
    const folder = given({ 'nodes/join.sh': NODE_SCRIPT });
    const file = join(folder, 'nodes/join.sh');
    const { open, actions } = await edit(folder);
    open(file, NODE_SCRIPT);
    const [fix, ...more] = await actions(file, { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } });
    expect([fix?.title, fix?.isPreferred, more]).toEqual([
      'Write crictl ps (only where nodes run the new runtime)',
      false,
      [],
    ]);
    expect(await actions(file, WHOLE, ['source.fixAll'])).toEqual([]);
    expect(await actions(file, { start: START, end: START })).toEqual([]);
  });
});

describe('hover', () => {
  it('has the words of the finding and of its page, and nothing elsewhere', async () => {
    const folder = given({ 'nodes/join.sh': NODE_SCRIPT });
    const file = join(folder, 'nodes/join.sh');
    const { open, hover } = await edit(folder);
    open(file, NODE_SCRIPT);
    const shown = await hover(file, 2, 2);
    const words = (shown?.contents as { value: string } | undefined)?.value ?? '';
    expect(words.split('\n')[0]).toMatch(/^\*\*error\*\* \[docker-cli-command\]\(https:/);
    expect(words).toContain('**Where**: on the node: ');
    expect([...words.matchAll(/^#### (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Why',
      'Instead',
      'When it is fine',
    ]);
    expect(words).not.toMatch(/\]\((?!https:)/);
    expect(shown?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 6 } });
    expect(await hover(file, 0, 0)).toBeNull();
  });
});

describe('the process', () => {
  it('ends with status 0 when the editor says so', async () => {
    const started = await startEditor(dist, []);
    expect(await started.quit()).toBe(0);
  });
});

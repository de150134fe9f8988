/** The playground as it is built: one page, whose script is run here with nothing but what a browser's thread has. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundPage } from '../../scripts/playground/build.ts';
import { RULE_IDS } from '../../src/model/rule-id.ts';
import type { Answer, Question } from '../../src/playground/messages.ts';
import { runIn } from '../support/command-line.ts';
import { ruleGroups } from '../support/rule-groups.ts';

let page = '';
let script = '';

beforeAll(async () => {
  page = await playgroundPage();
  script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
});

/** A thread of a browser: no Node, no network, no document. */
function startThread(): (question: Omit<Question, 'id'>) => Answer {
  let listener: ((event: { data: Question }) => void) | undefined;
  const answers: Answer[] = [];
  const context = createContext({
    ...{ TextEncoder, TextDecoder, URL, atob, btoa, performance },
    addEventListener: (_: string, act: typeof listener) => {
      listener = act;
    },
    postMessage: (answer: Answer) => answers.push(structuredClone(answer)),
  });
  new Script(script).runInContext(context);
  let id = 0;
  return (question) => {
    listener?.({ data: { ...question, id: ++id } });
    const answer = answers.at(-1);
    if (answer?.id !== id) throw new Error('The thread did not answer.');
    return answer;
  };
}

const TODAY = { runtime: undefined, minor: undefined, today: '2026-11-25' };

describe('the thread', () => {
  const top = mkdtempSync(join(tmpdir(), 'dockershim-playground-'));
  afterAll(() => rmSync(top, { recursive: true, force: true }));

  it('finds what the command line finds, in the examples of all rule pages, with the same frames', async () => {
    const ask = startThread();
    let total = 0;
    for (const { name, files } of ruleGroups()) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(top, name, path)), { recursive: true });
        writeFileSync(join(top, name, path), text);
      }
      const { findings, sentences, problem } = ask({
        ...TODAY,
        files: Object.entries(files).map(([path, text]) => ({ path, text })),
      });
      const { out } = await runIn(join(top, name), ['--output', 'text=-', '--output', 'json=report.json']);
      const report = JSON.parse(readFileSync(join(top, name, 'report.json'), 'utf8'));
      const shown = findings.map((one) => [one.rule, one.severity, one.path, one.start, one.end, one.message]);
      const found = report.findings.map((one: JsonFinding) => [
        ...[one.rule, one.severity, one.location.path],
        ...[one.location.start, one.location.end].map(({ line, column }) => ({ line, column })),
        one.message,
      ]);
      expect([name, problem, shown]).toEqual([name, undefined, found]);
      expect(findings.filter(({ frame }) => !out.includes(frame))).toEqual([]);
      expect(out).toContain(sentences[0]);
      total += findings.length;
    }
    expect(total).toBeGreaterThan(150);
  });

  it('says what is wrong with a configuration, and judges by what a person chose before it', () => {
    const ask = startThread();
    const script = { path: 'join.sh', text: '#!/bin/sh\nkubeadm join a\ndocker ps\n' };
    const broken = ask({ ...TODAY, files: [script, { path: '.dockershim.yaml', text: 'fail-onn: error\n' }] });
    expect([broken.findings, broken.problem]).toEqual([
      [],
      '.dockershim.yaml:1: Unknown key "fail-onn". Did you mean "fail-on"?',
    ]);
    const files = [script, { path: '.dockershim.yaml', text: 'target-runtime: cri-o\nexclude: ["b.sh"]\n' }];
    expect(ask({ ...TODAY, files }).findings[0]?.because).toContain('CRI-O');
    expect(ask({ ...TODAY, files, runtime: 'containerd' }).findings[0]?.because).toContain('containerd');
    expect(ask({ ...TODAY, files: [{ ...script, path: 'b.sh' }, ...files] }).findings.map(({ path }) => path)).toEqual([
      'join.sh',
    ]);
  });
});

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly location: {
    readonly path: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

describe('the page', () => {
  it('is the same bytes for the same sources', async () => {
    expect(await playgroundPage()).toBe(page);
  });

  it('allows its own script and style and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const digest = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
    expect(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toBe(
      `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types playground`,
    );
    expect(page.replace(script, '').match(/\b(?:src|href|action)="[^"]*"/g)).toEqual([
      'href="https://github.com/dockershim-lint/dockershim-lint"',
    ]);
  });

  it('makes text of texts: no source of it writes HTML or runs a text', () => {
    const folder = 'src/playground';
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const writers = sources.filter((name) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|DOMParser|\beval\b|new Function|setAttribute\('on/.test(
        readFileSync(join(folder, name), 'utf8'),
      ),
    );
    expect(writers).toEqual([]);
  });

  it('stands in the site beside its pages, none of which has its address', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(scripts.site).toBe('mkdocs build --strict && npm run playground -- --outdir .cache/site/playground');
    expect(readdirSync('docs').filter((name) => name.replace('.md', '') === 'playground')).toEqual([]);
  });

  it('knows the example of every rule page that leads to it', () => {
    for (const rule of RULE_IDS) {
      const links = readFileSync(`docs/rules/${rule}.md`, 'utf8').match(/\/playground\/#[\w-]+/g);
      expect(links).toEqual([`/playground/#${rule}`]);
    }
    expect(new Set(ruleGroups().map(({ rule }) => rule))).toEqual(new Set(RULE_IDS));
  });
});

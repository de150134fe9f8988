/** Whole runs over repositories that somebody wrote to stop the linter: each ends after few steps, with the other findings intact. */
import { describe, expect, it } from 'vitest';
import { type Files, lintTexts, summaries } from '../support/in-memory.ts';
import { SOCKET_POD } from '../support/socket-pod.ts';
import { withSteps } from '../support/steps.ts';

const honest = {
  'deploy/agent.yaml': SOCKET_POD,
};
const FOUND = 'deploy/agent.yaml:6:40 error docker-socket-mount "/var/run/docker.sock"';

/** A script whose variable `x` holds that many words. */
const listOf = (count: number) => `#!/bin/sh\nx="${Array.from({ length: count }, (_, i) => `app${i}`).join(' ')}"\n`;
/** Functions of which each prints, so many times, what the next one prints. */
const printers = (count: number, times: number) =>
  Array.from(
    { length: count },
    (_, i) => `f${i}() { echo ${i < count - 1 ? `$(f${i + 1}) `.repeat(times) : 'a b c'}; }\n`,
  ).join('');

const hostile: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'two documents of 850 brackets, which stop a parser for good': {
    'x.yaml': `# docker\n${'['.repeat(850)}\n---\n${'['.repeat(850)}\n`,
  },
  'dashes nested 2,000 deep': { 'x.yaml': `# docker\n${'- '.repeat(2000)}x\n` },
  'a map of 30,000 keys': {
    'x.yaml': `# docker\n${Array.from({ length: 30_000 }, (_, i) => `key${i}: ${i}`).join('\n')}\n`,
  },
  'aliases of aliases of aliases': {
    'x.yaml': `# docker\na0: &a0 [docker]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`).join('\n')}\n`,
  },
  'braces that nothing closes': { 'x.yaml': `# docker\n${'{{ '.repeat(130_000)}` },
  'substitutions nested 5,000 deep': { 'x.sh': `#!/bin/sh\ndocker ps\n${'echo $('.repeat(5_000)}` },
  'substitutions that end, nested 100 deep': {
    'x.sh': `#!/bin/sh\n${'echo $('.repeat(100)}docker ps${')'.repeat(100)}\n`,
  },
  'a word of one megabyte': { 'x.sh': `#!/bin/sh\ndocker ps ${'a'.repeat(1_000_000)}\n` },
  '20,000 here-documents': { 'x.sh': `#!/bin/sh\n${'cat > /etc/docker/daemon.json <<EOF\n{}\nEOF\n'.repeat(5_000)}` },
  'a ConfigMap in a ConfigMap in a ConfigMap…': { 'x.yaml': nestedConfigMaps(12) },
  'a list of 250 words in a variable that 400 lines name': {
    'x.sh': `${listOf(250)}${'docker run $x\n'.repeat(400)}`,
  },
  'a list of 250 words in a variable that one line names 10,000 times': {
    'x.sh': `${listOf(250)}docker run ${'$x '.repeat(10_000)}\n`,
  },
  'a list of 250 words in a variable that one word names 100,000 times': {
    'x.sh': `${listOf(250)}docker run ${'$x'.repeat(100_000)}\n`,
  },
  'a list that a function prints for 400 lines': {
    'x.sh': `#!/bin/sh\nf() {\n  echo ${'a '.repeat(9_000)}\n}\n${'docker run $(f)\n'.repeat(400)}`,
  },
  'functions that print what others print, 12 times each': {
    'x.sh': `#!/bin/sh\n${printers(7, 12)}docker run $(f0)\n`,
  },
  'a list of 250 words in a variable that 400 instructions name': {
    Dockerfile: `FROM scratch\nENV x="${'a '.repeat(250)}"\n${'RUN docker run $x\n'.repeat(400)}`,
  },
  'a line of 200 KB in a Dockerfile': { Dockerfile: `FROM scratch\nRUN docker ps ${'x '.repeat(100_000)}\n` },
  'a continuation of 50,000 lines': { Dockerfile: `FROM scratch\nRUN docker ps ${'\\\n  x '.repeat(50_000)}\n` },
  'a chart that includes itself': {
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'c/values.yaml': 'docker: true\n',
    'c/templates/x.yaml': '{{ define "x" }}{{ include "x" . }}{{ end }}a: {{ include "x" . }}\n',
    'c/templates/y.yaml': '{{ $s := "docker" }}{{ range until 60 }}{{ $s = print $s $s }}{{ end }}a: {{ $s }}\n',
    'c/templates/z.yaml': 'a: {{ repeat 1000000000 "docker" }}\n',
  },
  'regular expressions that go back and forth': {
    'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n',
    'c/templates/x.yaml': `docker: {{ regexMatch "(a+)+$" "${'a'.repeat(5000)}b" }}\n`,
  },
  'strange bytes': { 'x.yaml': 'docker: \u0000\u202e\ud800\n', 'x.sh': '\u0000docker \ud800 ps\n' },
};

describe('a hostile file beside an honest one', () => {
  it.each(Object.entries(hostile))('%s', (_name, files) => {
    const { value: result, taken } = withSteps(() => lintTexts({ ...honest, ...files }));
    expect(summaries(result.findings)).toContain(FOUND);
    const notes = [...result.coverage.partly, ...result.coverage.notUnderstood];
    expect(notes.filter((note) => note.code === 'internal')).toEqual([]);
    expect(taken).toBeLessThan(100_000_000);
  });
});

describe('what is left out is said', () => {
  const codes = (files: Files) => {
    const { coverage } = lintTexts(files);
    return [...coverage.notUnderstood, ...coverage.partly].map((note) => `${note.path} ${note.code} ${note.coverage}`);
  };

  it('for a list in a variable that hundreds of lines name', () => {
    expect(codes({ 'x.sh': `${listOf(250)}${'docker run $x\n'.repeat(400)}` })).toEqual(['x.sh budget partly']);
    expect(codes({ 'x.sh': `${listOf(250)}${'docker run $x\n'.repeat(40)}` })).toEqual([]);
  });

  it('for nesting over the limit', () => {
    expect(codes({ 'x.yaml': `docker: ${'['.repeat(300)}\n` })).toEqual(['x.yaml too-deep not']);
  });

  it('for texts inside texts', () => {
    expect(codes({ 'x.yaml': nestedConfigMaps(12) })).toEqual(['x.yaml too-deep partly']);
  });

  it('for a template that asks for too much', () => {
    expect(codes(hostile['a chart that includes itself'] ?? {})).toEqual([
      'c/templates/x.yaml budget partly',
      'c/templates/y.yaml budget partly',
      'c/templates/z.yaml budget partly',
    ]);
  });
});

/** Manifests as block scalars of manifests; each level is indented by four more. */
function nestedConfigMaps(depth: number): string {
  let text = 'docker ps\n';
  for (let i = 0; i < depth; i++) {
    const body = text.replace(/^(?=.)/gm, '    ');
    text = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: level-${i}\ndata:\n  ${i === 0 ? 'run.sh' : 'inner.yaml'}: |\n${body}`;
  }
  return text;
}

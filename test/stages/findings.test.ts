/** How reports become findings: one for each rule and place, the worse one, with a fingerprint that survives edits. */
import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/judge.ts';
import type { Document, Language } from '../../src/model/document.ts';
import { PLAINLY } from '../../src/model/fact.ts';
import type { Place } from '../../src/model/place.ts';
import type { RuleId } from '../../src/model/rule-id.ts';
import { relatedText } from '../../src/report/reasons.ts';
import { toFindings } from '../../src/stages/findings.ts';
import { type RuleReport, type Weighing, weigh } from '../../src/stages/weighing.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';
import { lintTexts } from '../support/in-memory.ts';

const WEIGHING: Weighing = {
  target: { runtime: 'containerd', minor: 38 },
  levelOf: () => undefined,
  usedWhen: () => undefined,
  open: (conditions) => conditions,
};

interface Written {
  readonly rule?: RuleId;
  readonly cause?: Cause;
  readonly path?: string;
  readonly text?: string;
  /** The characters that it points at. */
  readonly on?: string;
  readonly place?: Place;
  readonly language?: Language;
  readonly related?: readonly string[];
}

function report({
  rule = 'docker-cli-command',
  cause = 'docker-cli-command',
  path = 'a.sh',
  text = 'docker ps\n',
  on = 'docker',
  place = 'node',
  language = 'shell',
  related = [],
}: Written): RuleReport {
  const view = fileView(createSource(path, text));
  const document: Document = {
    language,
    view,
    path,
    label: path,
    parent: undefined,
    object: undefined,
    target: undefined,
  };
  const tokenOn = (word: string) => ({
    text: word,
    view,
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
  });
  return {
    rule,
    placement: { place, evidence: [] },
    report: {
      cause,
      document,
      at: tokenOn(on),
      certainty: 'literal',
      ...PLAINLY,
      message: cause,
      because: '',
      instead: '',
      related: related.map((word) => ({ at: tokenOn(word), message: word })),
    },
  };
}

function findings(reports: readonly Written[], weighing: Partial<Weighing> = {}) {
  return toFindings(reports.map((one) => weigh(report(one), { ...WEIGHING, ...weighing })));
}

describe('findings', () => {
  it('say nothing where the cause is harmless in that place', () => {
    expect(findings([{ place: 'dev' }])).toEqual([]);
  });

  it('keep one report for each rule and place, the loudest, with what the others show', () => {
    const text = 'docker ps | grep etcd\n';
    const found = findings([
      { text, cause: 'docker-cli-command/run', related: ['grep'] },
      { text, related: ['etcd'] },
      { text, cause: 'docker-cli-command/other' },
    ]);
    expect(found.map((one) => [one.severity, one.message])).toEqual([['error', 'docker-cli-command']]);
    expect(found[0]?.related.map(relatedText)).toEqual(['etcd', 'grep']);
  });

  it('show no place twice, and never the finding’s own', () => {
    expect(findings([{ related: ['ps', 'ps', 'docker'] }])[0]?.related.map(relatedText)).toEqual(['ps']);
  });

  it('drop the finding of a rule that another one on the same characters covers', () => {
    const same = { text: 'mount /var/run/docker.sock\n', on: '/var/run/docker.sock' };
    const found = findings([
      { ...same, rule: 'docker-socket-mount', cause: 'docker-socket-mount' },
      { ...same, rule: 'docker-socket-endpoint', cause: 'docker-socket-endpoint' },
    ]);
    expect(found.map((one) => one.rule)).toEqual(['docker-socket-mount']);
  });

  it('keep a covered finding that is louder', () => {
    const same = { text: 'mount /var/run/docker.sock\n', on: '/var/run/docker.sock' };
    const found = findings([
      { ...same, rule: 'docker-socket-mount', cause: 'docker-socket-mount/unused-volume' },
      { ...same, rule: 'docker-socket-endpoint', cause: 'docker-socket-endpoint' },
    ]);
    expect(found.map((one) => one.rule)).toContain('docker-socket-endpoint');
  });

  it('judge a value of a chart by what the chart does with it', () => {
    const same = { path: 'values.yaml', text: 'socket: x\n', on: 'x' };
    const found = findings([
      { ...same, language: 'helm-values', cause: 'docker-cli-command' },
      { ...same, language: 'kubernetes', cause: 'docker-cli-command/run' },
    ]);
    expect(found.map((one) => one.message)).toEqual(['docker-cli-command/run']);
  });

  it('stand in the order of path, line, end and rule', () => {
    const found = findings([
      { path: 'b.sh' },
      { path: 'a.sh', text: 'x docker ps\n', on: 'ps' },
      { path: 'a.sh', text: 'x docker ps\n', on: 'docker ps', cause: 'docker-cli-command/run' },
      { path: 'a.sh', text: 'x docker ps\n', on: 'docker', cause: 'docker-cli-command/kubernetes-words' },
    ]);
    expect(found.map((one) => [one.span.source.path, one.span.start, one.span.end])).toEqual([
      ['a.sh', 2, 8],
      ['a.sh', 2, 11],
      ['a.sh', 9, 11],
      ['b.sh', 0, 6],
    ]);
  });

  it('are one where one stands inside another and says the same', () => {
    const found = findings([{ on: 'docker ps' }, { on: 'ps' }, { on: 'docker' }]);
    expect(found.map(({ span }) => [span.start, span.end])).toEqual([[0, 9]]);
  });

  it('are one for a value that a chart takes apart, with the louder words', () => {
    const text = 'socketPath: /var/run/docker.sock\n';
    const parts = [
      { text, on: '/var/run', rule: 'docker-socket-parent-mount', cause: 'docker-socket-parent-mount' },
      { text, on: 'docker.sock', rule: 'docker-socket-endpoint', cause: 'docker-socket-endpoint' },
      {
        text,
        on: '/var/run/docker.sock',
        rule: 'docker-socket-endpoint',
        cause: 'docker-socket-endpoint/multi-runtime',
      },
    ] as const;
    expect(findings(parts).map(({ message, span }) => [message, span.start])).toEqual([['docker-socket-endpoint', 21]]);
  });

  it('are two for two words of one value', () => {
    const text = 'args: docker ps\n';
    const found = findings([
      { text, on: 'docker ps', cause: 'docker-cli-command/run' },
      { text, on: 'ps', cause: 'docker-cli-command' },
    ]);
    expect(found.map(({ message }) => message)).toEqual(['docker-cli-command/run', 'docker-cli-command']);
  });

  it('never end with a line break', () => {
    expect(findings([{ text: 'docker ps\n\n', on: 'docker ps\n\n' }])[0]?.span.end).toBe(9);
  });

  it('take the level that the configuration gives, and only where there is something to say', () => {
    expect(findings([{}], { levelOf: () => 'notice' }).map((one) => one.severity)).toEqual(['notice']);
    expect(findings([{}], { levelOf: () => 'off' })).toEqual([]);
    expect(findings([{ place: 'dev' }], { levelOf: () => 'error' })).toEqual([]);
  });
});

describe('a fingerprint', () => {
  const of = (...written: readonly Written[]) => findings(written).map((one) => one.fingerprint);

  it('stays the same when lines move and white space changes', () => {
    expect(of({ text: '\n\n  docker   ps\n' })).toEqual(of({ text: 'docker ps\n' }));
  });

  it('differs between rules, files and lines', () => {
    const all = [
      of({}),
      of({ path: 'b.sh' }),
      of({ text: 'docker images\n' }),
      of({ rule: 'docker-service-unit', cause: 'docker-service-unit' }),
    ];
    expect(new Set(all.flat()).size).toBe(4);
  });

  it('numbers equal lines of a file', () => {
    const text = 'docker ps\ndocker ps\n';
    const second = report({ text });
    const at = { ...second.report.at, start: 10, end: 16 };
    const both = toFindings(
      [report({ text }), { ...second, report: { ...second.report, at } }].map((one) => weigh(one, WEIGHING)),
    );
    expect(new Set(both.map((one) => one.fingerprint)).size).toBe(2);
    expect(both[0]?.fingerprint).toBe(of({ text: 'docker ps\n' })[0]);
  });
});

describe('a line that a condition keeps away from breaking', () => {
  const TASKS = 'roles/node/tasks/main.yml';
  const task = (when: string) => ({
    [TASKS]: `- command: kubeadm join\n- command: docker inspect a\n  when: ${when}\n`,
  });
  const unit = {
    'roles/node/templates/old.toml.j2':
      'version = 2\n[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]\nruntime_engine = "/usr/bin/crun"\n',
    [TASKS]: `- command: kubeadm join\n- template:\n    src: "{{ 'new.toml.j2' if containerd_version is version('2.0.0', '>=') else 'old.toml.j2' }}"\n    dest: /etc/containerd/config.toml\n`,
  };

  it.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
    [
      'the runtime',
      task('container_manager == "docker"'),
      'This only counts where the container runtime is Docker; other nodes skip it',
      'Delete this branch once no node uses Docker',
    ],
    [
      'whether Docker is there',
      { 'node.sh': 'kubeadm init\nif command -v docker; then\n  docker inspect a\nfi\n' },
      'This only counts where Docker is found; nodes without it skip it',
      'Delete this branch once no node has Docker',
    ],
    [
      'the version of Kubernetes',
      task("k8s_version is version('1.24', '<')"),
      'This only counts for Kubernetes before 1.24; newer nodes skip it',
      'Delete this branch once no node is older than 1.24',
    ],
    [
      'the version of containerd',
      unit,
      'This only counts for containerd before 2.0; newer nodes skip it',
      'Delete this branch once no node has a containerd before 2.0',
    ],
  ])('is told by its condition: %s', (_, files, message, instead) => {
    expect(lintTexts(files).findings.map((one) => [one.severity, one.message, one.instead])).toEqual([
      ['notice', message, instead],
    ]);
  });
});

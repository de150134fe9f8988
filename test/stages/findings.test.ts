/** How reports become findings: one for each rule and place, the worse one, with a fingerprint that survives edits. */
import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/judge.ts';
import type { Document, Language } from '../../src/model/document.ts';
import { PLAINLY } from '../../src/model/fact.ts';
import { LIMITS } from '../../src/model/limits.ts';
import type { Place } from '../../src/model/place.ts';
import type { RuleId } from '../../src/model/rule-id.ts';
import { relatedText } from '../../src/report/reasons.ts';
import type { Report } from '../../src/rules/rule.ts';
import { toFindings } from '../../src/stages/findings.ts';
import { type RuleReport, type Weighing, weigh } from '../../src/stages/weighing.ts';
import { createSource } from '../../src/text/source.ts';
import { fileView } from '../../src/text/view.ts';
import { lintTexts } from '../support/in-memory.ts';

const WEIGHING: Weighing = {
  target: { runtime: 'containerd', minor: 38 },
  levelOf: () => undefined,
  usedWhen: () => undefined,
  choices: { open: (conditions) => conditions, madeIn: () => undefined },
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
    const late = findings([{ on: 'ps' }, { on: 'docker' }, { on: 'docker ps' }]);
    expect(late.map(({ span }) => [span.start, span.end])).toEqual([[0, 9]]);
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

describe('where a finding is shown', () => {
  const shown = (text: string, start: number, end: number, isFixed = false) => {
    const one = report({ text });
    const at = { ...one.report.at, start, end };
    const fix = isFixed ? { at, replacement: 'x', safety: 'safe' as const } : undefined;
    const [found] = toFindings([weigh({ ...one, report: { ...one.report, at, fix } }, WEIGHING)]);
    return found && [found.span.start, found.span.end];
  };

  it.each<readonly [string, string, number, number, readonly number[]]>([
    ['at a word', 'a docker b', 2, 8, [2, 8]],
    ['without the blanks behind it', 'a docker  \n', 2, 11, [2, 8]],
    ['at the quotes of an empty value', 'key: ""\n', 6, 6, [5, 7]],
    ['at the single quotes of an empty value', "key: ''\n", 6, 6, [5, 7]],
    ['before the place of a missing value', 'key:  \n', 6, 6, [3, 4]],
    ['before a quote that closes nothing', 'key: "\n', 5, 5, [3, 4]],
    ['in the second line, not in the first', 'a:\n  b:\n', 7, 7, [6, 7]],
    ['nowhere but there on an empty line', 'a:\n\n', 3, 3, [3, 3]],
  ])('is %s', (_, text, start, end, span) => {
    expect(shown(text, start, end)).toEqual(span);
  });

  it('is where its fix writes', () => {
    expect(shown('key:  \n', 6, 6, true)).toEqual([6, 6]);
    expect(shown('key: ""\n', 6, 6, true)).toEqual([6, 6]);
    expect(shown('a docker  \n', 2, 11, true)).toEqual([2, 8]);
  });
});

describe('a fix', () => {
  const fixed = (path: string, otherPath: string | undefined, conditions: Report['conditions'] = []) => {
    const one = report({ path });
    const edit = (from: RuleReport) => ({ at: from.report.at, replacement: 'x' });
    const also = otherPath === undefined ? undefined : [edit(otherPath === path ? one : report({ path: otherPath }))];
    const fix = { ...edit(one), safety: 'unsafe' as const, also };
    const [found] = toFindings([weigh({ ...one, report: { ...one.report, fix, conditions } }, WEIGHING)]);
    return found?.fix && [found.fix.replacement, found.fix.safety, found.fix.also.length];
  };

  it.each<readonly [string, string, string | undefined, unknown]>([
    ['is written at its line', 'a.sh', undefined, ['x', 'unsafe', 0]],
    ['is written at several lines of one file', 'a.sh', 'a.sh', ['x', 'unsafe', 1]],
    ['is none where it would write in two files', 'a.sh', 'b.sh', undefined],
    ['is none in a chart that others have packed', 'charts/a-1.tgz/a/values.yaml', undefined, undefined],
    [
      'is none in a chart that others have packed in the longer way',
      'charts/a.tar.gz/values.yaml',
      undefined,
      undefined,
    ],
    ['is one in a folder that is only called so', 'charts/atgz/values.yaml', undefined, ['x', 'unsafe', 0]],
  ])('%s', (_, path, other, expected) => {
    expect(fixed(path, other)).toEqual(expected);
  });

  it('is none of a line that some condition keeps away from breaking', () => {
    const { at } = report({}).report;
    expect(fixed('a.sh', undefined, [{ kind: 'runtime', holds: true, at }])).toBeUndefined();
    expect(fixed('a.sh', undefined, [{ kind: 'runtime', holds: false, at }])).toEqual(['x', 'unsafe', 0]);
  });
});

describe('two things that one line says', () => {
  const line = { text: 'dockerd --ip-masq=false --iptables=false\n', rule: 'docker-daemon-config' } as const;
  const cause = 'docker-daemon-config';
  const other = 'docker-daemon-config/file';
  const told = (reports: readonly Written[]) =>
    findings(reports).map(({ span, related }) => [span.start, ...related.map(relatedText)]);

  it('are one finding where the same is to be done, which shows the other', () => {
    expect(
      told([
        { ...line, on: '--ip-masq=false', cause },
        { ...line, on: '--iptables=false', cause: other },
      ]),
    ).toEqual([[8, 'the same here']]);
  });

  it('are two in two lines, and of another rule', () => {
    const text = 'dockerd --ip-masq=false\ndockerd --iptables=false\n';
    expect(
      told([
        { ...line, text, on: '--ip-masq=false', cause },
        { ...line, text, on: '--iptables=false', cause: other },
      ]),
    ).toEqual([[8], [32]]);
    expect(
      told([
        { text: line.text, on: '--ip-masq=false', cause: 'docker-cli-command' },
        { text: line.text, on: '--iptables=false', cause: 'docker-cli-command/kubernetes-words' },
      ]),
    ).toEqual([[8], [24]]);
  });
});

describe('both texts of which a template takes one', () => {
  const told = (text: string) =>
    findings([
      { path: 'a.yaml', text, on: 'one.sock', cause: 'docker-cli-command/run' },
      { path: 'a.yaml', text, on: 'two.sock', cause: 'docker-cli-command' },
    ]).map(({ span, message }) => `${span.source.text.slice(span.start, span.end)} ${message}`);
  const apart = ['one.sock docker-cli-command/run', 'two.sock docker-cli-command'];

  it('are one finding, the louder one', () => {
    expect(told('path: {{ ternary "one.sock" "two.sock" .Values.a }}\n')).toEqual(['two.sock docker-cli-command']);
    expect(told('path: {{ .Values.a | ternary "one.sock" "two.sock" }}\n')).toEqual(['two.sock docker-cli-command']);
    const far = `${'# x\n'.repeat(200)}path: {{ ternary "one.sock" "two.sock" .Values.a }}\n`;
    expect(told(far)).toEqual(['two.sock docker-cli-command']);
  });

  it.each([
    'path: {{ list "one.sock" "two.sock" }}\n',
    'path: {{ ternary "one.sock" "x" .Values.a }} {{ ternary "two.sock" "y" .Values.a }}\n',
    'path: {{ ternary "x" "y" .Values.a }} one.sock two.sock\n',
    'path: ternary "one.sock" "two.sock"\n',
    'path: {{ ternary "one.sock" "two.sock"\n',
    'path: {{ ternaries "one.sock" "two.sock" }}\n',
  ])('are two where it takes both, or is no template: %s', (text) => {
    expect(told(text)).toEqual(apart);
  });
});

describe('the places that a finding shows', () => {
  it('are no more than reports list, those of the louder one first', () => {
    const words = Array.from({ length: LIMITS.relatedPlaces + 4 }, (_, i) => `w${String(i).padStart(3, '0')}`);
    const text = `docker ${words.join(' ')}\n`;
    const [found] = findings([
      { text, related: words.slice(0, 4), cause: 'docker-cli-command/run' },
      { text, related: words.slice(4) },
    ]);
    expect(found?.related.map(relatedText)).toEqual(words.slice(4).concat(words).slice(0, LIMITS.relatedPlaces));
  });
});

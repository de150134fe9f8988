/** What must hold for every repository, whatever it is: says what does not, or nothing. */
import type { InputFile } from '../../src/model/input.ts';
import type { LintResult } from '../../src/model/result.ts';
import { type Span, spanText } from '../../src/text/source.ts';
import { stepsTaken } from '../../src/text/steps.ts';
import { type Files, lintTexts } from '../support/in-memory.ts';
import { SOCKET_POD } from '../support/socket-pod.ts';

/** What every case takes at most: a file of a few kilobytes and its neighbour. */
const MOST_STEPS = 20_000;

interface Neighbour {
  readonly path: string;
  readonly text: string;
}

/** Healthy files whose findings no other file may take away; each language has other code that could be left in a bad state. */
export const NEIGHBOURS: readonly Neighbour[] = [
  {
    path: 'neighbour/agent.yaml',
    text: SOCKET_POD,
  },
  { path: 'neighbour/nodes/prepare.sh', text: '#!/bin/sh\nkubeadm join\nsystemctl restart docker\n' },
  { path: 'neighbour/nodes/user-data', text: '#cloud-config\npackages: [docker-ce, kubelet]\n' },
  { path: 'neighbour/kubelet.service', text: '[Unit]\nRequires=docker.service\n' },
  { path: 'neighbour/etc/default/kubelet', text: 'KUBELET_EXTRA_ARGS=--container-runtime=docker\n' },
  { path: 'neighbour/roles/node/tasks/main.yml', text: '- shell: kubeadm join && docker ps\n' },
  { path: 'neighbour/etc/docker/daemon.json', text: '{"exec-opts": ["native.cgroupdriver=systemd"]}\n' },
];

/** The findings of a neighbour by itself. Where a file runs, and so how bad they are, may come from other files. */
const own = new Map(NEIGHBOURS.map((one) => [one, findingsAlone(one)]));

export function findingsAlone(one: Neighbour): ReadonlySet<string> {
  return foundIn(lintTexts({ [one.path]: one.text }), one);
}

function foundIn({ findings }: LintResult, { path }: Neighbour): ReadonlySet<string> {
  const here = findings.filter(({ span }) => span.source.path === path);
  return new Set(here.map(({ rule, span }) => `${rule} ${span.start} ${spanText(span)}`));
}

const CHART = 'apiVersion: v2\nname: hostile\nversion: 1.0.0\n';

function filesOf({ path, text }: InputFile, neighbours: readonly Neighbour[]): Readonly<Record<string, string>> {
  const chart = /^(.*?)(?:templates\/|values\.yaml$)/.exec(path);
  const others = chart && !/(^|\/)roles\//.test(path) ? { [`hostile/${chart[1]}Chart.yaml`]: CHART } : {};
  const healthy = Object.fromEntries(neighbours.map((one) => [one.path, one.text]));
  return { ...others, [`hostile/${path}`]: text, ...healthy };
}

/** `number` chooses the neighbour; every sixteenth case has all of them, and is linted twice. */
export function check(file: InputFile, number: number): string | undefined {
  const isThorough = number % 16 === 0;
  const neighbours = isThorough ? NEIGHBOURS : NEIGHBOURS.filter((_, i) => i === number % NEIGHBOURS.length);
  const files = filesOf(file, neighbours);
  const before = stepsTaken();
  const result = lintTexts(files);
  const wrong =
    (stepsTaken() - before > MOST_STEPS ? 'takes too many steps' : undefined) ??
    internalNote(result) ??
    neighbours.map((one) => lostFinding(result, one)).find((one) => one !== undefined) ??
    spansOf(result)
      .map((span) => wrongSpan(span, files))
      .find((one) => one !== undefined);
  if (wrong !== undefined || !isThorough) return wrong;
  return written(result) === written(lintTexts(files)) ? undefined : 'a second run finds something else';
}

function lostFinding(result: LintResult, neighbour: Neighbour): string | undefined {
  const found = foundIn(result, neighbour);
  const lost = [...(own.get(neighbour) ?? [])].find((one) => !found.has(one));
  return lost === undefined ? undefined : `${neighbour.path} lost ${lost}`;
}

function notesOf({ coverage, notes }: LintResult) {
  return [...coverage.partly, ...coverage.notUnderstood, ...notes];
}

function internalNote(result: LintResult): string | undefined {
  return notesOf(result).find((note) => note.code === 'internal')?.message;
}

function spansOf(result: LintResult): readonly Span[] {
  const findings = [...result.findings, ...result.suppressed.map(({ finding }) => finding)];
  return [
    ...findings.flatMap(({ span, related }) => [span, ...related.map((one) => one.span)]),
    ...notesOf(result).flatMap(({ span }) => span ?? []),
  ];
}

function wrongSpan({ source, start, end }: Span, files: Files): string | undefined {
  if (files[source.path] !== source.text) return `a span has another text than its file ${source.path}`;
  if (start >= 0 && start <= end && end <= source.text.length) return undefined;
  return `the span ${start}-${end} does not stand in ${source.path} of ${source.text.length} characters`;
}

/** Everything that a report is made of. */
function written(result: LintResult): string {
  return (
    JSON.stringify(result, (key, value) => (key === 'source' ? value.path : value)) +
    result.findings.map(spanOf).join('\n')
  );
}

function spanOf({ span }: LintResult['findings'][number]): string {
  return spanText(span);
}

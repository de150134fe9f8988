/** What must hold for every repository, whatever it is: says what does not, or nothing. */
import type { InputFile } from '../../src/model/input.ts';
import type { LintResult } from '../../src/model/result.ts';
import { type Span, spanText } from '../../src/text/source.ts';
import { lintTexts, summaries } from '../support/in-memory.ts';

const NEIGHBOUR = 'healthy/agent.yaml';
const NEIGHBOUR_TEXT = [
  'apiVersion: v1',
  'kind: Pod',
  'metadata: {name: agent}',
  'spec:',
  '  containers: [{name: a, image: a, volumeMounts: [{name: s, mountPath: /s}]}]',
  '  volumes: [{name: s, hostPath: {path: /var/run/docker.sock}}]',
  '',
].join('\n');
const FOUND = `${NEIGHBOUR}:6:40 error docker-socket-mount "/var/run/docker.sock"`;
const CHART = 'apiVersion: v2\nname: hostile\nversion: 1.0.0\n';

function filesOf({ path, text }: InputFile): Readonly<Record<string, string>> {
  const chart = /^(.*?)(?:templates\/|values\.yaml$)/.exec(path);
  const others = chart && !/(^|\/)roles\//.test(path) ? { [`hostile/${chart[1]}Chart.yaml`]: CHART } : {};
  return { ...others, [`hostile/${path}`]: text, [NEIGHBOUR]: NEIGHBOUR_TEXT };
}

export function check(file: InputFile, twice: boolean): string | undefined {
  const files = filesOf(file);
  const result = lintTexts(files);
  const wrong =
    internalNote(result) ??
    (summaries(result.findings).includes(FOUND) ? undefined : 'the finding of the healthy neighbour is lost') ??
    spansOf(result)
      .map((span) => wrongSpan(span, files))
      .find((one) => one !== undefined);
  if (wrong !== undefined || !twice) return wrong;
  return written(result) === written(lintTexts(files)) ? undefined : 'a second run finds something else';
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

function wrongSpan({ source, start, end }: Span, files: Readonly<Record<string, string>>): string | undefined {
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

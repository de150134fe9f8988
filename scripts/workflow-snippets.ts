/** The pieces of workflows in our documents, each completed to a whole workflow that a checker can read. */

export interface Snippet {
  /** `docs/monorepos.md:6` */
  readonly place: string;
  readonly workflow: string;
}

const FENCE = /^```ya?ml\n([\s\S]*?)^```$/gm;

export function snippetsOf(path: string, markdown: string): readonly Snippet[] {
  return [...markdown.matchAll(FENCE)].flatMap((match): Snippet[] => {
    // Gitea takes whole addresses, which the checkers of GitHub's workflows do not know.
    const text = dedent(match[1] ?? '').replaceAll('uses: https://github.com/', 'uses: ');
    const workflow = complete(text);
    const line = markdown.slice(0, match.index).split('\n').length + 1;
    return workflow === undefined ? [] : [{ place: `${path}:${line}`, workflow }];
  });
}

/** Undefined for YAML that is no part of a workflow. */
function complete(text: string): string | undefined {
  // Azure Pipelines have steps too.
  if (/^\s*- (?:script|task|checkout):/m.test(text)) return undefined;
  const keys = text.split('\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? []);
  if (text.startsWith('- '))
    return /^\s*(?:- )?uses:/m.test(text) ? workflow(`${JOB}    steps:\n${indent(text, 6)}`) : undefined;
  if (keys.includes('jobs') || keys.includes('on')) {
    const [name, on, permissions] = [
      has(keys, 'name', NAME),
      has(keys, 'on', ON),
      has(keys, 'permissions', PERMISSIONS),
    ];
    const jobs = keys.includes('jobs') ? '' : `jobs:\n${JOB}    steps:\n      - run: make\n`;
    return `${name}${on}${permissions}${CONCURRENCY}${completeJobs(text)}\n${jobs}`;
  }
  return keys.includes('steps') ? workflow(`  lint:\n    name: lint\n${indent(text, 4)}`) : undefined;
}

const NAME = 'name: snippet\n';
const ON = 'on: pull_request\n';
const PERMISSIONS = 'permissions: {}\n';
const CONCURRENCY = 'concurrency:\n  group: snippet\n  cancel-in-progress: true\n';
const JOB = '  lint:\n    name: lint\n    runs-on: ubuntu-24.04\n';

function workflow(jobs: string): string {
  return `${NAME}${ON}${PERMISSIONS}${CONCURRENCY}jobs:\n${jobs}\n`;
}

/** A job that shows only its permissions gets a machine and a step; one that calls another workflow has neither. */
function completeJobs(text: string): string {
  return /^ {4}(?:steps|uses):/m.test(text) || !/^jobs:/m.test(text)
    ? text
    : `${text.trimEnd()}\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n`;
}

function has(keys: readonly string[], key: string, missing: string): string {
  return keys.includes(key) ? '' : missing;
}

function dedent(text: string): string {
  const lines = text.split('\n');
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...depths);
  return lines.map((line) => line.slice(depth)).join('\n');
}

function indent(text: string, depth: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : ' '.repeat(depth) + line))
    .join('\n');
}

/**
 * Every option, described once: the types, the flags, the Action's inputs, the configuration file's keys, its JSON
 * schema and the table of docs/configuration.md all come from here.
 */
import { CONFIDENCES, SEVERITIES } from '../model/finding.ts';
import type { RuleId } from '../model/rule-id.ts';
import { TARGET_RUNTIMES } from '../model/target.ts';
import { EMPTY_KNOWLEDGE, type KnowledgeSettings } from './knowledge.ts';

export type Surface = 'command line' | 'action' | 'file';

interface Described {
  readonly on: readonly Surface[];
  /** One sentence for help, docs and schema. */
  readonly summary: string;
  /** What the value is called in help. */
  readonly placeholder?: string;
}

export type OptionDescription = Described &
  (
    | { readonly type: 'choice'; readonly choices: readonly string[]; readonly default: string }
    | { readonly type: 'version'; readonly default: number }
    | { readonly type: 'text'; readonly default: string | undefined }
    | { readonly type: 'list'; readonly default: readonly string[] }
    | { readonly type: 'boolean'; readonly default: boolean }
    | { readonly type: 'rule-list'; readonly default: readonly RuleId[] }
    | { readonly type: 'rule-levels'; readonly default: RuleLevels }
    | { readonly type: 'overrides'; readonly default: readonly PathOverride[] }
    | { readonly type: 'knowledge'; readonly default: KnowledgeSettings }
  );

export const RULE_LEVELS = ['off', ...SEVERITIES] as const;
export const FORMATS = [
  'text',
  'compact',
  'agent',
  'json',
  'sarif',
  'github',
  'markdown',
  'gitlab',
  'checkstyle',
  'junit',
  'rdjsonl',
  'html',
] as const;
export type Format = (typeof FORMATS)[number];

/** The newest minor version of Kubernetes that the tables know. */
export const NEWEST_MINOR = 37;
const OLDEST_MINOR = 16;
export const KUBERNETES_MINORS = { oldest: OLDEST_MINOR, newest: 60 } as const;

export type RuleLevel = (typeof RULE_LEVELS)[number];
export type RuleLevels = Readonly<Partial<Record<RuleId, RuleLevel>>>;

export interface PathOverride {
  readonly paths: readonly string[];
  readonly rules: RuleLevels;
}

const EVERYWHERE = ['command line', 'action', 'file'] as const;

export const OPTIONS = {
  format: {
    type: 'choice',
    choices: FORMATS,
    default: 'text',
    placeholder: 'FORMAT',
    on: ['command line'],
    summary: 'Format of the report on standard output.',
  },
  output: {
    type: 'list',
    default: [],
    placeholder: 'FORMAT=FILE',
    on: ['command line'],
    summary: 'Writes a further report to a file; may be repeated.',
  },
  fix: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Applies the fixes that are safe, then reports what is left.',
  },
  diff: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Prints the safe fixes as a patch and changes nothing.',
  },
  'unsafe-fixes': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary:
      'With --fix or --diff: also what is right on nodes with the new runtime only (docker commands, units, values).',
  },
  set: {
    type: 'list',
    default: [],
    placeholder: 'KEY=VALUE',
    on: ['command line'],
    summary: 'Sets a value, written as for helm; may be repeated.',
  },
  'kube-version': {
    type: 'text',
    default: undefined,
    placeholder: 'VERSION',
    on: ['command line'],
    summary: 'The version that the chart sees as its cluster’s.',
  },
  'release-name': {
    type: 'text',
    default: undefined,
    placeholder: 'NAME',
    on: ['command line'],
    summary: 'Name of the release.',
  },
  namespace: {
    type: 'text',
    default: undefined,
    placeholder: 'NAME',
    on: ['command line'],
    summary: 'Namespace of the release.',
  },
  'include-crds': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Prints custom resource definitions too.',
  },
  'skip-schema-validation': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Prints the chart also where its values.schema.json refuses the values.',
  },
  trace: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Shows in front of each line which lines of the chart it comes from.',
  },
  reason: {
    type: 'text',
    default: undefined,
    placeholder: 'TEXT',
    on: ['command line'],
    summary: 'With `baseline write`: why the findings that are added are acceptable.',
  },
  repositories: {
    type: 'text',
    default: undefined,
    placeholder: 'FILE',
    on: ['command line'],
    summary:
      'With merge: the names of all repositories, one per line; those without a report are listed as not looked at.',
  },
  links: {
    type: 'text',
    default: undefined,
    placeholder: 'URL',
    on: ['command line'],
    summary: 'With merge: what comes before the name of a repository in its address, for links in the HTML report.',
  },
  stdio: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Standard input and output, as always; editors that say so are understood.',
  },
  forks: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Also writes the workflow that comments on pull requests from forks.',
  },
  debug: {
    type: 'list',
    default: [],
    placeholder: 'STAGES',
    on: ['command line'],
    summary:
      'Writes what these stages know to standard error, as lines of JSON: files, documents, facts, sites, links, places, judgements.',
  },
  'show-unexplained': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Lists the lines on nodes and in pods that mention Docker and that nothing explains.',
  },
  select: {
    type: 'rule-list',
    default: [],
    placeholder: 'RULE',
    on: ['command line'],
    summary: 'Only these rules; may be repeated, or given as a list with commas.',
  },
  ignore: {
    type: 'rule-list',
    default: [],
    placeholder: 'RULE',
    on: ['command line'],
    summary: 'All rules but these; may be repeated, or given as a list with commas.',
  },
  gitignore: {
    type: 'boolean',
    default: true,
    on: ['command line'],
    summary: 'Also reads files that a `.gitignore` of the repository leaves out.',
  },
  'min-severity': {
    type: 'choice',
    choices: SEVERITIES,
    default: 'notice',
    placeholder: 'SEVERITY',
    on: ['command line'],
    summary: 'Lowest severity that is printed; what fails does not change.',
  },
  quiet: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Prints findings and nothing else.',
  },
  statistics: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Prints a table of rules with their numbers in place of the findings.',
  },
  'exit-zero': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Exits with 0 whatever is found; errors of usage and of the program still show.',
  },
  'allow-nothing': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Exits with 0 where there is nothing to scan, as a hook does that is given other files.',
  },
  'show-files': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Lists the files that would be read, and stops.',
  },
  history: {
    type: 'text',
    default: undefined,
    placeholder: 'FOLDER',
    on: ['command line'],
    summary: 'Earlier JSON reports, whose numbers the HTML report shows as a line.',
  },
  watch: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Scans again whenever a file changes, until it is interrupted.',
  },
  'show-config': {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Prints the settings that count and where they come from, and stops.',
  },
  to: {
    type: 'choice',
    choices: ['containerd', 'cri-o'],
    default: 'containerd',
    placeholder: 'RUNTIME',
    on: ['command line'],
    summary: 'Runtime whose configuration is written.',
  },
  out: {
    type: 'text',
    default: undefined,
    placeholder: 'DIR',
    on: ['command line'],
    summary: 'Folder that the files are written to; without it they are printed.',
  },
  force: {
    type: 'boolean',
    default: false,
    on: ['command line'],
    summary: 'Overwrites files of an earlier run.',
  },
  color: {
    type: 'choice',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    placeholder: 'WHEN',
    on: ['command line'],
    summary: 'Colours; `auto` looks at the terminal, NO_COLOR and FORCE_COLOR.',
  },
  config: {
    type: 'text',
    default: undefined,
    placeholder: 'FILE',
    on: ['command line', 'action'],
    summary: 'Configuration file; without it `.dockershim.yaml`, `.yml` or `.json` of the scanned folder is read.',
  },
  'config-from': {
    type: 'choice',
    choices: ['base', 'head'],
    default: 'base',
    placeholder: 'WHICH',
    on: ['command line', 'action'],
    summary:
      'Whose configuration and baseline judge a change: those of the commit that it is compared with, or its own.',
  },
  'target-runtime': {
    type: 'choice',
    choices: TARGET_RUNTIMES,
    default: 'containerd',
    placeholder: 'RUNTIME',
    on: EVERYWHERE,
    summary: 'Container runtime that the nodes move to.',
  },
  'kubernetes-version': {
    type: 'version',
    default: NEWEST_MINOR,
    placeholder: '1.N',
    on: EVERYWHERE,
    summary: 'Kubernetes version that the nodes move to.',
  },
  'fail-on': {
    type: 'choice',
    choices: [...SEVERITIES, 'never'],
    default: 'error',
    placeholder: 'SEVERITY',
    on: EVERYWHERE,
    summary: 'Lowest severity that fails the run.',
  },
  'min-confidence': {
    type: 'choice',
    choices: CONFIDENCES,
    default: 'medium',
    placeholder: 'CONFIDENCE',
    on: EVERYWHERE,
    summary: 'Findings below this confidence are reported, but do not fail the run.',
  },
  'on-parse-error': {
    type: 'choice',
    choices: ['note', 'fail'],
    default: 'note',
    placeholder: 'ACTION',
    on: EVERYWHERE,
    summary: 'Whether a file that was not understood is only noted, or fails the run.',
  },
  values: {
    type: 'list',
    default: [],
    placeholder: 'FILE',
    on: EVERYWHERE,
    summary: 'Values files for rendering charts; later files win, as in Helm.',
  },
  exclude: {
    type: 'list',
    default: [],
    placeholder: 'GLOB',
    on: EVERYWHERE,
    summary: 'Files and folders that are not scanned.',
  },
  compare: {
    type: 'text',
    default: undefined,
    placeholder: 'REF',
    on: ['command line', 'action'],
    summary:
      'Judges only what is new since this git reference; `off` judges everything. The Action also takes `auto`, its default: the base of the event.',
  },
  baseline: {
    type: 'text',
    default: undefined,
    placeholder: 'FILE',
    on: EVERYWHERE,
    summary: 'Findings listed in this file are known and do not count; `baseline write` makes it.',
  },
  cache: {
    type: 'text',
    default: undefined,
    placeholder: 'DIR',
    on: ['command line', 'action'],
    summary:
      'Folder outside the repository that keeps results: files that have not changed since a run with the same settings are not judged again.',
  },
  'new-suppressions': {
    type: 'choice',
    choices: ['allow', 'count'],
    default: 'allow',
    placeholder: 'ACTION',
    on: EVERYWHERE,
    summary:
      'Whether a comment that the change adds may suppress a finding that the change introduces, or the finding counts all the same.',
  },
  rules: {
    type: 'rule-levels',
    default: {},
    on: ['file'],
    summary: 'Severity of single rules, or `off`.',
  },
  overrides: {
    type: 'overrides',
    default: [],
    on: ['file'],
    summary: 'Severities of rules for some paths; the last entry that matches wins.',
  },
  knowledge: {
    type: 'knowledge',
    default: EMPTY_KNOWLEDGE,
    on: ['file'],
    summary: 'What only you know: checks of your own, wrapper commands, places of files, advice; see knowledge.md.',
  },
  unsuppressible: {
    type: 'rule-list',
    default: [],
    on: ['file'],
    summary: 'Rules that neither a comment nor the baseline may suppress.',
  },
  comment: {
    type: 'choice',
    choices: ['on-findings', 'always', 'never'],
    default: 'on-findings',
    on: ['action', 'file'],
    summary: 'When the pull request gets its summary comment.',
  },
  annotations: {
    type: 'boolean',
    default: true,
    on: ['action', 'file'],
    summary: 'Whether findings are annotated on the lines of the pull request.',
  },
  summary: {
    type: 'boolean',
    default: true,
    on: ['action', 'file'],
    summary: 'Whether the job summary carries the full report.',
  },
  suggestions: {
    type: 'boolean',
    default: false,
    on: ['action', 'file'],
    summary: 'Whether safe fixes inside the diff are offered as suggestions that one click applies.',
  },
  outputs: {
    type: 'list',
    default: [],
    on: ['action'],
    summary: 'Reports to write, one `format=path` per line.',
  },
  paths: {
    type: 'list',
    default: ['.'],
    on: ['action'],
    summary: 'Folders and files to scan, one per line; without it the whole repository.',
  },
  'comment-from': {
    type: 'text',
    default: undefined,
    on: ['action'],
    summary: 'JSON report of another run to comment from, in a `workflow_run` workflow for forks.',
  },
  matrix: {
    type: 'text',
    default: undefined,
    on: ['action'],
    summary: 'Gives each job of a matrix its own comment. Leave the default.',
  },
  token: {
    type: 'text',
    default: undefined,
    on: ['action'],
    summary: 'Token that reads the base of the change and writes the comment; by default that of the job.',
  },
  'allow-untrusted-target': {
    type: 'boolean',
    default: false,
    on: ['action'],
    summary: 'Runs on `pull_request_target` although the checkout is not that of the base.',
  },
} as const satisfies Readonly<Record<string, OptionDescription>>;

/** The commands: what each is for, what it takes, which options mean something to it. */
import type { OptionName } from '../config/options.ts';

export const COMMANDS = [
  'lint',
  'explain',
  'rules',
  'baseline',
  'init',
  'render',
  'migrate',
  'merge',
  'lsp',
  'completion',
  'help',
] as const;
export type Command = (typeof COMMANDS)[number];

interface CommandDescription {
  /** What may stand behind the name of the program, one line for each form, with what it does. */
  readonly usage: readonly (readonly [form: string, what: string])[];
  readonly groups: readonly OptionGroup[];
  readonly examples: readonly string[];
}

interface OptionGroup {
  readonly title: string;
  readonly options: readonly OptionName[];
}

const JUDGED: OptionGroup = {
  title: 'What is judged',
  options: [
    'target-runtime',
    'kubernetes-version',
    'values',
    'select',
    'ignore',
    'exclude',
    'gitignore',
    'config',
    'config-from',
  ],
};

export const COMMAND_DESCRIPTIONS: Readonly<Record<Command, CommandDescription>> = {
  lint: {
    usage: [
      ['[paths…]', 'scan folders, files and quoted patterns; without a path, this folder'],
      ['-', 'scan standard input'],
    ],
    groups: [
      JUDGED,
      {
        title: 'What fails',
        options: [
          'fail-on',
          'min-confidence',
          'compare',
          'baseline',
          'new-suppressions',
          'on-parse-error',
          'exit-zero',
          'allow-nothing',
        ],
      },
      {
        title: 'What is printed',
        options: [
          'format',
          'output',
          'history',
          'watch',
          'min-severity',
          'quiet',
          'statistics',
          'color',
          'show-unexplained',
          'show-files',
          'show-config',
          'debug',
        ],
      },
      { title: 'What is written', options: ['fix', 'diff', 'unsafe-fixes', 'cache'] },
    ],
    examples: [
      'deploy charts',
      "'charts/**/values.yaml'",
      '--target-runtime cri-o --kubernetes-version 1.30 .',
      '--compare main --output sarif=dockershim.sarif',
    ],
  },
  explain: {
    usage: [
      ['explain RULE', 'what a rule finds, why it breaks, what to write instead'],
      ['explain FILE:LINE', 'why something is reported on a line, or why nothing is'],
    ],
    groups: [
      { title: 'What is printed', options: ['format', 'color', 'debug'] },
      { ...JUDGED, title: 'What is judged, for FILE:LINE' },
    ],
    examples: ['explain docker-socket-mount', 'explain nodes/join.sh:12'],
  },
  rules: {
    usage: [['rules', 'list all rules']],
    groups: [{ title: 'What is printed', options: ['format', 'color'] }],
    examples: ['rules --format markdown'],
  },
  baseline: {
    usage: [
      ['baseline write [paths…]', 'accept all present findings into the baseline'],
      ['baseline check [paths…]', 'fail on entries that no longer match a finding'],
      ['baseline prune [paths…]', 'remove them'],
    ],
    groups: [JUDGED, { title: 'The baseline', options: ['baseline', 'reason'] }],
    examples: ['baseline write --reason "until the old nodes are gone" nodes'],
  },
  init: {
    usage: [['init', 'write a workflow that runs the Action on pull requests']],
    groups: [{ title: 'What is written', options: ['forks'] }],
    examples: ['init --forks'],
  },
  render: {
    usage: [['render CHART', 'print a chart as helm template does']],
    groups: [
      {
        title: 'Rendering a chart',
        options: [
          'values',
          'set',
          'kube-version',
          'release-name',
          'namespace',
          'include-crds',
          'skip-schema-validation',
          'trace',
        ],
      },
    ],
    examples: ['render charts/agent --set agent.enabled=true --trace'],
  },
  migrate: {
    usage: [['migrate [PATH]', 'write the configuration of the new runtime from that of Docker']],
    groups: [
      { title: 'What is read', options: ['exclude', 'gitignore', 'config'] },
      { title: 'What is written', options: ['to', 'out', 'force'] },
    ],
    examples: ['migrate . --to cri-o --out migration'],
  },
  merge: {
    usage: [['merge FOLDER|FILE…', 'make one report of the JSON reports of many repositories']],
    groups: [
      { title: 'What is read', options: ['repositories'] },
      { title: 'What is printed', options: ['format', 'output', 'links'] },
    ],
    examples: ['merge reports --output html=organisation.html --links https://github.com/acme'],
  },
  lsp: {
    usage: [['lsp', 'answer an editor over standard input and output (language server protocol)']],
    groups: [
      { ...JUDGED, options: JUDGED.options.filter((option) => option !== 'config-from') },
      { title: 'How the editor is answered', options: ['stdio'] },
    ],
    examples: ['lsp --target-runtime cri-o'],
  },
  completion: {
    usage: [['completion bash|zsh|fish', 'print a script that completes commands, options and values']],
    groups: [],
    examples: ['completion bash > ~/.local/share/bash-completion/completions/dockershim-lint'],
  },
  help: { usage: [['help [COMMAND]', 'this page, or that of a command']], groups: [], examples: [] },
};

export function optionsOf(command: Command): readonly OptionName[] {
  return COMMAND_DESCRIPTIONS[command].groups.flatMap(({ options }) => options);
}

/** The commands to which an option means something. */
export function commandsWith(option: OptionName): readonly Command[] {
  return COMMANDS.filter((command) => optionsOf(command).includes(option));
}

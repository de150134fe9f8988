/**
 * The company's own knowledge in the configuration, described once: the reader, the JSON schema and the table of
 * docs/knowledge.md come from here.
 */
import { SEVERITIES, type Severity } from '../model/finding.ts';
import type { OwnCheck, OwnWrapper } from '../model/knowledge.ts';
import type { Place } from '../model/place.ts';
import type { RuleId } from '../model/rule-id.ts';

interface FieldBase {
  readonly required?: true;
  readonly summary: string;
}

export type KnowledgeField = FieldBase &
  (
    | { readonly type: 'text' }
    | { readonly type: 'list' }
    | { readonly type: 'rule' }
    | { readonly type: 'link' }
    | { readonly type: 'number' }
    | { readonly type: 'choice'; readonly choices: readonly string[]; readonly default?: string }
  );

interface SectionDescription {
  readonly summary: string;
  readonly fields: Readonly<Record<string, KnowledgeField>>;
  /** Fields of which each entry has exactly one. */
  readonly oneOf?: readonly string[];
  /** Fields of which each entry has at least one. */
  readonly anyOf?: readonly string[];
}

export const SUBJECTS = ['image', 'chart', 'setting', 'variable', 'command', 'path', 'unit'] as const;

const PLACES = ['node', 'workload', 'image', 'ci', 'dev'] as const satisfies readonly Place[];
const RUNS_ON = ['nodes', 'here', 'containers'] as const satisfies readonly OwnWrapper['runsOn'][];
const DEFAULT_SEVERITY: Severity = 'warning';

const LINK = { type: 'link', summary: 'A page of yours that says more; it is shown with the advice.' } as const;

const KNOWLEDGE = {
  checks: {
    summary: 'Finds what only you know to depend on Docker; each entry is a finding of the rule `own-check`.',
    oneOf: SUBJECTS,
    fields: {
      name: { type: 'text', required: true, summary: 'What the check is called.' },
      image: { type: 'text', summary: 'Finds images of this repository, without a tag; the last segments are enough.' },
      chart: { type: 'text', summary: 'Finds dependencies, releases and installs of this chart.' },
      setting: {
        type: 'text',
        summary:
          'Finds this key of values and configuration files; `agent.runtime` is the key `runtime` below `agent`.',
      },
      variable: { type: 'text', summary: 'Finds this environment variable.' },
      value: { type: 'text', summary: 'With `setting` or `variable`: only where it has this value.' },
      command: { type: 'text', summary: 'Finds calls of this program.' },
      path: { type: 'text', summary: 'Finds this path of a node and what is below it.' },
      unit: { type: 'text', summary: 'Finds commands and units that need this systemd unit.' },
      severity: {
        type: 'choice',
        choices: SEVERITIES,
        default: DEFAULT_SEVERITY,
        summary: 'On nodes and in pods; in CI and on developers’ machines nothing is said.',
      },
      message: { type: 'text', required: true, summary: 'What breaks.' },
      because: { type: 'text', summary: 'Why; by default that nodes have no Docker Engine any more.' },
      instead: { type: 'text', required: true, summary: 'What to write instead.' },
      link: LINK,
    },
  },
  wrappers: {
    summary: 'Commands that run their arguments, as `ssh` does.',
    fields: {
      command: { type: 'text', required: true, summary: 'The name of the program or function.' },
      'runs-on': {
        type: 'choice',
        choices: RUNS_ON,
        default: 'nodes',
        summary: 'Where the arguments run: on nodes of the cluster, on the same machine, or inside containers.',
      },
      skip: {
        type: 'number',
        summary:
          'How many words behind its options are not part of the command, such as the name of a host; by default 0.',
      },
    },
  },
  places: {
    summary: 'Where files run; stronger than anything that the repository shows. The last entry that matches counts.',
    fields: {
      paths: { type: 'list', required: true, summary: 'Patterns as in `overrides`.' },
      place: {
        type: 'choice',
        choices: PLACES,
        required: true,
        summary: 'Where they run: on a node, in a pod, in an image build, in CI, or on a developer’s machine.',
      },
    },
  },
  advice: {
    summary: 'What your teams are to do instead; the last entry that matches counts.',
    anyOf: ['instead', 'link'],
    fields: {
      rule: { type: 'rule', required: true, summary: 'The rule whose findings get the advice.' },
      paths: { type: 'list', summary: 'Only in these paths; patterns as in `overrides`.' },
      instead: { type: 'text', summary: 'Stands in place of the advice of the rule, and of its fix.' },
      link: LINK,
    },
  },
} as const satisfies Readonly<Record<string, SectionDescription>>;

export type SectionName = keyof typeof KNOWLEDGE;
export const SECTION_NAMES = Object.keys(KNOWLEDGE) as readonly SectionName[];

export function describeSection(name: SectionName): SectionDescription {
  return KNOWLEDGE[name];
}

/** What the file says, as data. */
export interface KnowledgeSettings {
  readonly checks: readonly OwnCheck[];
  readonly wrappers: readonly OwnWrapper[];
  readonly places: readonly { readonly paths: readonly string[]; readonly place: Place }[];
  readonly advice: readonly {
    readonly rule: RuleId;
    readonly paths?: readonly string[] | undefined;
    readonly instead?: string | undefined;
    readonly link?: string | undefined;
  }[];
}

export const EMPTY_KNOWLEDGE: KnowledgeSettings = { checks: [], wrappers: [], places: [], advice: [] };

/** The keys of each section, for the docs. */
export function knowledgeTable(): string {
  return SECTION_NAMES.map((name) => {
    const { summary, fields, oneOf } = describeSection(name);
    const rows = Object.entries(fields).map(([key, field]) => {
      const need = field.required ? 'yes' : oneOf?.includes(key) ? 'one of these' : '';
      return `| \`${key}\` | ${valuesText(field)} | ${need} | ${field.summary} |`;
    });
    const head = ['| key | value | required | meaning |', '|---|---|---|---|'];
    return [`### \`${name}\``, '', summary, '', ...head, ...rows].join('\n');
  }).join('\n\n');
}

function valuesText(field: KnowledgeField): string {
  switch (field.type) {
    case 'choice':
      return field.choices.map((choice) => `\`${choice}\`${choice === field.default ? ' (default)' : ''}`).join(', ');
    case 'list':
      return 'list';
    case 'rule':
      return 'a rule';
    case 'link':
      return 'an address';
    case 'number':
      return 'number';
    case 'text':
      return 'text';
    default:
      return field satisfies never;
  }
}

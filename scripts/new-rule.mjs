// Starts a rule: its file, its page, its id, its line in the index and a row in the judging table, formatted, with what is
// generated from them. The tests are green afterwards; the rule finds only the words of its own placeholder examples.
//   npm run new-rule -- docker-something "What it finds"
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const [id, words] = process.argv.slice(2);
if (!id || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) || !words?.trim()) {
  console.error('usage: npm run new-rule -- docker-something "What it finds"');
  process.exit(2);
}
const summary = `${words.trim().replaceAll("'", '’').replace(/\.$/, '')}.`;
const file = join(root, `src/rules/${id}.ts`);
if (existsSync(file)) {
  console.error(`src/rules/${id}.ts is there already`);
  process.exit(2);
}

const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

writeFileSync(
  file,
  `/** ${summary} */
import type { SettingFact } from '../model/fact.ts';
import type { Report, Rule } from './rule.ts';
import { reportAt } from './shared/reports.ts';

export const rule: Rule = {
  id: '${id}',
  summary: '${summary}',
  fix: { none: 'say why there is none.' },
  triggers: ['docker'],
  checks: { setting: check },
};

function check(fact: SettingFact): Report | undefined {
  if (fact.value.text !== 'the docker words to find') return undefined;
  return reportAt(fact, '${id}', {
    message: 'What breaks, in one sentence',
    because: 'Why, with the Kubernetes version that breaks it',
    instead: 'What to write instead',
  });
}
`,
);

writeFileSync(
  join(root, `docs/rules/${id}.md`),
  `# ${id}

${summary}

## What it finds

Say where the pattern stands: which files, which keys, which commands.

## Why

Say what breaks, and in which version: Kubernetes 1.24 removed dockershim.

## Instead

Say what to write.

## Fix

None: say why there is none.

## When it is fine

Say what looks alike and is left alone.

## Examples

### Settings

\`\`\`yaml path=deploy/found.yaml
first: the docker words to find # finds: ${id} (notice)
second: the docker words to find # finds: ${id} (notice)
\`\`\`

\`\`\`yaml path=deploy/other-word.yaml
first: other docker words
\`\`\`

\`\`\`yaml path=deploy/comment.yaml
# the docker words to find
first: something else
\`\`\`

## Sources

- https://kubernetes.io/
`,
);

edit('src/model/rule-id.ts', '] as const;', `  '${id}',\n] as const;`);
edit(
  'src/rules/index.ts',
  "import type { Rule } from './rule.ts';",
  `import { rule as ${name} } from './${id}.ts';\nimport type { Rule } from './rule.ts';`,
);
edit('src/rules/index.ts', '\n];\n', `\n  ${name},\n];\n`);
edit(
  'src/judge.ts',
  '} satisfies Readonly<Record<string, Judgement>>;',
  `\n  '${id}': row(W, W, N, O, O, N, O),\n} satisfies Readonly<Record<string, Judgement>>;`,
);
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
run(biome, ['check', '--write', `src/rules/${id}.ts`, 'src/rules/index.ts', 'src/model/rule-id.ts', 'src/judge.ts']);
run(join(root, 'scripts/rule-pages.mjs'), []);
run(join(root, 'scripts/run.mjs'), ['scripts/schema.mjs']);
console.log(`Now write, in this order:
  docs/rules/${id}.md   what it finds, why, what to write instead; the examples are the tests
  src/rules/${id}.ts    until the examples hold: npx vitest run test/rules.test.ts
  src/judge.ts          the row of ${id}: how bad it is in each place`);

function run(script, args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function edit(path, before, after) {
  const target = join(root, path);
  const text = readFileSync(target, 'utf8');
  if (!text.includes(before)) throw new Error(`${path} has no ${JSON.stringify(before)}`);
  writeFileSync(target, text.replace(before, after));
}

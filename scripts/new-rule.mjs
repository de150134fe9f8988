// Starts a rule: its file, its page, its id, its line in the index and a row in the judging table.
//   node scripts/new-rule.mjs <rule-id> "One line: what it finds."
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const [id, summary] = process.argv.slice(2);
if (!id || !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) || !summary) {
  console.error('usage: node scripts/new-rule.mjs <rule-id> "One line: what it finds."');
  process.exit(2);
}
const file = join(root, `src/rules/${id}.ts`);
if (existsSync(file)) {
  console.error(`src/rules/${id}.ts is there already`);
  process.exit(2);
}

const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

writeFileSync(
  file,
  `/** ${summary} */
import type { Rule } from './rule.ts';
import { reportAt } from './shared/reports.ts';

export const rule: Rule = {
  id: '${id}',
  summary: '${summary.replaceAll("'", '’')}',
  triggers: ['docker'],
  checkFact(fact) {
    if (fact.kind !== 'setting' || fact.value.text !== 'what this rule looks for') return undefined;
    return reportAt(fact, '${id}', {
      message: 'What breaks, in one sentence',
      because: 'Why, with the Kubernetes version that breaks it',
      instead: 'What to write instead',
    });
  },
};
`,
);

writeFileSync(
  join(root, `docs/rules/${id}.md`),
  `# ${id}

${summary}

## What it finds

## Why

Kubernetes 1.24

## Instead

## When it is fine

## Examples

### Found

\`\`\`yaml path=deploy/found.yaml
key: what this rule looks for # finds: ${id}
\`\`\`

### Quiet

\`\`\`yaml path=deploy/quiet.yaml
key: something else
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
console.log(
  `src/rules/${id}.ts and docs/rules/${id}.md are there; next: npm run format, node scripts/rule-pages.mjs, npx vitest run test/rules.test.ts`,
);

function edit(path, before, after) {
  const target = join(root, path);
  const text = readFileSync(target, 'utf8');
  if (!text.includes(before)) throw new Error(`${path} has no ${JSON.stringify(before)}`);
  writeFileSync(target, text.replace(before, after));
}

// Writes what is generated from the description of the options: schema.json and the tables of docs/configuration.md and docs/knowledge.md.
//   node scripts/run.mjs scripts/schema.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { knowledgeTable } from '../src/config/knowledge.ts';
import { configSchema } from '../src/config/schema.ts';
import { optionTable } from '../src/config/table.ts';

const generated = {
  'schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
  'docs/configuration.md': withGenerated('docs/configuration.md', 'options', optionTable()),
  'docs/knowledge.md': withGenerated('docs/knowledge.md', 'knowledge', knowledgeTable()),
};

const stale = Object.entries(generated).filter(([file, text]) => current(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale)
    console.error(`${file} is not what src/config says; run node scripts/run.mjs scripts/schema.mjs`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) writeFileSync(file, text);
}

/** The page with the text between its two marks. */
function withGenerated(file, name, text) {
  const page = readFileSync(file, 'utf8');
  const begin = `<!-- ${name}: generated -->`;
  const from = page.indexOf(begin) + begin.length;
  return `${page.slice(0, from)}\n${text}\n${page.slice(page.indexOf(`<!-- /${name} -->`))}`;
}

function current(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

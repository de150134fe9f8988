// Writes what is generated from the description of the options: schema.json and the table of docs/configuration.md.
//   node scripts/run.mjs scripts/schema.mjs [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import { configSchema } from '../src/config/schema.ts';
import { optionTable } from '../src/config/table.ts';

const PAGE = 'docs/configuration.md';
const [BEGIN, END] = ['<!-- options: generated -->', '<!-- /options -->'];

const page = readFileSync(PAGE, 'utf8');
const from = page.indexOf(BEGIN) + BEGIN.length;
const to = page.indexOf(END);
const generated = {
  'schema.json': `${JSON.stringify(configSchema(), null, 2)}\n`,
  [PAGE]: `${page.slice(0, from)}\n${optionTable()}\n${page.slice(to)}`,
};

const stale = Object.entries(generated).filter(([file, text]) => current(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale)
    console.error(`${file} is not what src/config/option-list.ts says; run node scripts/run.mjs scripts/schema.mjs`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) writeFileSync(file, text);
}

function current(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

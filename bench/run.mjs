// Times the built command line end to end on a generated tree, beside a plain search for the word.
//   npm run bench [-- --files 5000 --runs 7]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeTree } from './tree.mjs';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '5000' },
    runs: { type: 'string', default: '7' },
    dist: { type: 'string', default: 'dist' },
  },
});
const cli = resolve(import.meta.dirname, '..', values.dist, 'cli.js');
const runs = Number(values.runs);

for (const legacy of [false, true]) {
  const root = mkdtempSync(join(tmpdir(), 'bench-'));
  writeTree(root, { files: Number(values.files), legacy });
  const search = searchCommand(root);
  const ours = { file: process.execPath, args: [cli, '--format', 'json', '--fail-on', 'never', root] };
  const times = { ours: [], search: [] };
  const prints = new Set();
  for (let i = 0; i < runs; i++) {
    const output = timed(ours, times.ours);
    prints.add(createHash('sha256').update(output).digest('hex'));
    if (search) timed(search, times.search);
  }
  const mine = median(times.ours);
  const line = `${values.files} files, ${legacy ? 'one in fifty legacy' : 'clean'}: dockershim-lint ${mine.toFixed(0)} ms`;
  console.log(
    search
      ? `${line}, ${search.name} ${median(times.search).toFixed(0)} ms, ratio ${(mine / median(times.search)).toFixed(1)}`
      : line,
  );
  console.log(
    prints.size === 1 ? `  ${runs} runs printed the same bytes` : `  ${prints.size} different outputs in ${runs} runs`,
  );
  rmSync(root, { recursive: true });
}

function timed({ file, args }, into) {
  const started = performance.now();
  const done = spawnSync(file, args, { maxBuffer: 1 << 28 });
  into.push(performance.now() - started);
  return done.stdout;
}

function searchCommand(root) {
  if (!spawnSync('rg', ['--version']).error)
    return { name: 'rg -uu -li docker', file: 'rg', args: ['-uu', '-li', 'docker', root] };
  if (!spawnSync('grep', ['--version']).error)
    return { name: 'grep -rli docker', file: 'grep', args: ['-rli', 'docker', root] };
  return undefined;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

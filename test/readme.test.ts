/**
 * The README shows real output: the findings named here and the last two lines of its first command.
 * UPDATE_README=1 rewrites the block.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { createFolder } from './support/command-line.ts';

const root = resolve(import.meta.dirname, '..');
const readme = resolve(root, 'README.md');
const SHOWN = ['charts/node-agent/values.yaml:6:19', 'deploy/image-gc.yaml:19:57', 'nodes/kubeadm.yaml:6:5'];

it('shows what its first command prints', async () => {
  const folder = createFolder();
  const { code, out } = await folder.run(['--color', 'never', 'examples/legacy-cluster'], { cwd: root });
  folder.remove();
  expect(code).toBe(1);
  const block = `\`\`\`\n$ node dist/cli.js examples/legacy-cluster\n${excerpt(out)}\n\`\`\``;
  const text = readFileSync(readme, 'utf8');
  if (process.env.UPDATE_README)
    writeFileSync(readme, text.replace(/```\n(?:\$ node dist|@@OUTPUT)[\s\S]*?\n```/, block));
  expect(readFileSync(readme, 'utf8')).toContain(block);
});

function excerpt(out: string): string {
  const parts = out.trimEnd().split('\n\n');
  const shown = SHOWN.map((place) => parts.find((part) => part.includes(`/${place}\n`)) ?? `nothing at ${place}`);
  return [...shown, '…', parts.at(-1)].join('\n\n');
}

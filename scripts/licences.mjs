// The licence texts of what a bundle holds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licence text of each bundled package, in the order of their names. `inputs`: paths of esbuild's metafile. */
export function licences(root, inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.set(match[1], readPackage(join(root, match[1])));
  }
  const sections = [...packages.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  return `Third-party software bundled in this folder.\n\n${sections.map((s) => `${'='.repeat(78)}\n${s.title}\n${'='.repeat(78)}\n${s.text}\n`).join('\n')}`;
}

function readPackage(folder) {
  const meta = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file
    ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
    : `Licence: ${meta.license}`;
  return { title: `${meta.name} ${meta.version} (${meta.license ?? 'see below'})`, text };
}

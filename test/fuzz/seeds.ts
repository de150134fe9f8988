/** Small healthy files of every language to start from: the examples of the rule pages and of the repository. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { InputFile } from '../../src/model/input.ts';
import { readRulePage } from '../support/rule-page.ts';

const MOST_CHARACTERS = 3000;

/** `root` is the folder of the repository. */
export function readSeeds(root: string): readonly InputFile[] {
  const pages = readdirSync(join(root, 'docs/rules')).filter((name) => name.endsWith('.md'));
  const examples = pages
    .sort()
    .flatMap((name) => readRulePage(readFileSync(join(root, 'docs/rules', name), 'utf8')).groups)
    .flatMap(({ examples: files }) => files.map(({ file }) => file));
  const seeds = [...examples, ...filesBelow(resolve(root, 'examples')), ...filesBelow(resolve(root, 'test/projects'))];
  return seeds.filter(({ text }) => text.length <= MOST_CHARACTERS);
}

function filesBelow(folder: string): readonly InputFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => statSync(join(folder, name)).isFile() && !/\.(?:tgz|png)$/.test(name))
    .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));
}

/** `npm run playground [-- --outdir DIR]`: writes the playground, one page, to DIR/index.html. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { playgroundPage } from './playground/build.ts';

const { values } = parseArgs({ options: { outdir: { type: 'string', default: '.cache/playground' } } });
mkdirSync(values.outdir, { recursive: true });
const file = join(values.outdir, 'index.html');
writeFileSync(file, await playgroundPage());
console.log(file);

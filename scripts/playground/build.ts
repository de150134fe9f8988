/** Builds the playground: one page that holds all of itself, the same bytes for the same sources. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { VERSION } from '../../src/model/tool.ts';
import { ruleGroups } from '../../test/support/rule-groups.ts';

const PAGE = 'src/playground/page';

/** The script of the page. The current folder is the checkout. */
async function playgroundScript(): Promise<string> {
  const examples = ruleGroups().map(({ rule, heading, name, files }) => ({
    ...{ rule, heading, name },
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
  }));
  const { outputFiles } = await build({
    entryPoints: [`${PAGE}/main.ts`],
    inject: [`${PAGE}/bytes.ts`],
    bundle: true,
    write: false,
    // What of the core asked for Node would not be built.
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      PLAYGROUND_EXAMPLES: JSON.stringify(examples),
      'process.env.DOCKERSHIM_LINT_VERSION': JSON.stringify(VERSION),
    },
  });
  const [script] = outputFiles;
  if (!script) throw new Error('Nothing was built.');
  return script.text;
}

/** Nothing runs but the script of the page, nothing is fetched or sent, and no text becomes HTML. */
function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types playground',
  ].join('; ');
}

export async function playgroundPage(): Promise<string> {
  const script = inElement(await playgroundScript());
  const style = readFileSync(`${PAGE}/style.css`, 'utf8').trim();
  if (/<\/(?:script|style)/i.test(`${script}${style}`))
    throw new Error('The script or the style would end its element.');
  const parts: readonly (readonly [place: string, text: string])[] = [
    ['{{POLICY}}', policyOf(script, style)],
    ['{{VERSION}}', VERSION],
    ['<style></style>', `<style>${style}</style>`],
    ['<script></script>', `<script>${script}</script>`],
  ];
  return parts.reduce(
    (page, [place, text]) => page.replace(place, () => text),
    readFileSync(`${PAGE}/index.html`, 'utf8'),
  );
}

/** HTML reads comments and elements inside of a script too; in its strings and patterns these are the same signs. */
function inElement(script: string): string {
  return script.replace(/<(?=!--|script)/gi, '\\x3C');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

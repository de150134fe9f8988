/**
 * `npm run test:playground [-- --out FOLDER]`: opens the playground in a headless Chromium and uses it as a person does.
 * Chromium must be on the path, or in CHROMIUM.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { fragmentOf } from '../src/playground/share.ts';
import { HOSTILE_TEXTS } from '../test/support/hostile-text.ts';
import { Trial } from './browser/trial.ts';
import { playgroundPage } from './playground/build.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const trial = new Trial('playground', values.out);
const { browser, work, check, picture, size, overflow } = trial;
const file = join(work, 'index.html');
writeFileSync(file, await playgroundPage());
const address = pathToFileURL(file).href;

/** A page that asks for nothing but itself, and the program that it carries. */
const noises = (url: string) =>
  trial.noises((asked) => asked === url || asked.startsWith('blob:') || url.startsWith(`${asked}#`));
const textOf = (selector: string) =>
  browser.evaluate<string>(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
const found = () => browser.evaluate<number>('document.querySelectorAll("#findings > li").length');

await browser.open(address);
await size(1280, 900);
check('an empty page says so', await textOf('#verdict'), 'Nothing to look at yet.');
await browser.click('#text');
await browser.type('#!/bin/sh\nkubeadm join 10.0.0.1:6443\ndocker ps\n');
await browser.until('document.querySelectorAll("#findings > li").length === 1');
check('what is typed gets a name', await browser.evaluate('document.getElementById("name").value'), 'pasted.sh');
check('a finding leads to its rule', await textOf('#findings a'), 'docker-cli-command');
check('with a frame', (await textOf('#findings pre')).includes('3 │ docker ps\n  │ ^^^^^^ runs on the node'), true);
await browser.click('#findings button');
const selected = 'text.value.slice(text.selectionStart, text.selectionEnd)';
check(
  'its place is selected',
  await browser.evaluate(`(() => { const text = document.getElementById("text"); return ${selected}; })()`),
  'docker',
);
check('nothing is wider than the page', await overflow(), 0);
check('the page is quiet', noises(address), []);
await picture('playground');

await browser.click('#link');
await browser.until('location.hash.startsWith("#1.")');
const link = await browser.evaluate<string>('location.href');
await browser.open(link);
await browser.until('document.querySelectorAll("#findings > li").length === 1');
check(
  'a link brings the text',
  (await browser.evaluate<string>('document.getElementById("text").value')).split('\n')[2],
  'docker ps',
);
check('and asks for nothing', noises(link), []);

const example = `${address}#docker-socket-mount`;
await browser.open(example);
await browser.until('document.querySelectorAll("#findings > li").length > 0');
check(
  'a rule brings its first example',
  await browser.evaluate('document.getElementById("example").value'),
  'docker-socket-mount/1',
);
check('quietly', noises(example), []);

const hostile = HOSTILE_TEXTS.map((text, index) => ({
  path: `${text.replaceAll(/[/\\]/g, '∕').slice(0, 40)}-${index}.sh`,
  text: `#!/bin/sh\nkubeadm join a\nNAME='${text.replaceAll("'", '')}' docker ps # ${text}\n`,
}));
const attack = `${address}${fragmentOf({ files: hostile, runtime: undefined, minor: undefined })}`;
await browser.open(attack);
await browser.until('document.querySelectorAll("#findings > li").length > 0');
check(
  'a hostile link is text',
  await browser.evaluate('document.querySelectorAll("img, iframe, details, b").length'),
  0,
);
check('and only text', noises(attack), []);
await picture('playground-hostile');
for (const cut of ['#1.', '#1.AAAA', `${attack.slice(attack.indexOf('#'), -20)}`, '#1.%%%', '#nothing', '#%E0%A4%A']) {
  await browser.open(`${address}${cut}`);
  check(
    `${cut.slice(0, 12)}… is told`,
    [await textOf('#told'), await found(), noises(`${address}${cut}`)],
    ['The link cannot be read; it may have been cut.', 0, []],
  );
}

await browser.open(example);
await size(360, 740);
check('nothing is wider than a telephone', await overflow(), 0);
await picture('playground-narrow');
const faults = await trial.end();
console.log(faults === 0 ? 'The playground holds.' : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

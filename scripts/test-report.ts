/**
 * `npm run test:report [-- --out FOLDER]`: opens the HTML report in a headless Chromium, uses it as a person does, and makes
 * pictures of it. Chromium must be on the path, or in CHROMIUM.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { renderHtml } from '../src/report/html.ts';
import { PLAIN } from '../src/report/model.ts';
import { HOSTILE_TEXTS } from '../test/support/hostile-text.ts';
import { hostileRun, manyFindings, sampleFinding, sampleRun } from '../test/support/sample-run.ts';
import { Trial } from './browser/trial.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const trial = new Trial('report', values.out);
const { browser, work, pictures, check, picture, size, overflow } = trial;

const RULES = ['docker-cli-command', 'docker-service-unit', 'docker-log-format', 'docker-socket-mount'] as const;
const SEVERITIES = ['error', 'warning', 'notice'] as const;
const history = [
  ['2026-09-01', 61, 70, 40],
  ['2026-09-20', 55, 66, 41],
  ['2026-10-11', 41, 60, 40],
  ['2026-11-02', 44, 52, 44],
] as const;

function page(name: string, html: string): string {
  const file = join(work, `${name}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

const findings = [
  sampleFinding(),
  ...manyFindings(129, (index) => ({
    rule: RULES[index % RULES.length] ?? 'docker-cli-command',
    severity: SEVERITIES[index % SEVERITIES.length] ?? 'error',
    instead: index % 3 === 0 ? '`crictl ps`' : `\`systemctl restart containerd\` for node ${index % 7}`,
  })),
];
const run = {
  ...sampleRun({ findings }),
  subject: { name: 'acme/shop', commit: '0123456789abcdef', date: '2026-11-25' },
};
const report = page(
  'report',
  renderHtml(run, {
    ...PLAIN,
    history: history.map(([date, error, warning, notice]) => ({ date, counts: { error, warning, notice } })),
  }),
);

async function viewport(width: number, height: number, media: Record<string, string> = {}): Promise<void> {
  await size(width, height);
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await browser.send('Emulation.setEmulatedMedia', { media: '', features });
}

const noises = (url: string) => trial.noises((asked) => asked === url);
const shown = () => browser.evaluate<number>('document.querySelectorAll("#list > :not([hidden])").length');

await browser.open(report);
await viewport(1280, 900);
await picture('desktop');
check('130 findings are shown', await shown(), 130);
check(
  '130 folded findings take less than 6,000 pixels',
  (await browser.evaluate<number>('document.documentElement.scrollHeight')) < 6000,
  true,
);
check('nothing is wider than the window', await overflow(), 0);

await browser.click('input[name=severity][value=notice]');
check(
  'a click on a severity hides its findings',
  await shown(),
  130 - findings.filter((one) => one.severity === 'notice').length,
);
check(
  'and says how many are shown',
  await browser.evaluate('document.getElementById("shown").textContent'),
  '87 of 130 shown',
);
await browser.click('input[name=severity][value=notice]');
await browser.click('a[data-rule=docker-log-format]');
check(
  'a click on a rule shows that rule',
  await shown(),
  findings.filter(({ rule }) => rule === 'docker-log-format').length,
);
await browser.evaluate(
  'document.getElementById("rule").value = "", document.getElementById("rule").dispatchEvent(new Event("input"))',
);
await browser.click('#search');
await browser.type('deploy/agent.yaml');
check('a word in the search leaves what holds it', await shown(), 1);
await picture('search');
await browser.evaluate(
  'document.getElementById("search").value = "", document.getElementById("search").dispatchEvent(new Event("input"))',
);

await browser.evaluate('document.getElementById("unfold").focus()');
await browser.press('Tab');
check(
  'Tab goes from the button to the first finding',
  await browser.evaluate('document.activeElement.tagName'),
  'SUMMARY',
);
await browser.press('Enter', '\r');
check('Enter unfolds it', await browser.evaluate('document.activeElement.parentElement.open'), true);
await browser.evaluate('document.activeElement.scrollIntoView({ block: "center" })');
await picture('finding');
await browser.click('ol.first a');
await browser.until('location.hash !== ""');
check(
  'a first step jumps to its finding and unfolds it',
  await browser.evaluate('document.getElementById(location.hash.slice(1)).open'),
  true,
);
check('the page is quiet: no error, no dialog, no request', noises(report), []);

await browser.open(report);
await viewport(390, 844);
await picture('phone');
check('on a phone nothing is wider than the window', await overflow(), 0);
await browser.evaluate('document.getElementById("list").scrollIntoView()');
await picture('phone-list');

await browser.open(report);
await viewport(1280, 900, { 'prefers-color-scheme': 'dark' });
check(
  'it is dark where the reader wants it',
  await browser.evaluate('getComputedStyle(document.body).backgroundColor'),
  'rgb(13, 17, 23)',
);
await picture('dark');

const { data } = await browser.send('Page.printToPDF', { printBackground: true });
const pdf = Buffer.from(data as string, 'base64');
writeFileSync(join(pictures, 'print.pdf'), pdf);
const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
check('130 findings print on at most twelve pages', sheets > 0 && sheets <= 12 ? 'yes' : `${sheets} pages`, 'yes');
await browser.send('Emulation.setEmulatedMedia', { media: 'print' });
await picture('print');

for (const [index, text] of HOSTILE_TEXTS.entries()) {
  const url = page(`hostile-${index}`, renderHtml(hostileRun(text), PLAIN));
  await browser.open(url);
  const elements = await browser.evaluate<number>(
    'document.querySelectorAll("img, iframe, object, embed, link, base, form[action], script:not(:last-of-type)").length',
  );
  const loud = noises(url);
  if (elements > 0 || loud.length > 0) check(`hostile text ${JSON.stringify(text)}`, [elements, loud], [0, []]);
}
console.log(`${HOSTILE_TEXTS.length} hostile texts were shown`);

const faults = await trial.end();
if (values.out !== undefined) console.log(`pictures: ${values.out}`);
process.exitCode = faults === 0 ? 0 : 1;

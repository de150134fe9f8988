/** Ties together what belongs together: ids, rule files, pages, causes, data rows and what is generated from them. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withFixSection } from '../scripts/rule-pages/fix-section.ts';
import * as charts from '../src/data/charts.ts';
import * as daemonConfig from '../src/data/daemon-config.ts';
import * as commands from '../src/data/docker-cli/commands.ts';
import * as flags from '../src/data/flags.ts';
import * as images from '../src/data/images.ts';
import * as logShippers from '../src/data/log-shippers.ts';
import * as metrics from '../src/data/metrics.ts';
import * as packages from '../src/data/packages.ts';
import * as paths from '../src/data/paths.ts';
import * as products from '../src/data/products.ts';
import * as provisioners from '../src/data/provisioners.ts';
import * as units from '../src/data/units.ts';
import { JUDGEMENTS } from '../src/judge.ts';
import { RULE_IDS } from '../src/model/rule-id.ts';
import { RULES } from '../src/rules/index.ts';
import { readRulePage } from './support/rule-page.ts';

const ROOT = join(import.meta.dirname, '..');
const HEADINGS = ['What it finds', 'Why', 'Instead', 'Fix', 'When it is fine', 'Examples', 'Sources'];

describe('rules', () => {
  it('are listed in the order of their ids', () => {
    expect(RULES.map((rule) => rule.id)).toEqual([...RULE_IDS]);
  });

  it('have one file and one page each, and nothing else has', () => {
    const files = readdirSync(join(ROOT, 'src/rules')).filter((name) => name.endsWith('.ts'));
    const own = files.filter((name) => !['rule.ts', 'ids.ts', 'index.ts', 'pages.generated.ts'].includes(name));
    expect(own.sort()).toEqual(RULE_IDS.map((id) => `${id}.ts`).sort());
    const pages = readdirSync(join(ROOT, 'docs/rules')).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(RULE_IDS.map((id) => `${id}.md`).sort());
  });

  it('have lower-case trigger words', () => {
    for (const rule of RULES) {
      const words = rule.triggers.flatMap((one) => (typeof one === 'string' ? one : [one.word, ...one.before]));
      expect([rule.id, words]).toEqual([rule.id, words.map((word) => word.toLowerCase())]);
      // Its words are those of the configuration.
      expect([rule.id, rule.triggers.length > 0]).toEqual([rule.id, rule.id !== 'own-check']);
    }
  });

  it('have causes in the judging table that begin with their id, and each is reported', () => {
    const causes = Object.keys(JUDGEMENTS);
    const known: readonly string[] = RULE_IDS;
    expect(causes.filter((cause) => !known.includes(cause.split('/')[0] ?? ''))).toEqual([]);
    const shared = readdirSync(join(ROOT, 'src/rules/shared'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, 'src/rules/shared', name), 'utf8'))
      .join('\n');
    for (const id of RULE_IDS) {
      const text = `${readFileSync(join(ROOT, `src/rules/${id}.ts`), 'utf8')}\n${shared}`;
      const own = causes.filter((cause) => cause.split('/')[0] === id);
      expect(own.length).toBeGreaterThan(0);
      expect([id, own.filter((cause) => !text.includes(`'${cause}'`))]).toEqual([id, []]);
    }
  });
});

describe('pages', () => {
  for (const rule of RULES) {
    const page = readRulePage(readFileSync(join(ROOT, `docs/rules/${rule.id}.md`), 'utf8'));

    it(`${rule.id} has the title, summary, headings and sources of every page`, () => {
      expect(page.title).toBe(rule.id);
      expect(page.summary).toBe(rule.summary);
      expect(page.headings).toEqual(HEADINGS);
      expect(page.sources.length).toBeGreaterThan(0);
    });

    it(`${rule.id} says what its fix does`, () => {
      const text = readFileSync(join(ROOT, `docs/rules/${rule.id}.md`), 'utf8');
      expect(withFixSection(text, rule.fix)).toBe(text);
    });

    it(`${rule.id} says which Kubernetes version is the reason`, () => {
      const text = readFileSync(join(ROOT, `docs/rules/${rule.id}.md`), 'utf8');
      const why = text.slice(text.indexOf('## Why'), text.indexOf('## Instead'));
      expect(why).toMatch(/\b1\.\d{2}\b/);
    });

    it(`${rule.id} has two found lines and two quiet files in every language that it covers`, () => {
      const examples = page.groups.flatMap((group) => group.examples);
      const isOwn = (mark: { readonly rule: string }) => mark.rule === rule.id;
      const covered = new Set(examples.filter((one) => one.marks.some(isOwn)).map((one) => one.language));
      expect(covered.size).toBeGreaterThan(0);
      for (const language of covered) {
        const of = examples.filter((one) => one.language === language);
        expect([language, of.flatMap((one) => one.marks.filter(isOwn)).length >= 2]).toEqual([language, true]);
        expect([language, of.filter((one) => !one.marks.some(isOwn)).length >= 2]).toEqual([language, true]);
      }
    });
  }

  it('are bundled, and listed in docs/rules/README.md, as they are now', () => {
    execFileSync(process.execPath, [join(ROOT, 'scripts/rule-pages.mjs'), '--check'], { stdio: 'pipe' });
  });
});

describe('data', () => {
  const tables = Object.entries({
    charts,
    commands,
    daemonConfig,
    flags,
    images,
    logShippers,
    metrics,
    packages,
    paths,
    products,
    provisioners,
    units,
  });
  const rows = tables.flatMap(([file, exports]) =>
    Object.entries(exports).flatMap(([name, table]) =>
      (Array.isArray(table) ? table : [])
        .filter((row) => typeof row === 'object')
        .map((row, i) => ({ name: `${file}.${name}[${i}]`, row })),
    ),
  );

  it('gives a source for every row', () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter(({ row }) => !/^https:\/\/\S+$/.test(row.source)).map(({ name }) => name)).toEqual([]);
  });

  it('names every docker subcommand, daemon key and flag once', () => {
    const twice = (words: readonly string[]) => words.filter((word, i) => words.indexOf(word) !== i);
    expect(twice(commands.DOCKER_COMMANDS.flatMap((row) => row.docker))).toEqual([]);
    expect(twice(daemonConfig.DAEMON_KEYS.flatMap((row) => row.keys))).toEqual([]);
    expect(twice([...flags.DOCKERSHIM_FLAGS, ...flags.RUNTIME_FLAGS].map((row) => row.flag))).toEqual([]);
  });
});

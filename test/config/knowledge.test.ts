/** The company's own knowledge in the configuration file: what is read, and what is said about mistakes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { knowledgeTable } from '../../src/config/knowledge.ts';
import { readConfig } from '../../src/config/load.ts';
import { configSchema } from '../../src/config/schema.ts';
import { UsageError } from '../../src/config/usage-error.ts';

const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(configSchema());
const page = readFileSync(resolve(import.meta.dirname, '../../docs/knowledge.md'), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');

function messageOf(text: string): string {
  try {
    readConfig('.dockershim.yaml', text);
  } catch (error) {
    if (error instanceof UsageError) return error.message.replace('.dockershim.yaml', '');
    throw error;
  }
  return 'no error';
}

const check = (more: string) => `knowledge:\n  checks:\n    - {name: a, message: m, instead: i, ${more}}`;

describe('knowledge', () => {
  it('is read from the examples of its page, which the schema accepts', () => {
    expect(examples.map((text) => [validate(parse(text)), validate.errors])).toEqual(examples.map(() => [true, null]));
    const [first, second] = examples.map((text) => readConfig('c', text).knowledge);
    expect(first?.checks).toEqual([
      {
        name: 'node-janitor',
        finds: { kind: 'image', repository: 'platform/node-janitor' },
        severity: 'error',
        message: 'The node janitor removes images through Docker',
        because: undefined,
        instead: 'Use node-janitor 3 or later, which speaks CRI',
        link: 'https://wiki.example.com/node-janitor',
      },
    ]);
    expect(second?.wrappers).toEqual([{ command: 'node_exec', runsOn: 'nodes', skip: 1 }]);
    expect(second?.places).toEqual([
      { paths: ['ops/bootstrap/**'], place: 'node' },
      { paths: ['sandbox'], place: 'dev' },
    ]);
    expect(second?.advice).toEqual([
      {
        rule: 'docker-host-path',
        paths: ['charts'],
        instead: 'Use our log sidecar',
        link: 'https://wiki.example.com/logging',
      },
    ]);
  });

  it('has a check of ten lines in its page', () => {
    expect(examples[0]?.trim().split('\n').length).toBeLessThanOrEqual(10);
  });

  it('has the table of its page from its description', () => {
    expect(page).toContain(`<!-- knowledge: generated -->\n${knowledgeTable()}\n<!-- /knowledge -->`);
  });

  it('takes a path as facts spell it, a dotted setting as keys, and a text over several lines as one', () => {
    const text = `knowledge:
  checks:
    - name: a
      path: /var/run/acme/
      message: >-
        one
        two
      instead: i
    - { name: b, setting: agent.runtime, value: true, message: m, instead: i }`;
    const checks = readConfig('c', text).knowledge?.checks ?? [];
    expect(checks.map(({ finds, message }) => [finds, message])).toEqual([
      [{ kind: 'path', path: '/run/acme' }, 'one two'],
      [{ kind: 'setting', keys: ['agent', 'runtime'], value: 'true' }, 'm'],
    ]);
  });

  it.each([
    ['knowledge: [a]', ':1: knowledge must be a map with one or more of checks, wrappers, places, advice.'],
    [
      'knowledge:\n  check: []',
      ':2: Unknown key "check". Did you mean "checks"? knowledge takes checks, wrappers, places, advice.',
    ],
    ['knowledge:\n  checks: {}', ':2: knowledge.checks must be a list.'],
    ['knowledge:\n  checks: [a]', ':2: Each entry of knowledge.checks must be a map, as "name: …".'],
    ['knowledge:\n  checks: [{name: a, image: b}]', ':2: Each entry of knowledge.checks needs "message".'],
    [
      check('because: b'),
      ':3: Each entry of knowledge.checks has exactly one of image, chart, setting, variable, command, path, unit; this one has none.',
    ],
    [
      check('image: b, unit: c'),
      ':3: Each entry of knowledge.checks has exactly one of image, chart, setting, variable, command, path, unit; this one has image and unit.',
    ],
    [check('imagee: b'), ':3: Unknown key "imagee". Did you mean "image"?'],
    [check('image: b, severity: fatal'), ':3: severity must be one of error, warning, notice.'],
    [check('image: "acme/b:1.2"'), ':3: image is a repository without a tag: write "acme/b".'],
    [check('command: /usr/bin/clean --all'), ':3: command is the name of a program alone: write "clean".'],
    [check('path: var/lib'), ':3: path must be absolute, such as /opt/acme/docker, not "var/lib".'],
    [check('command: b, value: c'), ':3: value belongs to setting or variable, not to command.'],
    [check('setting: a..b'), ':3: setting is a key such as agent.runtime, not "a..b".'],
    [check('image: b, link: "javascript:x"'), ':3: link must be an address such as https://wiki.example.com/docker'],
    [`${check('image: b')}\n    - {name: a, message: m, instead: i, image: c}`, ':4: Two checks are called "a".'],
    ['knowledge:\n  wrappers: [{command: a, skip: x}]', ':2: skip must be a number such as 1, not "x".'],
    ['knowledge:\n  wrappers: [{command: a, runs-on: node}]', 'Unknown value "node". Did you mean "nodes"?'],
    ['knowledge:\n  places: [{paths: a, place: nodes}]', 'Unknown value "nodes". Did you mean "node"?'],
    [
      'knowledge:\n  advice: [{rule: docker-socket-mount}]',
      ':2: Each entry of knowledge.advice needs "instead" or "link".',
    ],
    [
      'knowledge:\n  advice: [{rule: docker-socket-mout, instead: a}]',
      ':2: Unknown rule "docker-socket-mout". Did you mean "docker-socket-mount"?',
    ],
  ])('tells what is wrong in %j', (text, message) => {
    expect(messageOf(text)).toContain(message);
  });

  it('may have two hundred checks, each of which every fact is compared with', () => {
    const many = (amount: number) =>
      `knowledge:\n  checks:\n${Array.from({ length: amount }, (_, i) => `    - {name: n${i}, image: i${i}, message: m, instead: i}`).join('\n')}`;
    expect(messageOf(many(200))).toBe('no error');
    expect(messageOf(many(201))).toContain('knowledge.checks may have 200 entries.');
  });

  it('is refused by the schema where the linter refuses it', () => {
    const texts = [
      check('because: b'),
      check('image: b, unit: c'),
      check('image: b, link: no'),
      'knowledge: {check: []}',
    ];
    expect(texts.map((text) => validate(parse(text)))).toEqual([false, false, false, false]);
  });
});

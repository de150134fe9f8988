import { afterAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';
import { createFolder } from '../support/command-line.ts';

const folder = createFolder();
afterAll(() => folder.remove());

describe('rules', () => {
  it('lists every rule', async () => {
    const { code, out } = await folder.run(['rules']);
    expect(code).toBe(0);
    expect(out.match(/^[a-z-]+(?= {2,})/gm)).toEqual(RULES.map(({ id }) => id));
  });

  it('lists them as JSON and Markdown', async () => {
    const json = JSON.parse((await folder.run(['rules', '--format', 'json'])).out);
    expect(json.rules).toEqual(RULES.map(({ id, summary }) => ({ id, summary })));
    const markdown = (await folder.run(['rules', '-f', 'markdown'])).out;
    expect(markdown.trimEnd().split('\n')).toHaveLength(RULES.length + 2);
    expect((await folder.run(['rules', '-f', 'html'])).err).toBe(
      'dockershim-lint: rules prints text, markdown or json, not html.\n',
    );
  });
});

describe('explain', () => {
  it.each(RULES.map(({ id }) => id))('shows the page of %s', async (id) => {
    const { code, out } = await folder.run(['explain', id]);
    expect(code).toBe(0);
    expect(out.startsWith(`${id}\n\n`)).toBe(true);
    expect(out).toMatch(/\nWhat it finds\n[\s\S]*\nWhy\n[\s\S]*\nInstead\n/);
    expect(
      Math.max(
        ...out
          .split('\n')
          .filter((line) => !line.startsWith('|'))
          .map((line) => line.length),
      ),
    ).toBeLessThan(200);
  });

  it('gives the page to programs', async () => {
    const { out } = await folder.run(['explain', 'docker-socket-mount', '--format', 'json']);
    const { id, help, page } = JSON.parse(out);
    expect([id, help]).toEqual([
      'docker-socket-mount',
      'https://github.com/dockershim-lint/dockershim-lint/blob/main/docs/rules/docker-socket-mount.md',
    ]);
    expect(page).toBe((await folder.run(['explain', 'docker-socket-mount', '-f', 'markdown'])).out);
  });
});

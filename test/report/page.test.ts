import { describe, expect, it } from 'vitest';
import { renderPage } from '../../src/report/page.ts';

const PAGE = [
  '# docker-cli-command',
  '',
  'A `docker` command; see [the docs](https://kubernetes.io/x).',
  '',
  '- one `crictl ps` that is long enough to be wrapped at forty columns',
  '',
  '```sh path=node/a.sh',
  '# not a heading',
  'docker ps # finds: docker-cli-command (error)',
  '```',
  '',
].join('\n');

describe('a page on a terminal', () => {
  it('is plain text with examples that point at what is found', () => {
    expect(renderPage(PAGE, { color: false, width: 40 }).split('\n')).toEqual([
      'docker-cli-command',
      '',
      'A `docker` command; see the docs',
      '(https://kubernetes.io/x).',
      '',
      '- one `crictl ps` that is long enough to',
      '  be wrapped at forty columns',
      '',
      '  node/a.sh',
      '    # not a heading',
      '  > docker ps  ← error',
      '',
    ]);
  });

  it('has colours on request', () => {
    expect(renderPage('# a\n\n`b`\n', { color: true, width: 80 })).toBe(
      '\u001b[1ma\u001b[0m\n\n\u001b[36mb\u001b[0m\n',
    );
  });
});

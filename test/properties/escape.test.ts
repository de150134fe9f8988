import { describe, expect, it } from 'vitest';
import {
  codeFence,
  codeSpan,
  escapeData,
  escapeHtml,
  escapeProperty,
  escapeXml,
  logText,
  markdownSentence,
  markdownText,
  oneLine,
  truncate,
  visibleLines,
} from '../../src/report/escape.ts';
import { fc } from '../support/fast-check.ts';
import { HOSTILE_TEXTS, hostileText } from '../support/hostile-text.ts';
import { renderedMarkdown } from '../support/rendered-markdown.ts';
import { runnerCommands } from '../support/runner-commands.ts';
import { parseXml } from '../support/xml.ts';

/** Every listed text, then generated ones. */
function forHostile(check: (text: string) => void): void {
  for (const text of HOSTILE_TEXTS) check(text);
  fc.assert(fc.property(hostileText, check), { numRuns: 500 });
}

/** What GitHub would turn into a link or a notification in rendered text. */
const ACTIVE = /(^|[^\w`])@[a-z0-9]|#\d|\bgh-\d|https?:\/\/|www\.|\b[0-9a-f]{40}\b/iu;

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

describe('one line', () => {
  it('holds no character that acts or hides', () => {
    forHostile((text) => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\ufe0f/u);
    });
  });

  it('leaves plain text alone', () => {
    expect(oneLine('docker ps -a | grep "日本" # é ok 😀')).toBe('docker ps -a | grep "日本" # é ok 😀');
  });

  it('shows holes as one ellipsis', () => {
    expect(oneLine('/var/\uE000\uE000\uE000/docker.sock')).toBe('/var/…/docker.sock');
  });

  it('keeps line feeds only in several lines', () => {
    expect(visibleLines('a\tb\r\nc\rd')).toBe('a    b\nc\\rd');
  });
});

describe('truncation', () => {
  it('never leaves half a pair and never exceeds the limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, limit) => {
        const short = truncate(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        expect(short.endsWith('…') || short === text || limit === 0).toBe(true);
      }),
    );
  });
});

describe('workflow commands', () => {
  it('hold exactly one command with exactly the data that was meant', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, message) => {
        const line = `::error title=${escapeProperty(title)}::${escapeData(message)}`;
        const commands = runnerCommands(line);
        expect(commands).toHaveLength(1);
        expect(commands[0]).toMatchObject({ form: 'current', name: 'error' });
        expect(commands[0]?.properties.title ?? '').toBe(oneLine(title).replaceAll('##[', '##\\['));
        expect(commands[0]?.data).toBe(message.split('\n').map(oneLine).join('\n').replaceAll('##[', '##\\['));
      }),
      { numRuns: 1000 },
    );
  });

  it('are never made by text for the log', () => {
    forHostile((text) => {
      expect(runnerCommands(logText(text))).toEqual([]);
      expect(runnerCommands(`  ${logText(`${text}\n${text}`)}`)).toEqual([]);
    });
  });

  it('the parser of the tests knows both forms', () => {
    expect(runnerCommands(' ::error file=a%2Cb,line=1::x%0Ay')).toEqual([
      { form: 'current', name: 'error', properties: { file: 'a,b', line: '1' }, data: 'x\ny' },
    ]);
    expect(runnerCommands('text ##[warning file=a;line=2]x')).toEqual([
      { form: 'old', name: 'warning', properties: { file: 'a', line: '2' }, data: 'x' },
    ]);
    expect(runnerCommands('::stop-commands::t\n::error::x\n::t::\n::notice::y').map(({ name }) => name)).toEqual([
      'stop-commands',
      'notice',
    ]);
  });
});

describe('Markdown', () => {
  it('code spans show the text and nothing else', () => {
    forHostile((text) => {
      const rendered = renderedMarkdown(`before ${codeSpan(text)} after`);
      expect(rendered.elements).toEqual(['p', 'code']);
      if (oneLine(text).trim() !== '') expect(rendered.codes).toEqual([oneLine(text)]);
      expect(rendered.prose.trim()).toBe('before \u0001 after');
    });
  });

  it('code spans stay in their cell of a table', () => {
    forHostile((text) => {
      const rendered = renderedMarkdown(`| a | b |\n|---|---|\n| ${codeSpan(text)} | ${markdownText(text)} x |`);
      const cells = rendered.elements.filter(
        (name) => !['table', 'thead', 'tbody', 'tr', 'th', 'td', 'code'].includes(name),
      );
      expect(cells).toEqual([]);
      expect(rendered.codes[0]?.trim()).toBe(oneLine(text).trim());
    });
  });

  it('fences hold every line', () => {
    forHostile((text) => {
      const rendered = renderedMarkdown(`before\n\n${codeFence(text)}\n\nafter`);
      expect(rendered.elements).toEqual(['p', 'pre', 'code']);
      expect(rendered.prose.split(/\s+/).filter((word) => word !== '')).toEqual(['before', '\u0001', 'after']);
    });
  });

  it.each([
    ['prose', markdownText],
    ['sentences', markdownSentence],
  ] as const)('%s have no element but code, no link and nothing that GitHub would make active', (_, inert) => {
    forHostile((text) => {
      for (const context of [inert(text), `- 🔴 ${inert(text)}`, `  <br>*why:* ${inert(text)}`]) {
        const rendered = renderedMarkdown(context);
        expect(rendered.elements.filter((name) => !['p', 'code', 'ul', 'li', 'br', 'em'].includes(name))).toEqual([]);
        expect(rendered.links).toEqual([]);
        expect(rendered.prose).not.toMatch(ACTIVE);
      }
    });
  });

  it('prose reads as it was written', () => {
    forHostile((text) => {
      expect(squeezed(renderedMarkdown(`x ${markdownText(text)}`).text)).toBe(`x${squeezed(oneLine(text))}`);
    });
  });

  it('sentences keep their code', () => {
    expect(markdownSentence('Write `crictl ps` instead of `docker ps`, not *this*.')).toBe(
      'Write `crictl ps` instead of `docker ps`, not \\*this\\*.',
    );
    expect(markdownSentence('an odd ` stays')).toBe('an odd \\` stays');
    expect(markdownSentence('`a``b`')).toBe('`a` `b`');
  });
});

describe('HTML and XML', () => {
  it('hold the text in attributes and elements', () => {
    forHostile((text) => {
      const root = parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
      expect(root).toEqual({ name: 'a', attributes: { b: oneLine(text) }, children: [], text: oneLine(text) });
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    });
  });
});

/** The text between tags and comments as cmark-gfm sees it when it looks for addresses of people: entities are read by then. */
function textNodes(markdown: string): readonly string[] {
  return markdown
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))));
}

describe('code that holds a table\u2019s bar', () => {
  it.each(['mailto:a@b.co|x', '|xmpp:a@b.co/c', 'a@b.co|c@d.ef'])(
    'has no address in it that becomes a link: %s',
    (text) => {
      const shown = codeSpan(text);
      expect(textNodes(shown).filter((node) => /[\w.+-]@[\w-]/.test(node))).toEqual([]);
      expect(renderedMarkdown(shown).text.trim()).toBe(text);
    },
  );
});

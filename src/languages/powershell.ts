/** PowerShell scripts of Windows nodes. */
import type { Token } from '../document.ts';
import type { Fact, PackageFact } from '../facts.ts';
import type { Reading } from '../project.ts';
import { maskView } from '../text/mask.ts';
import { createDocument, type Embed, type Input } from './front-end.ts';
import { type PowerShellCommand, scanPowerShell } from './powershell-scan.ts';
import { commandFacts } from './shell.ts';
import { envFact, pathFacts, type ReadingBuilder, readingBuilder, token } from './text-facts.ts';

export function readPowerShell(input: Input, embed: Embed): Reading {
  const view = maskView(input.view);
  const document = createDocument({ ...input, view }, 'powershell');
  const builder = readingBuilder(document);
  const scan = scanPowerShell(view);
  for (const command of scan.commands) readCommand(input, embed, builder, command);
  for (const { name, value } of scan.assignments) {
    const variable = name.text.replace(/^\$(?:\{)?(?:env:|global:|script:)?/i, '').replace(/\}$/, '');
    const fact = envFact(document, { ...name, text: variable }, value);
    builder.fact({ ...fact, exported: /^\$\{?env:/i.test(name.text) }, ...windowsPaths(builder, value, 'read'));
  }
  return builder.build();
}

const KEYWORDS = new Set(['if', 'else', 'elseif', 'foreach', 'function', 'param', 'return', 'try', 'catch', 'while']);

function readCommand(input: Input, embed: Embed, builder: ReadingBuilder, command: PowerShellCommand): void {
  const { document } = builder;
  const words = started(command.words);
  const [first] = words;
  if (!first || KEYWORDS.has(first.text.toLowerCase()) || first.text === '=') return;
  const reading = commandFacts(words, { document, depth: input.depth, embed });
  const program = programName(first.text);
  builder.add({ ...reading, facts: reading.facts.map((fact) => windowsFact(fact, command.condition)) });
  builder.fact(...packageFacts(builder, program, words));
  const use = /^(?:set-content|add-content|out-file|new-item|copy-item|move-item|remove-item|tee-object)$/.test(
    program,
  );
  for (const word of words.slice(1)) builder.fact(...windowsPaths(builder, word, use ? 'write' : 'read'));
}

/** `Start-Process -FilePath x -ArgumentList …` and `Invoke-Expression` run what they are given. */
function started(words: readonly Token[]): readonly Token[] {
  const program = programName(words[0]?.text ?? '');
  if (program !== 'start-process' && program !== 'saps') return words;
  const kept = words
    .slice(1)
    .filter((word) => !/^-(?:FilePath|ArgumentList|NoNewWindow|Wait|PassThru)$/i.test(word.text));
  return kept.length > 0 ? kept : words;
}

function programName(text: string): string {
  return text
    .slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1)
    .toLowerCase()
    .replace(/\.exe$/, '');
}

function windowsFact(fact: Fact, condition: boolean): Fact {
  if (fact.kind === 'command') {
    const role = condition && fact.role === 'run' ? 'probe' : fact.role;
    return { ...fact, program: programName(fact.program), role };
  }
  return fact.kind === 'flag' ? { ...fact, program: programName(fact.program) } : fact;
}

function windowsPaths(builder: ReadingBuilder, word: Token, use: 'read' | 'write'): readonly Fact[] {
  if (/docker_engine|dockershim/i.test(word.text)) return pathFacts(builder.document, pathPart(word), 'socket');
  return /^[A-Za-z]:[\\/]/.test(word.text) ? pathFacts(builder.document, word, use) : [];
}

/** The pipe in `npipe:////./pipe/docker_engine` or in a longer word. */
function pathPart(word: Token): Token {
  const match = /(?:npipe:)?[\\/]{2,4}\.[\\/]{1,2}pipe[\\/]{1,2}[\w-]+/i.exec(word.text.slice(0, 2000));
  return match ? token(word.view, word.start + match.index, word.start + match.index + match[0].length) : word;
}

const INSTALLERS: Readonly<Record<string, PackageFact['action']>> = {
  'install-package': 'install',
  'install-module': 'install',
  'uninstall-package': 'remove',
  'uninstall-module': 'remove',
  'find-package': 'download',
  'save-package': 'download',
};

function packageFacts(builder: ReadingBuilder, program: string, words: readonly Token[]): readonly PackageFact[] {
  const action = Object.hasOwn(INSTALLERS, program) ? INSTALLERS[program] : undefined;
  if (!action) return [];
  const named = words.findIndex((word) => /^-Name$/i.test(word.text));
  const at = words[named >= 0 ? named + 1 : 1];
  if (!at || at.text.startsWith('-')) return [];
  const { document } = builder;
  const base = { document, at, certainty: 'literal', pod: undefined, container: undefined } as const;
  return [{ ...base, kind: 'package', name: at.text, action, manager: 'powershell' }];
}

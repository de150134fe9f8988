/** Objects of the cluster that a command line changes: what it patches them with, the variables that it gives their containers. */
import type { CommandFact } from '../../model/fact.ts';
import { viewOf } from '../../text/placed.ts';
import { envFact } from '../text/facts.ts';
import { documentOfWords, type Engine, embedText } from './engine.ts';
import { sub } from './flags.ts';
import type { ShellToken } from './words.ts';

export function objectsOfKubectl(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  if (!/^(kubectl|oc|k)$/.test(fact.program)) return;
  patchedObjects(engine, fact, words);
  variablesSet(engine, words);
}

/** `kubectl patch node a -p '{"metadata": …}'`, `kubectl run a --overrides='{"spec": …}'`: objects in arguments. */
function patchedObjects(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  for (const [i, word] of words.entries()) {
    const option = /^(?:-p|--patch|--overrides)(=|$)/.exec(word.text);
    const value = option?.[1] === '=' ? sub(word, option[0].length) : option && words[i + 1];
    if (value && /^\s*[[{]|:\s/.test(value.text)) embedText(engine, viewOf(value), 'patch.yaml', fact);
  }
}

/** `kubectl set env daemonset/agent DOCKER_HOST=…`: what a manifest would say. `DOCKER_HOST-` takes it away. */
function variablesSet(engine: Engine, words: readonly ShellToken[]): void {
  const at = words.findIndex(({ text }, i) => text === 'env' && words[i - 1]?.text === 'set');
  const set = at < 0 ? [] : words.slice(at + 1).filter(({ text }) => VARIABLE.test(text));
  if (set.length === 0) return;
  const document = documentOfWords(engine, words, 'kubernetes', 'objects');
  for (const word of set) {
    const equals = word.text.indexOf('=');
    engine.facts.push(envFact(document, sub(word, 0, equals), sub(word, equals + 1)));
  }
}

const VARIABLE = /^[A-Za-z_]\w*=/;

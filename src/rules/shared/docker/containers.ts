/** Names the containers that a command acts on the way crictl wants them: by id. */
import type { Token } from '../../../model/document.ts';
import { hasHole } from '../../../text/view.ts';
import { shellQuote, typedWord } from './typed.ts';

const KUBELET_NAME = /^\/?k8s_([^_]+)_/;

/** Whether it is the id of a container or image. */
export function isId(text: string): boolean {
  return /^(?:sha256:)?[0-9a-f]{12,64}$/.test(text);
}

/** An id as it is; a name as the newest container of that name, so that never more than one is meant. `all`: exited ones too. */
export function containerId(token: Token, all: boolean): string {
  const { text, typed, variable: isVariable } = typedWord(token, 'CONTAINER');
  if (isId(text)) return typed;
  const list = `crictl ps ${all ? '-a ' : ''}-q --latest --name`;
  if (isVariable && !hasHole(text)) return `$(${list} "^${nameOf(typed.replaceAll('"', ''))}$")`;
  if (!hasHole(text)) return `$(${list} ${shellQuote(`^${nameOf(text)}$`)})`;
  const variable = /^"?(\$\{?\w+\}?|\{\{ ?[\w.]{1,80} ?\}\})"?$/.exec(typed)?.[1];
  if (variable && isNamed(variable)) return `$(${list} "^${variable}$")`;
  const name = /^"?((?:[\w.-]|\$\w|\$\{\w{1,80}\}|\{\{[^{}"\n]{1,80}\}\}|<%=[^%"\n]{1,80}%>)+)"?$/.exec(typed)?.[1];
  return name !== undefined && IN_WORDS.test(text) ? `$(${list} "^${name}$")` : typed;
}

/** `docker exec "$1"`: docker takes names and ids alike, and nothing tells which of them it is given. */
export function mayBeName(token: Token): boolean {
  const [, inShell, inTemplate] = VARIABLE.exec(containerId(token, false)) ?? [];
  const variable = inShell ?? inTemplate;
  return variable !== undefined && !/(?:^|_)c?ids?$|Ids?$/i.test(variable);
}

const VARIABLE = /^"?(?:\$\{?([\w@*]+)\}?|\{\{ ?([\w.]{1,80}) ?\}\})"?$/;

/** `${CLUSTER}-control-plane`: no id is put together from words. */
const IN_WORDS = /[a-z]{2}[-.][^a-z]|[^\w][-_.][a-z]{2}/;

/** A variable that holds a name, as far as its own name says so. */
function isNamed(variable: string): boolean {
  return /name/i.test(variable) && !/id/i.test(variable);
}

function nameOf(text: string): string {
  return (KUBELET_NAME.exec(text)?.[1] ?? text.replace(/^\//, '')).replaceAll('.', '\\.');
}

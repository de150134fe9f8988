/** Pipelines of Jenkins that mount what none of their steps opens. */
import type { Document } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';
import { once } from '../../text/once.ts';
import type { RuleContext } from '../rule.ts';

/** Every step is written in the file, and is one of programs that know nothing of Docker. */
export const opensNoSocket = once((document: Document, { factsOf }: RuleContext): boolean => {
  const { text } = document.view;
  if (text.length > LONGEST || MORE_STEPS.test(text.replace(/docker\.sock/g, ''))) return false;
  const commands = factsOf(document).filter((fact): fact is CommandFact => fact.kind === 'command');
  return commands.length > 0 && commands.every(({ words }) => PLAIN.test(words[0]?.text ?? ''));
});

const LONGEST = 200_000;

/** Docker by another name, or steps that stand elsewhere: a library, a script, another file of Groovy. */
const MORE_STEPS =
  /docker|podman|buildah|compose|testcontainers|@Library|\blibrary\b|\bload\b|\bscript *:|\.(?:sh|groovy)\b/i;
const PLAIN =
  /^(?:helm|kubectl|kustomize|git|echo|printf|cat|ls|cd|sleep|export|env|date|mkdir|sed|grep|awk|jq|yq|curl|aws|gcloud)$/;

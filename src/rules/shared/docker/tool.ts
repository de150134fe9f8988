/** Finds where a script of nodes hands the name `docker` to its own functions, which run it: `pullImage docker app`. */
import type { Token } from '../../../model/document.ts';
import type { CommandFact, EnvFact } from '../../../model/fact.ts';

/** A name that a person gave to a function: camelCase, snake_case, name::space. */
const FUNCTION_NAME = /^[a-z]+[A-Z]\w*$|^_?[a-z\d]+(?:_[a-z\d]+)+$|\w::\w/;
const HANDLES_IMAGES = /image|extract|hyperkube|etcd|retag|container|binar/i;
const OTHER_PURPOSE = /array|check|exist|group|has|is_|log|package|pkg|repo|require|service|unit|user|wait|version/i;
const TOOL_VARIABLE =
  /^(?:\w{1,40}_)?(?:cli_?tool|container_?(?:tool|cli|cmd|command)|ctr_?(?:tool|cli)|runtime_?cli)$/i;

/** The word `docker` among the arguments of such a function. */
export function toolArgument({ program, words }: CommandFact): Token | undefined {
  if (!FUNCTION_NAME.test(program) || !HANDLES_IMAGES.test(program) || OTHER_PURPOSE.test(program)) return undefined;
  return words.slice(1, 3).find((word) => word.text === 'docker');
}

/** The value of `CLI_TOOL=docker`. */
export function toolVariable({ name, value }: EnvFact): Token | undefined {
  return TOOL_VARIABLE.test(name) && value?.text === 'docker' ? value : undefined;
}

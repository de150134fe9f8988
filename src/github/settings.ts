/** The inputs of the Action, as the runner hands them over. */
import { type Layer, optionsOn } from '../config/options.ts';
import { readInputs } from '../config/read-value.ts';
import { absoluteLayer } from '../run/settings.ts';

export type InputReader = (name: string) => string;

/** An input `fail-on` arrives as `INPUT_FAIL-ON`. */
export function inputReader(env: NodeJS.ProcessEnv): InputReader {
  return (name) => env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`]?.trim() ?? '';
}

/** One path a line; all of the repository when there is none. */
export function readPaths(input: InputReader): readonly string[] {
  const paths = input('paths')
    .split('\n')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  return paths.length === 0 ? ['.'] : paths;
}

/** Paths of inputs start at the workspace. */
export function readLayer(input: InputReader, workspace: string): Layer {
  // What is checked out is tracked, whatever a change writes into .gitignore.
  return { ...absoluteLayer(readInputs(optionsOn('action'), input), workspace), gitignore: false };
}

/** The inputs of the Action, as the runner hands them over. */
import * as core from '@actions/core';
import { type Layer, optionsOn } from '../config/options.ts';
import { type InputReader, readInputs } from '../config/read-value.ts';
import { absoluteLayer } from '../run/settings.ts';

const INPUTS: InputReader = { text: core.getInput, lines: core.getMultilineInput, boolean: core.getBooleanInput };

/** One path per line; all of the repository when there is none. */
export function readPaths(): readonly string[] {
  const paths = core.getMultilineInput('paths');
  return paths.length === 0 ? ['.'] : paths;
}

/** Paths of inputs start at the workspace. */
export function readLayer(workspace: string): Layer {
  // What is checked out is tracked, whatever a change writes into .gitignore.
  return { ...absoluteLayer(readInputs(optionsOn('action'), INPUTS), workspace), gitignore: false };
}

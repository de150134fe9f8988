#!/usr/bin/env node
/** Entry of the command line: a few lines that answer what needs nothing of the program, and load it for the rest. */
import { writeSync } from 'node:fs';
import { VERSION } from './model/tool.ts';

const argv = process.argv.slice(2);
if (!tellsVersion()) await (await import('./cli/start.ts')).start(argv);

/** False for everything else, and where the version cannot be written: the program knows what to do then. */
function tellsVersion(): boolean {
  if (argv.length !== 1 || (argv[0] !== '--version' && argv[0] !== '-V')) return false;
  try {
    writeSync(1, `${VERSION}\n`);
    return true;
  } catch {
    return false;
  }
}

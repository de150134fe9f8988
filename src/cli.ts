#!/usr/bin/env node
/** Entry of the command line: a few lines that answer what needs nothing of the program, and load it for the rest. */
import { writeSync } from 'node:fs';
import { VERSION } from './model/tool.ts';

const argv = process.argv.slice(2);
if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) writeSync(1, `${VERSION}\n`);
else await (await import('./cli/start.ts')).start(argv);

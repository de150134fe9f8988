/** Writes docs/docker-commands.md: every docker subcommand and what it becomes. */
import { writeFileSync } from 'node:fs';
import { dockerTable } from './tools/printed.ts';

writeFileSync('docs/docker-commands.md', dockerTable());

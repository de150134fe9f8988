/** The entry of the Action: runs it, and turns what went wrong into one sentence and an exit status. */
import { UsageError } from './config/usage-error.ts';
import { PathError } from './files/discover.ts';
import { runAction } from './github/action.ts';
import { tellBug } from './github/bug.ts';
import { createLog } from './github/log.ts';
import { TOOL } from './model/tool.ts';

const USAGE = 2;
const BUG = 4;

function write(text: string): void {
  process.stdout.write(text);
}

async function main(): Promise<number> {
  const log = createLog(write);
  try {
    return await runAction(process.env, write, new Date().toISOString().slice(0, 10));
  } catch (error) {
    if (error instanceof UsageError || error instanceof PathError) {
      log.annotate('error', error.message, { title: TOOL });
      return USAGE;
    }
    tellBug(log, error);
    return BUG;
  }
}

const status = await main();
// Sockets that are kept alive must not keep the job waiting; the empty write ends when all before it is out.
process.stdout.write('', () => process.exit(status));

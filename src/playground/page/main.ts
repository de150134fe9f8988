/** The one script of the page: in the page it is the page, and in the thread that the page starts with it, the linter. */
import { lintFiles } from '../lint-files.ts';
import type { Question } from '../messages.ts';
import { startPage } from './page.ts';

if (typeof document === 'undefined')
  globalThis.addEventListener('message', ({ data }: MessageEvent<Question>) => globalThis.postMessage(lintFiles(data)));
else startPage(document.currentScript?.textContent ?? '');

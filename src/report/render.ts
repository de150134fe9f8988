/** One report in one format. */
import type { Format } from '../config/options.ts';
import { renderCheckstyle } from './checkstyle.ts';
import { renderAgent, renderCompact } from './compact.ts';
import { renderGithub } from './github.ts';
import { renderGitlab } from './gitlab.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import type { RenderOptions, RunReport } from './model.ts';
import { renderRdjsonl } from './rdjsonl.ts';
import { renderSarif } from './sarif.ts';
import { renderText } from './text.ts';

export function render(format: Format, run: RunReport, options: RenderOptions): string {
  switch (format) {
    case 'text':
      return renderText(run, options);
    case 'compact':
      return renderCompact(run, options);
    case 'agent':
      return renderAgent(run, options);
    case 'json':
      return renderJson(run);
    case 'sarif':
      return renderSarif(run, options);
    case 'github':
      return renderGithub(run, options);
    case 'markdown':
      return renderMarkdown(run, options);
    case 'gitlab':
      return renderGitlab(run, options);
    case 'checkstyle':
      return renderCheckstyle(run, options);
    case 'junit':
      return renderJunit(run, options);
    case 'rdjsonl':
      return renderRdjsonl(run, options);
    case 'html':
      return renderHtml(run, options);
  }
}

/** What writes a report in one format; the others are not loaded. */
import type { Format } from '../config/options.ts';
import type { RenderOptions, RunReport } from './model.ts';

export type Reporter = (run: RunReport, options: RenderOptions) => string;

export async function reporterOf(format: Format): Promise<Reporter> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).renderText;
    case 'compact':
      return (await import('./compact.ts')).renderCompact;
    case 'agent':
      return (await import('./compact.ts')).renderAgent;
    case 'json':
      return (await import('./json.ts')).renderJson;
    case 'sarif':
      return (await import('./sarif.ts')).renderSarif;
    case 'github':
      return (await import('./github.ts')).renderGithub;
    case 'markdown':
      return (await import('./markdown.ts')).renderMarkdown;
    case 'gitlab':
      return (await import('./gitlab.ts')).renderGitlab;
    case 'checkstyle':
      return (await import('./checkstyle.ts')).renderCheckstyle;
    case 'junit':
      return (await import('./junit.ts')).renderJunit;
    case 'rdjsonl':
      return (await import('./rdjsonl.ts')).renderRdjsonl;
    case 'html':
      return (await import('./html.ts')).renderHtml;
  }
}

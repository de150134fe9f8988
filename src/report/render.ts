/** What writes a report in one format; the others are not loaded. */
import type { Format } from '../config/options.ts';
import type { RenderOptions, RunReport } from './model.ts';

export type Reporter = (run: RunReport, options: RenderOptions) => string;
type PieceReporter = (run: RunReport, options: RenderOptions) => Iterable<string>;

export async function reporterOf(format: Format): Promise<Reporter> {
  const pieces = await pieceReporterOf(format);
  return (run, options) => [...pieces(run, options)].join('');
}

/** The same report for who writes one piece after the other: of a large one no text is as long as the whole. */
export async function pieceReporterOf(format: Format): Promise<PieceReporter> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).renderJson;
    case 'gitlab':
      return (await import('./gitlab.ts')).renderGitlab;
    default: {
      const render = await textReporterOf(format);
      return (run, options) => [render(run, options)];
    }
  }
}

async function textReporterOf(format: Exclude<Format, 'json' | 'gitlab'>): Promise<Reporter> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).renderText;
    case 'compact':
      return (await import('./compact.ts')).renderCompact;
    case 'agent':
      return (await import('./compact.ts')).renderAgent;
    case 'sarif':
      return (await import('./sarif.ts')).renderSarif;
    case 'github':
      return (await import('./github.ts')).renderGithub;
    case 'markdown':
      return (await import('./markdown.ts')).renderMarkdown;
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

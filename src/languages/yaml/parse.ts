/** The YAML parser, and what it would lose that Kubernetes and Ansible read. */
import { type Document, Lexer, parseDocument, type YAMLError } from 'yaml';
import { type View, withText } from '../../text/view.ts';

/**
 * The document and the text of it. Quoted scalars whose lines stand too far left are read as well: the specification wants
 * them indented, and other parsers do not mind.
 */
export function readableView(view: View): { readonly view: View; readonly document: Document } {
  const document = parse(view.text);
  const mended = document.errors.some(isUnclosedQuote)
    ? joinedQuotes(view.text)
    : document.errors.length > 0
      ? withoutPlaceholders(view.text)
      : undefined;
  if (mended === undefined) return { view, document };
  const again = parse(mended);
  return again.errors.length === 0 ? { view: withText(view, mended), document: again } : { view, document };
}

/** A line at the margin that holds nothing but a name, for which a script or a program puts lines of YAML: `VOLUMES`, `@VOLUMES@`, `${VOLUMES}`. */
const PLACEHOLDER = /^(?:[A-Z][A-Z\d_]+|@{1,2}[\w.-]+@{1,2}|%[\w.-]+%|__\w+__|<[\w.-]+>|\$\{?\w+\}?)[ \t]*$/gm;

/** The text with blanks for such lines; undefined where it has none. */
function withoutPlaceholders(text: string): string | undefined {
  const blank = text.replace(PLACEHOLDER, (line) => ' '.repeat(line.length));
  return blank === text ? undefined : blank;
}

function isUnclosedQuote({ code, message }: YAMLError): boolean {
  return code === 'MISSING_CHAR' && message.includes('quote');
}

export function parse(text: string): Document {
  return parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    strict: false,
    keepSourceTokens: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

/** A text with more of them is left as it is. */
const MOST_SCALARS = 10;

/** The text with blanks for the line breaks of such scalars, at equal length; undefined where a quote is not closed at all. */
function joinedQuotes(text: string): string | undefined {
  let joined = text;
  for (let count = 0; count < MOST_SCALARS; count++) {
    const start = unclosedQuote(joined);
    if (start < 0) return count === 0 ? undefined : joined;
    const end = closingQuote(joined, start);
    if (end < 0) return undefined;
    joined = joined.slice(0, start) + joined.slice(start, end).replace(/[\r\n]/g, ' ') + joined.slice(end);
  }
  return undefined;
}

/** Where the first quoted scalar begins that the parser gives up at the end of a line. */
function unclosedQuote(text: string): number {
  let at = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '\x02' || lexeme === '\x18' || lexeme === '\x1f') continue;
    const isQuoted = lexeme[0] === '"' || lexeme[0] === "'";
    if (isQuoted && closingQuote(lexeme, 0) !== lexeme.length - 1) return at;
    at += lexeme.length;
  }
  return -1;
}

function closingQuote(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    }
  }
  return -1;
}

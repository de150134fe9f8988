/** The contract of a front-end: a view in, documents, facts, links and notes out. */
import type { Container, Document, KubernetesObject, Language, Pod } from '../model/document.ts';
import type { OwnWrapper } from '../model/knowledge.ts';
import type { Reading } from '../model/project.ts';
import type { Site } from '../model/site.ts';
import type { View } from '../text/view.ts';

/** A text to read, before its language is settled. */
export interface Input {
  readonly view: View;
  readonly path: string;
  readonly label: string;
  readonly parent: Document | undefined;
  readonly object: KubernetesObject | undefined;
  /** A file name or path that tells the language, when it is not that of the file: a ConfigMap key, a here-document's target. */
  readonly target: string | undefined;
  /** Set when the parent is sure of it (`sh -c`, an `[Service]` body); otherwise it is recognised from names and content. */
  readonly language: Language | undefined;
  /** Set where templates have been rendered or masked already: what looks like one now is text. Otherwise names tell. */
  readonly templating?: 'done' | undefined;
  /** How deep this text is nested in others; front-ends pass `depth + 1`, and `embed` gives an empty reading over the limit. */
  readonly depth: number;
  /** The pod and the container that run the text, where it stands in one. */
  readonly pod?: Pod | undefined;
  readonly container?: Container | undefined;
  /** The machine that the text is written on or runs on, when that is not the parent's. */
  readonly site?: Site | undefined;
  /** What files that a script sources give to its variables. */
  readonly sourced?: ReadonlyMap<string, string> | undefined;
}

/** Reads a text inside another: recognises its language and calls the front-end for it. */
export interface Embed {
  (input: Input): Reading;
  /** Commands of the configuration that run their arguments, by their names. */
  readonly wrappers?: ReadonlyMap<string, OwnWrapper> | undefined;
}

export type FrontEnd = (input: Input, embed: Embed) => Reading;

export const EMPTY_READING: Reading = { documents: [], facts: [], links: [], notes: [] };

export function mergeReadings(readings: readonly Reading[]): Reading {
  return {
    documents: readings.flatMap((r) => r.documents),
    facts: readings.flatMap((r) => r.facts),
    links: readings.flatMap((r) => r.links),
    notes: readings.flatMap((r) => r.notes),
  };
}

/** What a script in a pod says is said of its container. */
export function inContainerOf({ pod, container }: Input, reading: Reading): Reading {
  if (!pod) return reading;
  return { ...reading, facts: reading.facts.map((fact) => (fact.pod ? fact : { ...fact, pod, container })) };
}

export function createDocument(input: Input, language: Language): Document {
  const { view, path, label, parent, object, target, site } = input;
  return { language, view, path, label, parent, object, target, site };
}

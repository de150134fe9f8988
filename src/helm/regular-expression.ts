/** Go's regular expressions: its syntax, in linear time, each compiled once. */
import { RE2JS } from 're2js';
import type { Budget } from './values/budget.ts';

const compiled = new Map<string, RE2JS | string>();
const MOST_COMPILED = 500;

/** The message of what cannot be compiled. */
export function compileExpression(pattern: string): RE2JS | string {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  let result: RE2JS | string;
  try {
    result = RE2JS.compile(pattern);
  } catch (error) {
    result = error instanceof Error ? error.message : String(error);
  }
  compiled.set(pattern, result);
  return result;
}

/** Charges for looking through a text; the message of what cannot be compiled. */
export function expressionFor(pattern: string, text: string, budget: Budget): RE2JS | string {
  budget.step(1 + (pattern.length >> 2));
  const result = compileExpression(pattern);
  if (typeof result === 'string') return result;
  budget.step(1 + ((text.length * Math.min(result.programSize(), 1000)) >> 10));
  return result;
}

export function matchesExpression(pattern: string, text: string, budget: Budget): boolean {
  const expression = expressionFor(pattern, text, budget);
  return typeof expression !== 'string' && expression.matcher(text).find();
}

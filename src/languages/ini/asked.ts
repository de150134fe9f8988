/** Commands of monitoring agents, whose answer is what somebody is told. */
import type { Fact } from '../../model/fact.ts';
import type { Reading } from '../../model/project.ts';

/** What works on an answer, and does nothing else. */
const ON_ANSWERS = /^(?:echo|printf|exit|true|false|grep|egrep|wc|head|tail|awk|sed|tr|cut|sort|uniq|test|\[|cat)$/;

/** A command that asks, and behind which nothing is done but to tell of it. */
export function asked(reading: Reading): Reading {
  return { ...reading, facts: reading.facts.map(askedFact) };
}

function askedFact(fact: Fact): Fact {
  // `|| exit 2` is how a check tells it.
  if (fact.kind !== 'command' || fact.onFailure === 'goes-on' || !isOnlyAnswer(fact)) return fact;
  return { ...fact, onFailure: 'alarms', polarity: fact.polarity === 'probes' ? 'uses' : fact.polarity };
}

function isOnlyAnswer({ statement, words }: Extract<Fact, { kind: 'command' }>): boolean {
  const [first] = words;
  return statement.commands.every(
    ({ program, words: [other] }) => other?.start === first?.start || ON_ANSWERS.test(program),
  );
}

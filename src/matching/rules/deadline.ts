import { sayDate } from '../../base/date.ts'
import { currentRound, sayDeadline } from '../../domain/deadline.ts'
import type { RuleOutcome } from '../../domain/match.ts'
import { type OpportunityContent, statusAt } from '../../domain/opportunity.ts'

type Timed = Pick<OpportunityContent, 'ended' | 'forecast' | 'deadline'>

/** Whether bids are taken, or will be. A forecast passes: there is time to prepare. */
export function judgeDeadline(now: Date, opportunity: Timed): RuleOutcome {
  switch (statusAt(now, opportunity)) {
    case 'withdrawn':
      return fail('The funder has withdrawn this.')
    case 'closed':
      return fail(sayClosed(opportunity))
    case 'forecast':
      return pass(sayForecast(now, opportunity))
    case 'open':
      return judgeOpen(now, opportunity)
  }
}

function judgeOpen(now: Date, { deadline }: Timed): RuleOutcome {
  if (deadline.kind === 'rolling') return pass('You can apply at any time: there is no closing date.')
  if (deadline.kind === 'until_spent') return pass('You can apply until the money is spent.')
  if (!currentRound(now, deadline)?.closesOn) {
    return notStated('We do not know when this closes.')
  }
  return pass(`You can apply until ${sayDeadline(now, deadline)}.`)
}

function sayForecast(now: Date, { deadline }: Timed): string {
  const opensOn = currentRound(now, deadline)?.opensOn
  return opensOn
    ? `You can apply from ${sayDate(opensOn)}: it is not open yet.`
    : 'You cannot apply yet: this is announced, and we do not know when it opens.'
}

function sayClosed({ ended, deadline }: Timed): string {
  if (ended === 'awarded') return 'This has been awarded.'
  if (ended === 'closed_early') return 'This has closed early.'
  const closesOn = deadline.rounds.at(-1)?.closesOn
  return closesOn ? `This closed on ${sayDate(closesOn)}.` : 'This has closed.'
}

const pass = (sentence: string): RuleOutcome => outcomeOf('pass', sentence, null)
const notStated = (sentence: string): RuleOutcome => outcomeOf('not_stated', sentence, null)
const fail = (sentence: string): RuleOutcome => outcomeOf('fail', sentence, 'Opens if it runs again.')

/** The same for every organisation. */
const outcomeOf = (outcome: RuleOutcome['outcome'], sentence: string, opens: string | null): RuleOutcome => ({
  rule: 'deadline',
  outcome,
  strength: 'required',
  sentence,
  question: null,
  opens,
  quote: null,
  profileFields: [],
  funderFields: ['ended', 'forecast', 'deadline'],
})

import type { Fitting } from '../actions/matching/find-organisations-for.ts'
import { sayApplicantType } from '../domain/applicant-type.ts'
import { tag } from './components/tag.ts'
import { sharedEarlyLine } from './early-line.ts'
import { sentenceCase } from './fact-words.ts'
import { type Html, html } from './html.ts'
import { VERDICTS, whyMatched } from './match-card.ts'
import { factList } from './opportunity-card.ts'
import { matchesHref } from './pages/organisations.ts'
import { outOf100, sayWorksIn } from './words.ts'

/** One organisation that an opportunity fits: may it apply, how well does it fit, what is to be asked, and why. */
export function fittingCard({ organisation, match }: Fitting): Html {
  const { id, name, legalForm } = organisation
  const { eligibility, score } = match
  const questions = eligibility.rules.flatMap(({ question }) => (question === null ? [] : [question]))
  return html`
    <h3 class="govuk-heading-m fl-card__title"><a class="govuk-link" href="${matchesHref(id)}">${name}</a></h3>
    <p class="fl-card__line">
      ${tag(VERDICTS[eligibility.verdict])}
      <strong>Fit ${outOf100(score)}</strong>
    </p>
    ${factList([
      ['Legal form', legalForm === null ? 'Not known' : sentenceCase(sayApplicantType(legalForm))],
      ['Works in', sayWorksIn(organisation)],
      ...(questions.length === 0 ? [] : [['To ask', questions.join(' ')] as const]),
    ])}
    ${sharedEarlyLine(match)}
    ${whyMatched(match, 'May it apply?', name)}`
}

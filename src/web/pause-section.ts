import { sayInstant } from '../base/date.ts'
import type { CollectJob } from '../domain/harvest-schedule.ts'
import type { Pause } from '../domain/pause.ts'
import { type Html, html } from './html.ts'

/** Why a source is left alone, who was told, and the way to start it again. */
export const pauseSection = ({ sourceId, pausedAt, failures, toldAt }: Pause, job: CollectJob): Html => html`
  <h2 class="govuk-heading-m">Paused</h2>
  <p class="govuk-body">
    It failed ${failures.length} times in a row, so it has not been asked since ${sayInstant(pausedAt)}.
    ${toldAt === null ? NOBODY_TOLD : `The operator was told by mail on ${sayInstant(toldAt)}.`}
    What went wrong, newest first:
  </p>
  <ul class="govuk-list govuk-list--bullet">
    ${failures.map(({ at, error }) => html`<li class="fl-break">${sayInstant(at)}: ${error}</li>`)}
  </ul>
  <form action="/sources/${encodeURIComponent(sourceId)}/start-again" method="post">
    <button type="submit" class="govuk-button">Start again</button>
  </form>
  <p class="govuk-body">Or try it at once where fundlocal is installed, which starts it again when it works:</p>
  <p class="govuk-body"><code class="fl-code">npm run job -- ${job.name} ${sourceId}</code></p>`

const NOBODY_TOLD = html`Nobody has been told of it by mail: that takes the setting
  <code class="fl-code">FUNDLOCAL_OPERATOR_EMAIL</code>, and a mail server that works.`

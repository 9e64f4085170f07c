import { sendWaitingMail } from '../src/actions/digests/send-digests.ts'
import { AppError } from '../src/base/errors.ts'
import type { Job } from './job.ts'

const GIVEN_UP = 'given-up'

export const sendWaitingMailJob: Job = {
  name: 'send-waiting-mail',
  summary: 'Sends mails that a mail server refused before, when they are due for another try',
  cron: '5,15,25,35,45,55 * * * *',
  londonHour: null,
  lease: 'mail',
  argument: `${GIVEN_UP}, to try those again that were refused too often`,
  run(runtime, { argument }) {
    if (argument !== null && argument !== GIVEN_UP) {
      throw new AppError('invalid', `Say ${GIVEN_UP}, or nothing, after the name of the job`)
    }
    return sendWaitingMail(runtime, { givenUp: argument === GIVEN_UP })
  },
}

import { collectOpportunitiesJob } from './collect-opportunities.ts'
import type { Job } from './job.ts'
import { matchOrganisationsJob } from './match-organisations.ts'
import { replayQuarantineJob } from './replay-quarantine.ts'
import { sendDigestsJob } from './send-digests.ts'
import { sendWaitingMailJob } from './send-waiting-mail.ts'

/** Every job, in the order of the work: harvest, match, tell. */
export const jobs: readonly Job[] = [
  collectOpportunitiesJob,
  replayQuarantineJob,
  matchOrganisationsJob,
  sendDigestsJob,
  sendWaitingMailJob,
]

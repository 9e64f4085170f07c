import { checkSourceJob } from './check-source.ts'
import { collectAwardsJob } from './collect-awards.ts'
import { collectOpportunitiesJob } from './collect-opportunities.ts'
import { findDuplicatesJob } from './find-duplicates.ts'
import type { Job } from './job.ts'
import { learnWordsJob } from './learn-words.ts'
import { matchOrganisationsJob } from './match-organisations.ts'
import { readTextsAgainJob } from './read-texts-again.ts'
import { replayQuarantineJob } from './replay-quarantine.ts'
import { sendDigestsJob } from './send-digests.ts'
import { sendWaitingMailJob } from './send-waiting-mail.ts'

/** Every job, in the order of the work: harvest, find duplicates, learn, match, tell. */
export const jobs: readonly Job[] = [
  collectOpportunitiesJob,
  collectAwardsJob,
  replayQuarantineJob,
  readTextsAgainJob,
  findDuplicatesJob,
  learnWordsJob,
  matchOrganisationsJob,
  sendDigestsJob,
  sendWaitingMailJob,
  checkSourceJob,
]

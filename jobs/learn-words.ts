import { learnWords } from '../src/actions/matching/learn-words.ts'
import type { Job } from './job.ts'

export const learnWordsJob: Job = {
  name: 'learn-words',
  summary: 'Learns from the texts that are stored what their words are about',
  cron: '45 3 * * SUN',
  londonHour: null,
  lease: null,
  argument: null,
  run: learnWords,
}

import { addMs, type Instant, instantOf } from '../../base/date.ts'
import type { Facts } from '../../base/log.ts'
import { MOST_BYTES, putLearnt } from '../../db/learnt.ts'
import { countTexts, listOpportunityTexts, listOrganisationTexts, type StoredText } from '../../db/texts.ts'
import { learnWords as learn } from '../../matching/learning/learn-words.ts'
import { trimTable } from '../../matching/learning/trim-table.ts'
import { learnTopicsFrom } from '../../matching/learnt.ts'
import { writeTopicTable } from '../../matching/topics/topic-table.ts'
import { ENOUGH_TEXTS, writeWordTable } from '../../matching/words/word-table.ts'
import type { Runtime } from '../../runtime.ts'

/** How long an opportunity that is over still tells how funders write: two years. */
const REMEMBERED_MS = 2 * 365 * 86_400_000

const PAGE = 1_000

/** Texts that are kept in memory at most; of more, every second is read, or every third, and so on. */
const MOST_TEXTS = 20_000

type Lent = Pick<Runtime, 'db' | 'log' | 'now' | 'progress' | 'stopping'>

/**
 * Learns from all organisations and opportunities that are stored what their words are about, and keeps it
 * in the place of what was learnt before. Under 500 different texts, or when told to stop, it changes
 * nothing.
 *
 * @returns how many texts were read and how many words are now known of; 0 words when nothing was learnt
 */
export async function learnWords(runtime: Lent): Promise<Facts> {
  const { db, log, now, stopping } = runtime
  const at = instantOf(now())
  const texts = await readTexts(runtime, at)
  if (stopping.aborted) return { texts: texts.size, words: 0 }
  if (texts.size < ENOUGH_TEXTS) {
    log.info('words.not_learnt', { texts: texts.size, needed: ENOUGH_TEXTS })
    return { texts: texts.size, words: 0 }
  }
  const words = trimTable(learn(texts), MOST_BYTES)
  const topics = learnTopicsFrom(words, texts)
  const told = { texts: words.texts, learntAt: at }
  await db.commit([
    putLearnt(db, { key: 'words', body: writeWordTable(words), ...told }),
    putLearnt(db, { key: 'topics', body: writeTopicTable(topics), ...told }),
  ])
  return { texts: texts.size, words: words.words.size }
}

/** The different texts, in the order of their ids, organisations first. */
async function readTexts({ db, progress, stopping }: Lent, now: Instant): Promise<Set<string>> {
  const total = await countTexts(db)
  const step = Math.max(1, Math.ceil(total / MOST_TEXTS))
  const texts = new Set<string>()
  let read = 0
  for await (const page of pagesOf(db, now)) {
    if (stopping.aborted) break
    page.forEach(({ text }, at) => {
      if ((read + at) % step === 0) texts.add(text)
    })
    read += page.length
    progress('Reading texts', read, total)
  }
  return texts
}

async function* pagesOf(db: Runtime['db'], now: Instant): AsyncGenerator<StoredText[]> {
  const seenSince = addMs(now, -REMEMBERED_MS)
  yield* pagesUntilEmpty((after) => listOrganisationTexts(db, { after, limit: PAGE }))
  yield* pagesUntilEmpty((after) => listOpportunityTexts(db, { now, seenSince }, { after, limit: PAGE }))
}

async function* pagesUntilEmpty(
  list: (after: string) => Promise<StoredText[]>,
): AsyncGenerator<StoredText[]> {
  for (let page = await list(''); page.length > 0; page = await list(page.at(-1)?.id ?? '')) yield page
}

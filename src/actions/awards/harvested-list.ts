import { dayOf, type Instant, instantOf } from '../../base/date.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import type { Statement } from '../../db/database.ts'
import { putProgress } from '../../db/harvest-runs.ts'
import { settleByKey } from '../../db/quarantine.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import type { OfferedList } from '../../sources/awards/award-source.ts'
import { PageUnchanged } from '../../sources/if-changed.ts'
import { ReadingStopped } from '../../sources/reading-stopped.ts'
import { SourceBusy } from '../../sources/source-busy.ts'
import { AwardList, type NewAward } from './award-list.ts'
import type { AwardRun, AwardState } from './award-run.ts'
import { BATCH } from './import.ts'
import { keepNumber, keepRefused, keepUnreadList, listKey, numberKey } from './quarantine.ts'
import { readAwardList } from './read-list.ts'
import { storeAwards } from './store.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'newId' | 'log' | 'progress'>

/** Questions that a batch costs: which awards are known, and where their wards are. */
const READS = 2

/** One list of a source while it is harvested. */
export class HarvestedList {
  readonly #lent: Lent
  readonly #source: SourceEntry
  readonly #run: AwardRun
  readonly #offered: OfferedList
  readonly #list: AwardList
  #mark: string | null = null
  /** Rows, individuals and refused ones that have been stored or counted. */
  #done = { rows: 0, individuals: 0, refused: 0, kept: 0 }

  constructor(lent: Lent, source: SourceEntry, run: AwardRun, offered: OfferedList) {
    this.#lent = lent
    this.#source = source
    this.#run = run
    this.#offered = offered
    this.#list = new AwardList(this.#origin, dayOf(lent.now()))
  }

  get #origin() {
    return { sourceName: this.#offered.sourceName, licence: this.#offered.licence }
  }

  /**
   * Reads it to its end, or until the budget of the run is spent; a list that cannot be read is noted.
   *
   * @returns whether nothing of it is left to read now
   * @throws what was wrong with a list on the source's own site, with which the source fails
   */
  async read(): Promise<boolean> {
    try {
      return await this.#readRows()
    } catch (error) {
      if (error instanceof ReadingStopped) return this.#pause()
      if (error instanceof PageUnchanged) this.#run.listDone(null)
      else await this.#fail(error)
      return true
    }
  }

  /** @throws what is not a fault of the list alone */
  async #fail(error: unknown): Promise<void> {
    const isBusyElsewhere = error instanceof SourceBusy && !this.#offered.isOnOwnSite
    if (!(error instanceof AppError || isBusyElsewhere)) throw error
    await this.#noteUnread(messageOf(error))
    if (this.#offered.isOnOwnSite) throw error
  }

  async #readRows(): Promise<boolean> {
    const { bytes, mark } = await this.#offered.open()
    this.#mark = mark
    const before = this.#run.state.list
    // What was stored is read again, since a row may repeat one of them, but not stored again.
    const from = before?.id === this.#offered.id && before.mark === mark ? before.rows : 0
    for await (const row of readAwardList(bytes, this.#offered.sourceName)) {
      this.#list.read(row)
      if (this.#list.rows <= from) this.#skip()
      if (this.#list.rows - this.#done.rows < BATCH) continue
      await this.#store({ ...this.#run.state, list: this.#place })
      if (this.#run.isSpent()) return false
    }
    await this.#store({ reader: this.#offered.after(this.#run.state.reader), list: null })
    this.#run.listDone(null)
    return true
  }

  /** Keeps what came before the reading was stopped. */
  async #pause(): Promise<false> {
    if (this.#list.rows > this.#done.rows) await this.#store({ ...this.#run.state, list: this.#place })
    return false
  }

  get #place() {
    return { id: this.#offered.id, mark: this.#mark, rows: this.#list.rows }
  }

  /** Leaves out what an earlier harvest has stored. */
  #skip(): void {
    this.#list.take()
    this.#noteDone()
  }

  #noteDone(): void {
    const { rows, individuals, refusedCount, refused } = this.#list
    this.#done = { rows, individuals, refused: refusedCount, kept: refused.length }
  }

  async #store(state: AwardState): Promise<void> {
    const { db, now } = this.#lent
    const at = instantOf(now())
    const awards = this.#list.take()
    const stored = await storeAwards(this.#lent, awards)
    const refused = this.#list.refused.slice(this.#done.kept)
    const statements = [
      ...stored.statements,
      ...settleByKey(db, this.#source.id, at, this.#readWell(awards, at, state)),
      // After that: a row that repeats a good one has its key, and still waits.
      ...(await keepRefused(this.#lent, this.#source, this.#offered.id, this.#origin, refused)),
      ...(state.list === null ? await this.#keepNumber() : []),
      putProgress(db, this.#source.id, at, { ...this.#run.progress, state, notBefore: null }),
    ]
    await db.commit(statements)
    const { rows, individuals, refusedCount } = this.#list
    const quarantined = refused.length
    const counts = {
      pages: 1,
      seen: rows - this.#done.rows,
      new: stored.added,
      changed: stored.changed,
      unchanged: stored.unchanged,
      // With the bad rows that are too many to be kept.
      skipped: individuals - this.#done.individuals + refusedCount - this.#done.refused - quarantined,
      quarantined,
    }
    this.#run.stored(state, counts, statements.length + READS)
    this.#noteDone()
    this.#lent.progress(this.#source.name, this.#run.counts.seen, null)
  }

  /** What waits in quarantine of these is of the past, and so is the list itself once it has been read. */
  #readWell(awards: readonly NewAward[], releasedAt: Instant, { list }: AwardState) {
    const keys = awards.map(({ key }) => key)
    const { id } = this.#offered
    const all = list === null ? [...keys, listKey(id), numberKey(id)] : keys
    return all.map((key) => ({ key, releasedAt }))
  }

  /** Of bad rows that are too many to be kept as much as their number. */
  async #keepNumber(): Promise<readonly Statement[]> {
    const more = this.#list.refusedCount - this.#list.refused.length
    return more === 0 ? [] : keepNumber(this.#lent, this.#source, this.#offered.id, more)
  }

  async #noteUnread(reason: string): Promise<void> {
    const { db, now, log } = this.#lent
    const statements = await keepUnreadList(this.#lent, this.#source, this.#offered.id, reason)
    const state = { ...this.#run.state, list: null }
    const at = instantOf(now())
    await db.commit([...statements, putProgress(db, this.#source.id, at, { ...this.#run.progress, state })])
    log.info('list.quarantined', { source: this.#source.id, list: this.#offered.id, reason })
    this.#run.stored(state, { pages: 1, seen: 1, quarantined: 1 }, statements.length + 1)
    this.#run.listDone(reason)
  }
}

import * as z from 'zod'
import type { SourceEntry } from '../../domain/source.ts'
import { checkedSettings } from '../settings.ts'
import { MANNERS } from '../web/manners.ts'
import { PUBLISHER } from '../web/publisher.ts'

/** Words or phrases, any of which will do; a word counts only where it stands whole. */
const Words = z.array(z.string().min(1)).readonly().default([])
const InItem = z.strictObject({ title: Words, category: Words })
const NOTHING = { title: [], category: [] }

const Settings = z.strictObject({
  ...PUBLISHER,
  ...MANNERS,
  /** Only items that have one of these count; without any, all do. */
  include: InItem.default(NOTHING),
  /** Items that have one of these do not count. */
  exclude: InItem.default(NOTHING),
  /** Whether a feed that had items may be without any, which otherwise is a fault. */
  mayBeEmpty: z.boolean().default(false),
})
export type FeedSettings = Readonly<z.infer<typeof Settings>>

/** @throws AppError `invalid` naming each setting that is wrong, and what it may be */
export const feedSettings = (entry: SourceEntry): FeedSettings => checkedSettings(Settings, entry)

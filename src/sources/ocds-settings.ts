import * as z from 'zod'
import type { SourceEntry } from '../domain/source.ts'
import { checkedSettings } from './settings.ts'

const SHORTEST_MONTH_HOURS = 28 * 24

const Settings = z
  .strictObject({
    /** Asks for these stages only; null for all. */
    stages: z
      .array(z.enum(['planning', 'tender', 'award', 'implementation']))
      .min(1)
      .nullable()
      .default(null),
    fromParam: z.enum(['publishedFrom', 'updatedFrom']).default('publishedFrom'),
    toParam: z.enum(['publishedTo', 'updatedTo']).default('publishedTo'),
    /** `london`: 19 characters without a zone, as a clock in London shows. */
    timeFormat: z.enum(['utc', 'london']).default('utc'),
    /** The parameter of a source that is asked for one month, `06-2026`, and nothing else; null for a span of time. */
    monthParam: z.string().min(1).nullable().default(null),
    /** Parameters that every request carries as they are. */
    params: z.record(z.string(), z.string()).default({}),
    /** Whether an answer without a list of releases means that there are none. */
    mayLackReleases: z.boolean().default(false),
    /** Notices a page. */
    limit: z.int().min(1).max(1000).default(100),
    /** How much time one run of pages covers. */
    windowHours: z
      .number()
      .positive()
      .max(366 * 24)
      .default(24),
    /** How far back a first harvest goes. */
    lookbackDays: z.number().positive().max(3660).default(30),
    /** How much of the last harvest's time is read again. */
    overlapMinutes: z.number().nonnegative().default(60),
    paceMs: z.number().nonnegative().default(1000),
    maxPages: z.int().min(1).default(2000),
    throttle: z
      .array(z.strictObject({ status: z.int().min(400).max(599), waitMs: z.number().positive() }))
      .default([]),
    /** What tells the kinds of notice apart. */
    classifyBy: z.enum(['tag', 'noticeType']).default('tag'),
    /** Whether a `Z` after a time means London, not UTC. */
    zTimesAreLocal: z.boolean().default(false),
    /**
     * The page for people: `{release}` stands for the release's id, `{notice}` for it without its last `-number`,
     * `{ocid}` for the procurement's id, `{tender}` for the buyer's own reference.
     */
    noticeUrl: z
      .string()
      .regex(/^https?:\/\/.*\{(?:release|notice|ocid|tender)\}/, {
        error: 'must be an address with {release}, {notice}, {ocid} or {tender} in it',
      })
      .nullable()
      .default(null),
  })
  .refine(
    ({ overlapMinutes, windowHours, monthParam }) =>
      overlapMinutes < 60 * (monthParam === null ? windowHours : SHORTEST_MONTH_HOURS),
    {
      path: ['overlapMinutes'],
      error: 'must be less than windowHours, or than 28 days, or the harvest would never get on',
    },
  )
export type OcdsSettings = Readonly<z.infer<typeof Settings>>

/** @throws AppError `invalid` naming each setting that is wrong, and what it may be */
export const ocdsSettings = (entry: SourceEntry): OcdsSettings => checkedSettings(Settings, entry)

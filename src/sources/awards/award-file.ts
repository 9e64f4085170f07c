import * as z from 'zod'
import { AppError } from '../../base/errors.ts'
import { checkedSettings } from '../settings.ts'
import type { Validators } from '../source.ts'
import { type AwardConnector, licenceOf } from './award-source.ts'

const Settings = z.strictObject({ paceMs: z.number().nonnegative().default(1000) })

const State = z.object({
  validators: z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() }),
})

/** One file of awards, on the web or on the host's own disk. It is read again when it has changed. */
export const awardFile: AwardConnector = {
  name: '360giving-file',
  open(entry) {
    if (!/^(?:https?|file):/.test(entry.url)) {
      throw new AppError('invalid', `The address of the source ${entry.id} must begin with https:// or file:`)
    }
    const { paceMs } = checkedSettings(Settings, entry)
    return {
      async *lists({ open }, state) {
        const known = State.safeParse(state).data?.validators
        let sent: Validators | null = null
        const noted = (validators: Validators) => {
          sent = validators
        }
        yield {
          id: entry.url,
          isOnOwnSite: true,
          sourceName: entry.name,
          licence: licenceOf(entry),
          async open() {
            const bytes = await open(entry.url, {
              paceMs,
              throttle: [],
              accept: 'text/csv, application/json, */*;q=0.5',
              noted,
              ...(known && { unless: known }),
            })
            return { bytes, mark: markOf(sent) }
          },
          after: (before) => (markOf(sent) === null ? before : { validators: sent }),
        }
      },
      nextRound: (state) => state,
    }
  },
}

const markOf = (sent: Validators | null): string | null => sent?.etag ?? sent?.lastModified ?? null

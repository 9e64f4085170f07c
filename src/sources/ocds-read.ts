import type { Instant } from '../base/date.ts'
import type { Reading } from '../domain/source.ts'
import { brokenNumberIn } from './lenient-json.ts'
import { type Moment, readMoment } from './moment.ts'
import { readContent } from './ocds-content.ts'
import { readDeadline } from './ocds-deadline.ts'
import { kindOf } from './ocds-kind.ts'
import { Release } from './ocds-schema.ts'
import type { OcdsSettings } from './ocds-settings.ts'
import { unkeptWords } from './web/publisher.ts'

/** What every reading of a good release carries. */
interface Version {
  readonly key: string
  readonly revision: string
  readonly releasedAt: Moment['at']
}

/** Turns one release into a reading. Its key is the procurement's id, which all its releases share. */
export function readRelease(record: unknown, settings: OcdsSettings, licence: string): Reading {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return bad(null, null, 'The record is not a notice')
  }
  const release = Release.parse(record)
  const released = readMoment(release.date ?? '', settings.zTimesAreLocal)
  const releasedAt = released?.at ?? null
  const broken = brokenNumberIn(record)
  if (broken !== null) {
    return bad(release.ocid, releasedAt, `The notice has a number that JSON does not allow: ${broken}`)
  }
  if (release.ocid === null) return bad(null, releasedAt, 'The notice has no id of its procurement (ocid)')
  if (released === null) {
    return bad(release.ocid, null, `The notice has no date that can be read: ${release.date ?? 'none'}`)
  }
  const { at } = released
  return readVersion(
    release,
    released,
    { key: release.ocid, revision: release.id ?? at, releasedAt: at },
    settings,
    licence,
  )
}

function readVersion(
  release: Release,
  released: Moment,
  version: Version,
  settings: OcdsSettings,
  licence: string,
): Reading {
  const notice = kindOf(release, settings.classifyBy)
  switch (notice.kind) {
    case 'awarded':
    case 'withdrawn':
      return { outcome: 'ending', ...version, ended: notice.kind }
    case 'open':
    case 'forecast':
      return readOpportunity(release, released, version, {
        forecast: notice.kind === 'forecast',
        settings,
        licence,
      })
    case 'skipped':
      return { outcome: 'skipped', reason: notice.reason }
  }
}

function readOpportunity(
  release: Release,
  { day }: Moment,
  version: Version,
  { forecast, settings, licence }: { forecast: boolean; settings: OcdsSettings; licence: string },
): Reading {
  const closes = readDeadline(release.tender, day, settings.zTimesAreLocal)
  if ('unreadable' in closes) {
    return bad(
      version.key,
      version.releasedAt,
      `The notice has a closing date that cannot be read: ${closes.unreadable}`,
    )
  }
  const read = readContent(release, closes.deadline, forecast, settings, licence)
  if ('fault' in read) return bad(version.key, version.releasedAt, `The notice ${read.fault}`)
  const words = unkeptWords(release.tender.description ?? '', licence)
  return { outcome: 'opportunity', ...version, content: read.content, ...words }
}

const bad = (key: string | null, releasedAt: Instant | null, reason: string): Reading => ({
  outcome: 'bad',
  key,
  releasedAt,
  reason,
})

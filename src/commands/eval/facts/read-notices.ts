import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { dayOf, type Instant, type IsoDate } from '../../../base/date.ts'

/** A text that states facts, with its day. */
export interface Notice {
  readonly id: string
  readonly text: string
  /** Null when it is not known. */
  readonly publishedOn: IsoDate | null
}

const Text = z.string().nullish()
const Release = z.object({
  id: z.string(),
  date: z.string(),
  tender: z.object({ title: Text, description: Text }).nullish(),
})
const Releases = z.object({ releases: z.array(Release) })
const Row = z.object({ id: z.string(), title: Text, description: Text, eligibility: Text })

/**
 * The notices in a folder: OCDS packages in `sources/`, JSON lines in `eval/`, and texts in `*.txt`, each
 * under a line `=== id | day`. Files of another shape are passed over.
 */
export function readNotices(folder: string): readonly Notice[] {
  return [...releases(folder), ...rows(folder), ...texts(folder)]
}

const releases = (folder: string): Notice[] =>
  globSync(join(folder, 'sources', '{contracts-finder,find-a-tender}', '*.json'))
    .sort()
    .flatMap((file) => Releases.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data?.releases ?? [])
    .map(({ id, date, tender }) => ({
      id,
      text: joined(tender?.title, tender?.description),
      publishedOn: dayOf(new Date(date).toISOString() as Instant),
    }))

const rows = (folder: string): Notice[] =>
  ['gov_schemes.jsonl', 'awards/opportunities.jsonl', 'causes/opportunities.jsonl']
    .map((file) => join(folder, 'eval', file))
    .filter((file) => existsSync(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    )
    .map((line) => Row.parse(JSON.parse(line)))
    .map(({ id, title, description, eligibility }) => ({
      id,
      text: joined(title, description, eligibility),
      publishedOn: null,
    }))

const texts = (folder: string): Notice[] =>
  globSync(join(folder, '*.txt'))
    .sort()
    .flatMap((file) => readFileSync(file, 'utf8').split(/^=== /m).slice(1))
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      const [id = '', day = ''] = heading.split('|').map((word) => word.trim())
      return { id, text: lines.join('\n'), publishedOn: day === '' ? null : (day as IsoDate) }
    })

const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part).join('\n')

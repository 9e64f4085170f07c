import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../src/base/date.ts'
import { putFeedback, removeFeedback } from '../../src/db/feedback.ts'
import { migrate } from '../../src/db/migrate.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import type { Feedback } from '../../src/domain/feedback.ts'
import {
  aFeedback,
  anOpportunity,
  anOrganisation,
  opportunityId,
  organisationId,
} from '../support/builders.ts'
import { tempFolder } from '../support/temp.ts'

const run = promisify(execFile)
const AT = instantOf(new Date('2026-06-01T12:00:00Z'))

/** Runs a command over a database and a registry in that folder. */
async function command(folder: string, name: string, ...words: string[]) {
  const args = ['--import', './src/hosts/check-node.js', `src/commands/${name}.ts`, ...words]
  const env = {
    PATH: process.env['PATH'] ?? '',
    FUNDLOCAL_DATABASE: join(folder, 'test.db'),
    FUNDLOCAL_SOURCES: join(folder, 'sources.json'),
  }
  try {
    const { stdout, stderr } = await run(process.execPath, args, { env })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

const KITCHEN = anOrganisation({
  id: organisationId('kitchen'),
  reference: 'kitchen',
  name: 'Riverside Kitchen (R.K.)',
  whatWeDo: 'riverside kitchen (r.k.) runs a lunch club. Write to jo.bloggs@riverside.example.',
})
const CHOIR = anOrganisation({
  id: organisationId('choir'),
  reference: 'choir',
  name: 'Tidewater Choir',
  whatWeDo: 'A choir for singers with dementia.',
  whoWeHelp: '',
})
const LUNCH = anOpportunity({
  id: opportunityId('lunch'),
  title: 'Lunch clubs',
  description: 'Lunch clubs and community kitchens.',
})
const SONG = anOpportunity({
  id: opportunityId('song'),
  title: 'Singing together',
  description: 'Choirs and singers.',
})
const BOATS = anOpportunity({ id: opportunityId('boats'), title: 'Boats', description: 'Lifeboats.' })

const good = (organisation: string, opportunity: string): Feedback =>
  aFeedback({
    organisationId: organisationId(organisation),
    opportunityId: opportunityId(opportunity),
    verdict: 'good_match',
    reason: null,
    note: 'Secret note',
  })
const bad = (organisation: string, opportunity: string, reason: Feedback['reason']): Feedback => ({
  ...good(organisation, opportunity),
  verdict: 'not_for_us',
  reason,
})

/** A folder with a database in which that was said. */
async function aDatabase(said: readonly Feedback[]): Promise<string> {
  const folder = tempFolder()
  writeFileSync(join(folder, 'sources.json'), JSON.stringify({ sources: [] }))
  const db = openSqlite(join(folder, 'test.db'))
  migrate(db.file)
  const versions = [LUNCH, SONG, BOATS].map((opportunity) => ({ opportunity, changed: [], revision: 'r1' }))
  await db.commit([
    ...putOpportunities(db, versions),
    ...putOrganisations(db, AT, [KITCHEN, CHOIR]),
    ...said.map((one) => putFeedback(db, one)),
    removeFeedback(db, KITCHEN.id, BOATS.id, AT),
  ])
  db.file.close()
  return folder
}

const SAID = [
  good('kitchen', 'lunch'),
  bad('kitchen', 'song', 'not_our_cause'),
  // Taken back.
  bad('kitchen', 'boats', 'not_our_cause'),
  good('choir', 'song'),
  bad('choir', 'lunch', 'too_small'),
]
const read = (folder: string, file: string) => readFileSync(join(folder, 'out', 'feedback', file), 'utf8')

describe('labels of feedback', () => {
  test('name no organisation, no address and no note, and hide ids the same way each time', async () => {
    const folder = await aDatabase(SAID)
    const out = join(folder, 'out')
    const first = await command(folder, 'labels', out)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain(
      '3 labels by 2 organisations on 2 opportunities; 1 with another reason left out',
    )
    const grades = read(folder, 'qrels.tsv')
    expect(grades).toMatch(
      /^org_id\topp_id\tgrade\nO[0-9a-f]{16}\tsong\t2\nO[0-9a-f]{16}\tlunch\t2\nO[0-9a-f]{16}\tsong\t0\n$/,
    )
    const organisations = read(folder, 'orgs.jsonl')
    expect(organisations + grades).not.toMatch(/riverside|tidewater|\bkitchen\b|bloggs|@|Secret|80000/i)
    expect(organisations).toContain(
      '"description":"the organisation runs a lunch club. Write to [e-mail removed].',
    )
    expect(read(folder, 'opportunities.jsonl')).not.toContain('Lifeboats')
    await command(folder, 'labels', out)
    expect(read(folder, 'qrels.tsv')).toBe(grades)
    const elsewhere = await aDatabase(SAID)
    await command(elsewhere, 'labels', join(elsewhere, 'out'))
    expect(read(elsewhere, 'qrels.tsv')).not.toBe(grades)
  })

  test('have the ids of organisations when asked, and still no names', async () => {
    const folder = await aDatabase(SAID)
    await command(folder, 'labels', join(folder, 'out'), '--organisations')
    expect(read(folder, 'qrels.tsv')).toContain('kitchen\tsong\t0\n')
    expect(read(folder, 'orgs.jsonl')).not.toMatch(/riverside|@/i)
  })

  test('are read by npm run eval as one more set', async () => {
    const folder = await aDatabase(SAID)
    await command(folder, 'labels', join(folder, 'out'))
    const words = [join(folder, 'out'), '--sets', 'feedback', '--peers', 'tf-idf', '--json']
    const { out, code, err } = await command(folder, 'eval', ...words)
    expect(code, err).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      sets: [{ set: 'feedback', queries: 2, leftOut: 0, candidates: 2, ours: { ndcg10: 1, mrr: 1 } }],
    })
    expect((await command(folder, 'eval', join(folder, 'out'), '--peers', 'none')).out).toContain(
      'feedback: 2 queries, 2 candidates',
    )
  })

  test('of nothing but dislikes leave every query out, without a fault', async () => {
    const folder = await aDatabase([bad('kitchen', 'song', null)])
    await command(folder, 'labels', join(folder, 'out'))
    const { out, code, err } = await command(folder, 'eval', join(folder, 'out'), '--sets', 'feedback')
    expect(code, err).toBe(0)
    expect(out).toContain('feedback: 0 queries, 1 candidate, 1 query without a relevant one left out')
    expect(out).not.toContain('NaN')
  })

  test('that do not exist are said, and nothing is written', async () => {
    const folder = await aDatabase([bad('choir', 'lunch', 'too_small')])
    const { out, code, err } = await command(folder, 'labels', join(folder, 'out'))
    expect(code, err).toBe(0)
    expect(out).toContain('There is no feedback to write; 1 with another reason left out')
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('need one folder to go to', async () => {
    expect(await command(tempFolder(), 'labels')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Name one folder to write to'),
    })
  })
})

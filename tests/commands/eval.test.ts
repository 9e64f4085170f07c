import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { tempFolders } from '../support/temp.ts'

const tempFolder = tempFolders()

const run = promisify(execFile)
const FIXTURE = 'tests/fixtures/eval'
/** The labelled data that figures are published of; not part of the project. */
const LABELLED = '../shared/eval'

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function evaluate(...words: string[]): Promise<Outcome> {
  const args = ['--import', './src/hosts/check-node.js', 'src/commands/eval.ts', ...words]
  try {
    const { stdout, stderr } = await run(process.execPath, args)
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

/** What `--json` promises to its readers. */
interface Judged {
  readonly n: number
  readonly ndcg10?: number
  readonly recall20?: number
  readonly recall1?: number
  readonly recall5?: number
  readonly mrr: number
  readonly ineligible10?: number
  readonly ineligible10WithField?: number
}
interface Report {
  readonly set: string
  readonly queries: number
  readonly leftOut: number
  readonly ours: Judged
  readonly peers: Readonly<Record<string, Judged>>
}

async function reportsOf(...words: string[]): Promise<Map<string, Report>> {
  const { code, out, err } = await evaluate(...words, '--json')
  expect(err).not.toContain('    at ')
  expect(code).toBe(0)
  const { sets } = JSON.parse(out) as { sets: Report[] }
  return new Map(sets.map((report) => [report.set, report]))
}

/** The fixture, to be spoilt. */
function copy(): string {
  const folder = join(tempFolder(), 'eval')
  cpSync(FIXTURE, folder, { recursive: true })
  return folder
}

describe.concurrent('a whole folder', () => {
  test('is one JSON object with every set, every peer and every measure', async () => {
    const sets = await reportsOf(FIXTURE)
    expect([...sets.keys()]).toEqual(['causes', 'awards', 'themes', 'names'])
    for (const name of ['causes', 'awards', 'themes']) {
      const report = sets.get(name)
      const words = ['fuse', 'fuse-by-word', 'minisearch', 'fts5', 'tf-idf', 'tf-idf-stem']
      expect(Object.keys(report?.peers ?? {})).toEqual(words)
      expect(report?.ours).toMatchObject({ ndcg10: expect.any(Number), recall20: expect.any(Number) })
    }
    expect(Object.keys(sets.get('names')?.peers ?? {})).toEqual(['fuse', 'minisearch', 'trigrams'])
    expect(sets.get('names')?.ours).toMatchObject({ n: 2, recall1: 1, recall5: 1, mrr: 1 })
  })

  test('is easy enough that word for word search and ours find nearly everything', async () => {
    const sets = await reportsOf(FIXTURE, '--peers', 'tf-idf-stem')
    for (const name of ['causes', 'awards', 'themes']) {
      expect(sets.get(name)?.ours.mrr, name).toBeGreaterThan(0.7)
      expect(sets.get(name)?.peers['tf-idf-stem']?.mrr, name).toBe(1)
    }
  })

  test('leaves out a query without a relevant candidate, and says so', async () => {
    const report = (await reportsOf(FIXTURE, '--sets', 'causes', '--peers', 'none')).get('causes')
    expect(report).toMatchObject({ queries: 4, leftOut: 1, peers: {} })
    const { out } = await evaluate(FIXTURE, '--sets', 'causes', '--peers', 'none')
    expect(out).toContain('causes: 4 queries, 6 candidates, 1 query without a relevant one left out')
  })

  test('counts funders of individuals in the top ten, none of them where a field says so', async () => {
    const ours = (await reportsOf(FIXTURE, '--sets', 'causes', '--peers', 'none')).get('causes')?.ours
    expect(ours?.ineligible10).toBeGreaterThan(0)
    expect(ours?.ineligible10WithField).toBe(0)
  })

  test('is cross-validated when asked, from the figures that are reported', async () => {
    const { out } = await evaluate(FIXTURE, '--peers', 'none', '--folds', '2', '--json')
    const { sets, folds } = JSON.parse(out) as {
      sets: Report[]
      folds: { chosen: object[]; sets: { set: string; queries: number; shipped: { ndcg10: number } }[] }
    }
    expect(folds.chosen).toHaveLength(2)
    const matched = sets.filter(({ set }) => set !== 'names')
    expect(folds.sets.map(({ set, queries, shipped }) => [set, queries, shipped.ndcg10])).toEqual(
      matched.map(({ set, queries, ours }) => [set, queries, ours.ndcg10]),
    )
  })

  test('is a table for a person, ours first', async () => {
    const { out } = await evaluate(FIXTURE, '--sets', 'themes', '--peers', 'tf-idf,fts5')
    const [title, head, ours, ...rest] = out.split('\n')
    expect(title).toBe('themes: 2 queries, 4 candidates')
    expect(head).toMatch(/^system +n +nDCG@10 +recall@20 +MRR +seconds$/)
    expect(ours).toMatch(/^ours +2 +\d\.\d{3} ± \d\.\d{3} /)
    expect(rest.join('\n')).toContain('ours / best peer (')
  })

  test('may lack a set, which is said', async () => {
    const folder = copy()
    rmSync(join(folder, 'awards'), { recursive: true })
    const { code, err, out } = await evaluate(folder, '--sets', 'awards,themes', '--peers', 'none')
    expect(code).toBe(0)
    expect(err).toContain('awards: not in')
    expect(out).toContain('themes: 2 queries')
  })
})

test('the help says what is measured, and what of matching is switched off', async () => {
  const { code, out } = await evaluate('--help')
  expect(code).toBe(0)
  expect(out).toMatch(/^Usage: npm run eval -- DIR/)
  expect(out).toContain('the rules for area, income, amount and date off')
  expect(out).toContain('Ties are in order of id')
})

describe.concurrent('bad input', () => {
  const fails = async (outcome: Promise<Outcome>, code: number, says: string) => {
    const result = await outcome
    expect(result.err).toContain(says)
    expect(result.err).not.toMatch(/^\s+at /m)
    expect(result.code).toBe(code)
  }

  test.for([
    { words: [], says: 'Name one folder' },
    { words: [FIXTURE, '--sets', 'cause'], says: 'There is no set "cause"' },
    { words: [FIXTURE, '--peers', 'solr'], says: 'There is no peer "solr"' },
    { words: [FIXTURE, '--sample', '3'], says: '--sample must be a whole number of at least 20' },
    { words: [FIXTURE, '--folds', '1'], says: '--folds must be a whole number from 2 to 100' },
    {
      words: [FIXTURE, '--folds', '5', '--sets', 'names'],
      says: '--folds is about the weights of matching, and names alone have none',
    },
  ])('wrong words: $says', ({ words, says }) => fails(evaluate(...words), 2, says))

  test('a folder that is not there', () => fails(evaluate('nowhere'), 1, 'There is no folder nowhere'))

  test('a folder without any set', () => {
    const folder = join(tempFolder(), 'empty')
    mkdirSync(folder)
    return fails(evaluate(folder), 1, 'has none of the sets causes, awards, themes, names')
  })

  test.for([
    { file: 'causes/orgs.jsonl', line: '{"id": "o9", ', says: 'causes/orgs.jsonl, line 6: is not JSON' },
    {
      file: 'themes/opportunities.jsonl',
      line: '{"id": "t9"}',
      says: 'themes/opportunities.jsonl, line 3: title',
    },
    { file: 'causes/qrels.tsv', line: 'o1\tp1\t7', says: 'causes/qrels.tsv, line 8: grade: is not a grade' },
    { file: 'causes/qrels.tsv', line: 'o1\tp1', says: 'causes/qrels.tsv, line 8: has 2 cells' },
    { file: 'awards/qrels.tsv', line: 'o1\tp99\t1', says: 'awards/qrels.tsv, line 4: names p99' },
    { file: 'names/queries.tsv', line: 'Who\tXX-9\tx', says: 'names/queries.tsv, line 4: means XX-9' },
  ])('a bad line of $file is named: $says', ({ file, line, says }) => {
    const folder = copy()
    appendFileSync(join(folder, file), `${line}\n`)
    return fails(evaluate(folder, '--peers', 'none'), 1, says)
  })

  test('a file of a set that is missing', () => {
    const folder = copy()
    rmSync(join(folder, 'themes/qrels.tsv'))
    return fails(evaluate(folder, '--peers', 'none'), 1, 'The file themes/qrels.tsv cannot be read')
  })

  test('kinds that are not a table of words', () => {
    const folder = copy()
    writeFileSync(join(folder, 'causes/labels_opp_kind.json'), '["p1"]')
    return fails(evaluate(folder, '--peers', 'none'), 1, 'causes/labels_opp_kind.json, line 1')
  })
})

/** nDCG@10, recall@20 and MRR as they are published. */
const PUBLISHED = [
  { set: 'causes', peer: 'tf-idf', figures: [0.203, 0.318, 0.259] },
  { set: 'causes', peer: 'tf-idf-stem', figures: [0.206, 0.326, 0.256] },
  { set: 'causes', peer: 'fts5', figures: [0.196, 0.299, 0.226] },
  { set: 'themes', peer: 'tf-idf', figures: [0.445, 0.342, 0.685] },
  { set: 'themes', peer: 'tf-idf-stem', figures: [0.481, 0.36, 0.724] },
  { set: 'themes', peer: 'fts5', figures: [0.506, 0.398, 0.736] },
  { set: 'themes', peer: 'minisearch', figures: [0.437, 0.332, 0.671] },
  { set: 'causes', peer: 'minisearch', figures: [0.157, 0.253, 0.167] },
] as const

test.skipIf(!existsSync(LABELLED))(
  'the peers reach the published figures to within .02 (needs the labelled data beside the checkout)',
  { timeout: 120_000 },
  async () => {
    const sets = await reportsOf(
      LABELLED,
      '--sets',
      'causes,themes',
      '--peers',
      'tf-idf,tf-idf-stem,fts5,minisearch',
    )
    for (const { set, peer, figures } of PUBLISHED) {
      const { ndcg10 = 0, recall20 = 0, mrr = 0 } = sets.get(set)?.peers[peer] ?? {}
      const off = [ndcg10, recall20, mrr].map((value, at) => Math.abs(value - (figures[at] ?? 0)))
      expect(Math.max(...off), `${peer} on ${set}`).toBeLessThan(0.02)
    }
  },
)

import { execFile } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/db/sqlite.ts'
import { tempFolders } from '../support/temp.ts'

const run = promisify(execFile)
const tempFolder = tempFolders()

interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command as npm would, with a database and mail folder of its own. */
async function command(
  words: readonly string[],
  { folder = tempFolder(), env = {} }: { folder?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  const settings = {
    PATH: process.env['PATH'] ?? '',
    FUNDLOCAL_DATABASE: join(folder, 'test.db'),
    FUNDLOCAL_MAIL_FOLDER: join(folder, 'mail'),
    FUNDLOCAL_SOURCES: join(folder, 'sources.json'),
    ...env,
  }
  if (!existsSync(join(folder, 'sources.json'))) writeRegistry(folder, [])
  const args = ['--import', './src/hosts/check-node.js', ...words]
  try {
    const { stdout, stderr } = await run(process.execPath, args, { env: settings })
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

const writeRegistry = (folder: string, sources: readonly unknown[], rest: object = {}) =>
  writeFileSync(join(folder, 'sources.json'), JSON.stringify({ sources, ...rest }))

const job = (...words: string[]) => ['src/commands/job.ts', ...words]
const list = (folder: string, text: string) => {
  const path = join(folder, 'list.csv')
  writeFileSync(path, text)
  return ['src/commands/import.ts', 'organisations', path]
}

describe.concurrent('every command', () => {
  test.for([
    'src/node.ts',
    'src/commands/job.ts',
    'src/commands/import.ts',
    'src/commands/demo.ts',
    'src/commands/dev-worker.ts',
    'src/commands/bench.ts',
    'src/commands/dev.ts',
    'src/commands/eval.ts',
    'src/commands/labels.ts',
    'src/commands/learn.ts',
    'src/commands/soak.ts',
    'src/commands/build-assets.ts',
  ])('%s explains itself with --help', async (file) => {
    const { code, out } = await command([file, '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Usage: npm /)
  })

  test.for([
    { words: ['src/node.ts', '--frobnicate'], says: '--frobnicate' },
    { words: job(), says: 'Name a job' },
    { words: job('make-tea'), says: 'There is no job make-tea. The jobs are: collect-opportunities' },
    { words: job('match-organisations', 'extra'), says: 'takes nothing after its name' },
    { words: ['src/commands/import.ts', 'dreams', 'x.csv'], says: 'Say what to import' },
    {
      words: ['src/commands/import.ts', 'organisations', 'x.csv', '--licence', 'CC0-1.0'],
      says: '--licence is for awards, wards and postcodes',
    },
  ])('is clear about wrong words: $words', async ({ words, says }) => {
    const { code, err } = await command(words)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(err).toContain('Usage: npm')
    expect(err).not.toContain('    at ')
  })
})

describe.concurrent('bad surroundings', () => {
  const fails = async (outcome: Promise<Outcome>, says: RegExp) => {
    const { code, err } = await outcome
    expect(code).toBe(1)
    expect(err).toMatch(says)
    expect(err).not.toMatch(/^\s+at /m)
  }

  test('an unknown setting', () =>
    fails(
      command(job('match-organisations'), { env: { FUNDLOCAL_DATABSE: 'x' } }),
      /FUNDLOCAL_DATABSE is not a setting/,
    ))

  test('a registry that is not there', () =>
    fails(
      command(job('match-organisations'), { env: { FUNDLOCAL_SOURCES: 'nowhere.json' } }),
      /nowhere\.json cannot be read.*FUNDLOCAL_SOURCES/,
    ))

  test('a registry that is not JSON', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'sources.json'), '{"sources": [')
    return fails(command(job('match-organisations'), { folder }), /sources\.json is not JSON/)
  })

  test('a database from a newer version, which is left as it was', async () => {
    const folder = tempFolder()
    await command(job('match-organisations'), { folder })
    const { file } = openSqlite(join(folder, 'test.db'))
    file.prepare("INSERT INTO d1_migrations (name) VALUES ('9999_future.sql')").run()
    file.close()
    await fails(
      command(job('match-organisations'), { folder }),
      /newer version of fundlocal.*9999_future\.sql/,
    )
  })

  test('a database file that is not one', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'test.db'), 'This is a shopping list. '.repeat(100))
    return fails(command(job('match-organisations'), { folder }), /is not a database/)
  })

  test('sample data in a database of real data', async () => {
    const folder = tempFolder()
    await command(job('match-organisations'), { folder })
    writeRegistry(folder, [], { sample: true })
    await fails(command(job('match-organisations'), { folder }), /holds real data.*FUNDLOCAL_DATABASE/)
  })

  test('a full disk, after which the database is whole', async () => {
    const folder = tempFolder()
    const rows = Array.from({ length: 2_000 }, (_, i) => `R${i},Organisation ${i},${'x'.repeat(500)}`)
    const words = list(folder, `reference,name,what_we_do\n${rows.join('\n')}\n`)
    await command(job('match-organisations'), { folder })
    const { file } = openSqlite(join(folder, 'test.db'))
    file.close()
    // A limit on the size of files is what a full disk looks like to SQLite.
    const limited = run(
      '/bin/bash',
      [
        '-c',
        `ulimit -f 400; trap '' XFSZ; exec "$0" --import ./src/hosts/check-node.js "$@"`,
        process.execPath,
        ...words,
      ],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          FUNDLOCAL_DATABASE: join(folder, 'test.db'),
          FUNDLOCAL_SOURCES: join(folder, 'sources.json'),
        },
      },
    )
    await expect(limited).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/disk (is full|failed)/),
    })
    const again = openSqlite(join(folder, 'test.db'))
    expect(again.file.pragma('integrity_check', { simple: true })).toBe('ok')
    const kept = again.file.prepare('SELECT count(*) FROM organisations').pluck().get() as number
    again.file.close()
    expect(kept % 500, 'whole batches only').toBe(0)
    const whole = await command(words, { folder })
    expect(whole.out).toContain(`${2_000 - kept} added`)
  })
})

describe.concurrent('importing organisations', () => {
  const HEAD = 'reference,name,legal_form,areas,income,email'

  test('takes in the good rows, reports the bad ones, and repeats without harm', async () => {
    const folder = tempFolder()
    const words = list(
      folder,
      [
        HEAD,
        'A1,"Riverside, Kitchen",cio,South Gloucestershire,"£80,000",hello@riverside.example',
        'A2,Bad Form,partnership,Atlantis,lots,not-an-address',
        'A1,Twice,cio,,,',
        ',No Reference,cio,,,',
        'A3,Short row',
      ].join('\r\n'),
    )
    const first = await command(words, { folder })
    expect(first.code).toBe(1)
    expect(first.out).toContain('5 rows: 1 added, 0 changed, 0 unchanged, 4 refused')
    expect(first.out).toContain(
      'line 3 (Bad Form): legal_form: "partnership" is not a legal form we know; areas: "Atlantis" is not an area we know, by GSS code or name; income: "lots" is not an amount in pounds like 10000 or £10,000; email: "not-an-address" is not an e-mail address',
    )
    expect(first.out).toContain('line 4 (Twice): reference: the same as on line 2')
    expect(first.out).toContain('line 5 (No Reference): reference: give a reference')
    expect(first.out).toMatch(/line 6 \(Short row\): The row has 2 cells/)
    const second = await command(words, { folder })
    expect(second.out).toContain('0 added, 0 changed, 1 unchanged, 4 refused')
  })

  test('a column that it does not know stops the list before a row comes in', async () => {
    const folder = tempFolder()
    const { code, err } = await command(list(folder, 'reference,nmae\nA1,Riverside\n'), { folder })
    expect(code).toBe(1)
    expect(err).toMatch(
      /has no column "name", and has columns that we do not know: "nmae" \(did you mean name\?\)/,
    )
  })

  test('a list saved by an older spreadsheet is read with its accents', async () => {
    const folder = tempFolder()
    const path = join(folder, 'old.csv')
    writeFileSync(path, Buffer.from('reference,name\nA1,Caf\xe9 \xa35\n', 'latin1'))
    await command(['src/commands/import.ts', 'organisations', path], { folder })
    const { file } = openSqlite(join(folder, 'test.db'))
    expect(file.prepare('SELECT name FROM organisations').pluck().get()).toBe('Café £5')
    file.close()
  })

  test('a file that is not there', async () => {
    const { code, err } = await command(['src/commands/import.ts', 'organisations', 'nowhere.csv'])
    expect(code).toBe(1)
    expect(err).toContain('The file nowhere.csv cannot be read')
  })
})

describe('importing places', () => {
  const HEAD = 'pcds,doterm,lad26cd,wd26cd'
  const take = async (words: readonly string[], rows: string) => {
    const folder = tempFolder()
    const path = join(folder, 'ONSPD_MAY_2026_UK.csv')
    writeFileSync(path, `${HEAD}\n${rows}`)
    return command(['src/commands/import.ts', 'postcodes', path, ...words], { folder })
  }

  test('says which columns were found and missing, which rows came in, and which could not', async () => {
    const rows = 'BS34 8AB,,E06000025,E05011950\nBS1 1AA,,E06000023,E05010885\nnonsense,,E06000025,'
    const { code, out } = await take(['--areas', 'S Glos, Bath and North East Somerset'], rows)
    expect(out.split('\n').filter((line) => line !== '')).toEqual([
      'Postcodes of South Gloucestershire and Bath and North East Somerset',
      'Edition May 2026, licence OGL-UK-3.0',
      'Read: postcode from "pcds", council from "lad26cd", ward from "wd26cd", month of ending from "doterm"',
      'Not in the file: neighbourhood (LSOA)',
      '3 rows: 1 added, 0 changed, 0 unchanged, 1 of other areas, 0 of no council, 1 refused',
      'line 4 (nonsense): "nonsense" is not a postcode',
    ])
    expect(code).toBe(1)
  })

  test.for([
    [[], 'Name areas with --areas'],
    [['--areas', 'Newcastle'], 'Did you mean Newcastle upon Tyne or Newcastle-under-Lyme?'],
    [['--areas', 'Bristol', '--all'], 'Give --areas or --all, not both'],
  ] as const)('asks of which areas, told %j', async ([words, says]) => {
    const { code, err } = await take(words, 'BS34 8AB,,E06000025,E05011950')
    expect([code, err]).toEqual([2, expect.stringContaining(says)])
  })
})

describe.concurrent('importing awards', () => {
  const LIST = [
    'Identifier,Title,Amount Awarded,Award Date,Recipient Org:Name,Recipient Ind:Name,Funding Org:Name',
    '360G-a,A stove,5000,2025-05-01,Riverside,,The Example Fund',
    '360G-b,A pan,much,2025-05-01,Riverside,,The Example Fund',
    '360G-c,A coat,50,2025-05-01,,Jo Bloggs,The Example Fund',
  ].join('\n')

  test('takes in the good rows under the source and licence, and reports the bad ones', async () => {
    const folder = tempFolder()
    const path = join(folder, 'given.csv')
    writeFileSync(path, LIST)
    const words = [
      'src/commands/import.ts',
      'awards',
      path,
      '--source',
      'Open list',
      '--licence',
      'CC-BY-4.0',
    ]
    const { code, out } = await command(words, { folder })
    expect(code).toBe(1)
    expect(out).toContain(
      '3 rows: 1 added, 0 changed, 0 unchanged, 1 refused, 1 award to individuals left out\nline 3 (Riverside): Amount Awarded: "much" is not',
    )
    const { file } = openSqlite(join(folder, 'test.db'))
    expect(file.prepare('SELECT source_name, licence FROM awards').all()).toEqual([
      { source_name: 'Open list', licence: 'CC-BY-4.0' },
    ])
    file.close()
  })

  test.for([
    ['nowhere.csv', 'The file nowhere.csv cannot be read'],
    ['data/sample', 'The file data/sample cannot be read: it is not a file'],
    ['data/sample/organisations.csv', 'It has no column "Amount Awarded"'],
  ] as const)('says plainly what is wrong with %s', async ([path, says]) => {
    const { code, err } = await command(['src/commands/import.ts', 'awards', path])
    expect(code).toBe(1)
    expect(err).toContain(says)
    expect(err).not.toContain('    at ')
  })
})

describe.concurrent('the whole work from the terminal', () => {
  test('harvest, import, match and digest, each by its command', async () => {
    const folder = tempFolder()
    writeFileSync(
      join(folder, 'calls.csv'),
      'key,title,funder,url,areas,applicant_types,deadline,themes\nk1,Community kitchens,The Example Fund,https://fund.example/k1,South Gloucestershire,vcse,rolling,food\nk2,,The Example Fund,https://fund.example/k2,,,,\n',
    )
    writeRegistry(folder, [
      {
        id: 'calls',
        name: 'Calls',
        connector: 'file',
        url: `file:${join(folder, 'calls.csv')}`,
        licence: 'CC0-1.0',
      },
    ])
    const steps = [
      job('collect-opportunities'),
      list(
        folder,
        'reference,name,legal_form,areas,email,what_we_do,themes\nA1,Riverside,cio,South Gloucestershire,hello@riverside.example,A community kitchen,food\n',
      ),
      job('match-organisations'),
      job('send-digests'),
      job('send-digests'),
    ]
    const outs: string[] = []
    for (const words of steps) outs.push((await command(words, { folder })).out)
    expect(outs[0]).toContain('1 new')
    expect(outs[0]).toContain('1 quarantined')
    expect(outs[1]).toContain('1 added')
    expect(outs[2]).toContain('1 eligible')
    expect(outs[3]).toContain('1 sent')
    expect(outs[4]).toContain('0 sent')
    expect(readdirSync(join(folder, 'mail'))).toHaveLength(1)
  })

  test('a source that fails is a failed command, and says why', async () => {
    const folder = tempFolder()
    writeRegistry(folder, [
      { id: 'gone', name: 'Gone', connector: 'file', url: 'file:nowhere.csv', licence: 'CC0-1.0' },
    ])
    const { code, err } = await command(job('collect-opportunities'), { folder })
    expect(code).toBe(1)
    expect(err).toContain('nowhere.csv')
  })
})

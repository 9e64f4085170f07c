import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** The walls of the house: what each part may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/base': ['temporal-polyfill'],
  'src/domain': ['src/base', 'data/reference', 'zod'],
  'src/sources': ['src/base', 'src/domain', 'zod', 'domhandler', 'htmlparser2'],
  'src/catalogue': ['src/base', 'src/domain', 'data/reference'],
  'src/matching': ['src/base', 'src/domain', 'data/reference'],
  'src/delivery': ['src/base', 'src/domain'],
  'src/reading': ['src/base', 'src/domain'],
  'src/db': ['src/base', 'src/domain', 'kysely'],
  'src/actions': [
    'src/base',
    'src/domain',
    'src/sources',
    'src/catalogue',
    'src/matching',
    'src/delivery',
    'src/reading',
    'src/db',
    'src/runtime.ts',
  ],
  'src/api': [
    'src/base',
    'src/domain',
    'src/db',
    'src/actions',
    'src/runtime.ts',
    'hono',
    '@hono/zod-validator',
    'zod',
  ],
  'src/web': ['src/base', 'src/domain', 'src/db', 'src/actions', 'src/runtime.ts', 'hono', 'zod'],
  jobs: ['src/base', 'src/domain', 'src/sources', 'src/db', 'src/actions', 'src/runtime.ts'],
  'src/config.ts': ['zod'],
  'src/runtime.ts': ['src/base', 'src/config.ts', 'src/db', 'src/domain', 'src/matching'],
  'src/app.ts': ['src/base', 'src/runtime.ts', 'src/api', 'src/web', 'hono'],
}

/** The few files that touch a host or a format of their own, and what that lets them import besides. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  'src/base/csv.ts': ['csv-parse/sync'],
  'src/base/csv-records.ts': ['csv-parse/stream'],
  'src/base/sheet.ts': ['read-excel-file/universal'],
  'src/base/names/near-words.ts': ['fuse.js'],
  'src/db/sqlite.ts': ['better-sqlite3'],
  'src/db/migrate.ts': ['better-sqlite3', 'node:'],
  'src/db/d1.ts': ['@cloudflare/workers-types'],
  'src/sources/feed/feed-items.ts': ['feedsmith'],
  'src/sources/web/public-address.ts': ['ipaddr.js'],
  'src/sources/web/document.ts': ['css-select'],
  'src/sources/web/robots.ts': ['robots-parser'],
  'src/catalogue/duplicates/likeness.ts': ['fuse.js'],
  'src/matching/words/spellings.ts': ['fuse.js'],
  'src/matching/words/stem.ts': ['stemmer'],
}

/** These lend the world to the rest, so they may import anything, and nothing but they may import them. */
const HOSTS = ['src/node.ts', 'src/worker.ts', 'src/hosts', 'src/commands']

const files = globSync(['src/**/*.ts', 'jobs/**/*.ts']).sort()
const guarded = files.filter((file) => !HOSTS.some((host) => isIn(host, file)))

test.for(guarded)('%s imports only what its module may', (file) => {
  const module = moduleOf(file)
  const allowed = [module, ...(MAY_IMPORT[module] ?? []), ...(ALSO[file] ?? [])]
  expect(importsOf(file).filter((name) => !allowed.some((prefix) => isIn(prefix, name)))).toEqual([])
})

test('every module is in the table, and every exception is still a file', () => {
  expect([...new Set(guarded.map(moduleOf))].filter((module) => !(module in MAY_IMPORT))).toEqual([])
  expect(Object.keys(ALSO).filter((file) => !files.includes(file))).toEqual([])
})

test('the modules form no circle', () => {
  const depth = (name: string, path: readonly string[] = []): number => {
    if (path.includes(name)) throw new Error([...path, name].join(' → '))
    return 1 + Math.max(0, ...(MAY_IMPORT[name] ?? []).map((next) => depth(next, [...path, name])))
  }
  expect(() => Object.keys(MAY_IMPORT).map((name) => depth(name))).not.toThrow()
})

const CORE = ['src/base', 'src/domain', 'src/catalogue', 'src/matching', 'src/delivery', 'src/reading']

test.for(guarded.filter((file) => CORE.some((folder) => isIn(folder, file))))(
  '%s asks no clock, no chance and no network',
  (file) => {
    const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(code).not.toMatch(
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bprocess\.|\bperformance\./,
    )
  },
)

test('only the database folder speaks SQL', () => {
  const speakers = guarded.filter(
    (file) =>
      !isIn('src/db', file) &&
      /sql`|\.(?:insertInto|updateTable|deleteFrom|selectFrom)\(/.test(readFileSync(file, 'utf8')),
  )
  expect(speakers).toEqual([])
})

test('a face never commits: writes go through an action', () => {
  const faces = guarded.filter((file) => isIn('src/web', file) || isIn('src/api', file))
  expect(faces.filter((file) => /\.commit\(/.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('no file is larger than a screen or two', () => {
  const lines = files.map((file) => readFileSync(file, 'utf8').split('\n').length).sort((a, b) => a - b)
  expect(lines.at(-1)).toBeLessThanOrEqual(300)
  expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(160)
})

/** The part of the house that a file is in: its folder, or itself when it stands alone under `src`. */
function moduleOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'src' ? `${top}/${second}` : top
}

/** Whether the name is the prefix itself or lies below it. */
function isIn(prefix: string, name: string): boolean {
  return name === prefix || name.startsWith(prefix.endsWith(':') ? prefix : `${prefix}/`)
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:\sfrom|^import|\bimport\()\s*'([^']+)'/gm)].map(([, name = '']) =>
    name.startsWith('.') ? join(dirname(file), name) : name,
  )
}

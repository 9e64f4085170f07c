import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type AwardImportReport, importAwards } from '../actions/awards/import.ts'
import { readAwardList } from '../actions/awards/read-list.ts'
import { type ImportReport, importOrganisations } from '../actions/organisations/import.ts'
import { readOrganisationList } from '../actions/organisations/read-list.ts'
import { AppError, messageOf } from '../base/errors.ts'
import { jsonLog } from '../base/log.ts'
import { count, listWords } from '../base/text.ts'
import { openNodeHost } from '../hosts/node-runtime.ts'
import { terminalProgress } from '../hosts/terminal-progress.ts'
import type { Runtime } from '../runtime.ts'
import { importPlaces, sayPlaces } from './import-places.ts'
import { runCommand, UsageError } from './run-command.ts'

/** What each kind of list may be told. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  awards: ['source', 'licence'],
  wards: ['licence', 'edition'],
  postcodes: ['licence', 'edition', 'areas', 'all'],
}

await runCommand({
  usage: `npm run import -- organisations FILE.csv
       npm run import -- awards FILE [--source NAME] [--licence CC-BY-4.0]
       npm run import -- wards FILE.csv [--edition "May 2026"]
       npm run import -- postcodes FILE.csv [--areas "Bristol, South Gloucestershire"] [--all]`,
  help: `Takes in a list of organisations, of what funders have paid for (CSV, JSON or Excel of 360Giving), or of places
(CSV of the Office for National Statistics).
The same list twice changes nothing; a bad row is reported and the others come in.
--source   what readers see as the source of the awards; without it, the name of the file
--licence  the licence of awards or places, by its SPDX id; for places OGL-UK-3.0 without it
--edition  the edition of the places; without it, the month and year in the name of the file
--areas    the councils, counties or regions whose postcodes are taken; without it, those in which organisations work
--all      takes the postcodes of the whole file
The columns are in docs/data-formats.md.`,
  options: {
    source: { type: 'string' },
    licence: { type: 'string' },
    edition: { type: 'string' },
    areas: { type: 'string' },
    all: { type: 'boolean' },
  },
  async run([what, path, ...rest], said) {
    if (path === undefined || rest.length > 0) throw new UsageError('Say what to import and from which file')
    refuseOptions(what, said)
    if (what === 'awards') return importAwardFile(path, said)
    if (what === 'wards' || what === 'postcodes') return importPlaceFile(what, path, said)
    if (what !== 'organisations')
      throw new UsageError('Say what to import: organisations, awards, wards or postcodes')
    const rows = readOrganisationList(await bytesOf(path), path)
    await withRuntime(async (runtime) => {
      const report = await importOrganisations(runtime, rows)
      console.log([sayCounts(report, report.refused.length), ...sayRefused(report)].join('\n'))
      if (report.refused.length > 0) process.exitCode = 1
    })
  },
})

type Said = Readonly<Record<string, unknown>>

function refuseOptions(what = '', said: Said): void {
  const other = Object.keys(said).filter((name) => name !== 'help' && !OPTIONS[what]?.includes(name))
  if (other.length === 0) return
  const kinds = Object.keys(OPTIONS).filter((kind) => OPTIONS[kind]?.includes(other[0] ?? ''))
  throw new UsageError(`--${other[0]} is for ${listWords(kinds)}`)
}

async function importPlaceFile(what: 'wards' | 'postcodes', path: string, said: Said): Promise<void> {
  const { edition, licence, areas, all } = said
  if (areas !== undefined && all === true) throw new UsageError('Give --areas or --all, not both')
  await refuseUnreadable(path)
  const asked = { edition: text(edition), licence: text(licence), areas: text(areas), all: all === true }
  await withRuntime(async (runtime) => {
    const report = await importPlaces(runtime, what, path, asked)
    console.log(sayPlaces(report))
    if (report.refusedCount > 0) process.exitCode = 1
  })
}

async function importAwardFile(path: string, said: Said): Promise<void> {
  await refuseUnreadable(path)
  const bytes = createReadStream(path)
  const origin = {
    sourceName: text(said['source']) ?? basename(path, extname(path)),
    licence: text(said['licence']),
  }
  await withRuntime(async (runtime) => {
    const report = await importAwards(runtime, readAwardList(bytes, path), origin)
    console.log(sayAwards(report))
    if (report.refusedCount > 0) process.exitCode = 1
  })
}

/** Null for an option that was not given or says nothing. */
function text(option: unknown): string | null {
  return typeof option === 'string' && option.trim() !== '' ? option.trim() : null
}

async function withRuntime(work: (runtime: Runtime) => Promise<void>): Promise<void> {
  const progress = terminalProgress(process.stderr, Date.now)
  const host = await openNodeHost(process.env, { log: jsonLog(() => new Date()), progress })
  try {
    await work(host.runtime)
  } finally {
    host.close()
  }
}

async function refuseUnreadable(path: string): Promise<void> {
  const fault = await stat(path).then((file) => (file.isFile() ? null : 'it is not a file'), messageOf)
  if (fault !== null) throw new AppError('invalid', `The file ${path} cannot be read: ${fault}`)
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new AppError('invalid', `The file ${path} cannot be read: ${messageOf(error)}`)
  }
}

function sayCounts({ rows, added, changed, unchanged }: ImportReport, refused: number): string {
  return `${count(rows, 'row')}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused`
}

function sayRefused({ refused }: ImportReport): string[] {
  return refused.map(
    ({ line, name, faults }) => `line ${line}${name ? ` (${name})` : ''}: ${faults.join('; ')}`,
  )
}

function sayAwards(report: AwardImportReport): string {
  const { individuals, refusedCount, refused } = report
  const more = refusedCount - refused.length
  return [
    `${sayCounts(report, refusedCount)}, ${count(individuals, 'award')} to individuals left out`,
    ...sayRefused(report),
    ...(more > 0 ? [`and ${count(more, 'row')} more with faults`] : []),
  ].join('\n')
}

import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { type AwardImportReport, importAwards } from '../actions/awards/import.ts'
import { readAwardList } from '../actions/awards/read-list.ts'
import { type ImportReport, importOrganisations } from '../actions/organisations/import.ts'
import { readOrganisationList } from '../actions/organisations/read-list.ts'
import { AppError, messageOf } from '../base/errors.ts'
import { jsonLog } from '../base/log.ts'
import { count } from '../base/text.ts'
import { openNodeHost } from '../hosts/node-runtime.ts'
import { terminalProgress } from '../hosts/terminal-progress.ts'
import type { Runtime } from '../runtime.ts'
import { runCommand, UsageError } from './run-command.ts'

await runCommand({
  usage:
    'npm run import -- organisations FILE.csv\n       npm run import -- awards FILE [--source NAME] [--licence CC-BY-4.0]',
  help: `Takes in a list of organisations, or of what funders have paid for (CSV, JSON or Excel of 360Giving).
The same list twice changes nothing; a bad row is reported and the others come in.
--source   what readers see as the source of the awards; without it, the name of the file
--licence  the licence of the awards, by its SPDX id
The columns are in docs/data-formats.md.`,
  options: { source: { type: 'string' }, licence: { type: 'string' } },
  async run([what, path, ...rest], { source, licence }) {
    if (path === undefined || rest.length > 0) throw new UsageError('Say what to import and from which file')
    if (what === 'awards') return importAwardFile(path, { source, licence })
    if (what !== 'organisations') throw new UsageError('Say what to import: organisations or awards')
    if (source !== undefined || licence !== undefined)
      throw new UsageError('--source and --licence are for awards')
    const rows = readOrganisationList(await bytesOf(path), path)
    await withRuntime(async (runtime) => {
      const report = await importOrganisations(runtime, rows)
      console.log([sayCounts(report, report.refused.length), ...sayRefused(report)].join('\n'))
      if (report.refused.length > 0) process.exitCode = 1
    })
  },
})

async function importAwardFile(path: string, said: { source: unknown; licence: unknown }): Promise<void> {
  await refuseUnreadable(path)
  const bytes = createReadStream(path)
  const origin = {
    sourceName: text(said.source) ?? basename(path, extname(path)),
    licence: text(said.licence),
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

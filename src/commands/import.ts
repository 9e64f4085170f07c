import { readFile } from 'node:fs/promises'
import { type ImportReport, importOrganisations } from '../actions/organisations/import.ts'
import { readOrganisationList } from '../actions/organisations/read-list.ts'
import { AppError, messageOf } from '../base/errors.ts'
import { jsonLog } from '../base/log.ts'
import { count } from '../base/text.ts'
import { openNodeHost } from '../hosts/node-runtime.ts'
import { terminalProgress } from '../hosts/terminal-progress.ts'
import { runCommand, UsageError } from './run-command.ts'

await runCommand({
  usage: 'npm run import -- organisations FILE.csv',
  help: 'Takes in a list of organisations. The same list twice changes nothing; a bad row is reported and the others come in.\nThe columns are in docs/data-formats.md.',
  async run([what, path, ...rest]) {
    if (what !== 'organisations' || path === undefined || rest.length > 0) {
      throw new UsageError('Say what to import and from which file')
    }
    const rows = readOrganisationList(await bytesOf(path), path)
    const progress = terminalProgress(process.stderr, Date.now)
    const host = await openNodeHost(process.env, { log: jsonLog(() => new Date()), progress })
    try {
      const report = await importOrganisations(host.runtime, rows)
      console.log(sayReport(report))
      if (report.refused.length > 0) process.exitCode = 1
    } finally {
      host.close()
    }
  },
})

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new AppError('invalid', `The file ${path} cannot be read: ${messageOf(error)}`)
  }
}

function sayReport({ rows, added, changed, unchanged, refused }: ImportReport): string {
  return [
    `${count(rows, 'row')}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused`,
    ...refused.map(
      ({ line, name, faults }) => `line ${line}${name ? ` (${name})` : ''}: ${faults.join('; ')}`,
    ),
  ].join('\n')
}

import { join } from 'node:path'
import { collectLabels } from '../actions/feedback/collect-labels.ts'
import { labelKey } from '../actions/feedback/label-key.ts'
import { jsonLog } from '../base/log.ts'
import { openNodeHost } from '../hosts/node-runtime.ts'
import { hiddenId } from './labels/hidden-id.ts'
import { writeLabels } from './labels/write-labels.ts'
import { runCommand, UsageError } from './run-command.ts'

await runCommand({
  usage: 'npm run labels -- DIR [--organisations]',
  help: `Writes what organisations said of their matches to DIR/feedback, for npm run eval: a good match is grade 2, "not for us"
because of the subject grade 0; other reasons say nothing of the subject and are left out. Files that are there already
are replaced.
--organisations  writes the ids of organisations as they are; without it they are hashed with a key of this installation

Names, addresses and figures of organisations are never written, nor are notes. Their descriptions are: read them before
you pass them on. The format is in docs/data-formats.md.`,
  options: { organisations: { type: 'boolean', default: false } },
  async run([folder, ...rest], options) {
    if (folder === undefined || rest.length > 0) throw new UsageError('Name one folder to write to')
    const host = await openNodeHost(process.env, { log: jsonLog(() => new Date()), progress: () => {} })
    try {
      const key = await labelKey(host.runtime)
      const idOf = options['organisations'] === true ? (id: string) => id : (id: string) => hiddenId(key, id)
      console.log(writeLabels(join(folder, 'feedback'), await collectLabels(host.runtime), idOf))
    } finally {
      host.close()
    }
  },
})

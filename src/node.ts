import { jobs } from '../jobs/index.ts'
import { jsonLog } from './base/log.ts'
import { runCommand } from './commands/run-command.ts'
import { SETTINGS } from './config.ts'
import { startClock } from './hosts/clock.ts'
import { openNodeHost } from './hosts/node-runtime.ts'
import { startServer } from './hosts/node-server.ts'
import { untilStopped } from './hosts/until-stopped.ts'

await runCommand({
  usage: 'npm start',
  help: `Serves the pages and the API on this machine and runs the jobs on their schedule.\nSettings: ${SETTINGS.join(', ')}`,
  async run() {
    const log = jsonLog(() => new Date())
    const host = await openNodeHost(process.env, { log, progress: () => {} })
    try {
      const server = await startServer(host.runtime)
      const stopClock = startClock(jobs, host.runtime)
      log.info('server.started', { url: server.url, database: host.runtime.config.database })
      await untilStopped(async () => {
        host.stop()
        await Promise.all([stopClock(), server.close()])
      })
    } finally {
      host.close()
    }
  },
})

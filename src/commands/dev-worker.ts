import { spawnSync } from 'node:child_process'
import { OFFLINE } from './local-runtime.ts'
import { runCommand } from './run-command.ts'

const env = { ...process.env, ...OFFLINE }

await runCommand({
  usage: 'npm run dev:worker -- [--port 8787]',
  help: 'Runs the app as a Worker on this machine, with a local D1 database under .wrangler.\nFire a job by its cron: curl "http://localhost:8787/cdn-cgi/handler/scheduled?cron=5+*+*+*+*"',
  options: { port: { type: 'string', default: '8787' } },
  async run(_words, { port }) {
    wrangler('d1', 'migrations', 'apply', 'DB', '--local')
    wrangler('dev', '--local', '--ip', '127.0.0.1', '--port', String(port))
  },
})

function wrangler(...words: string[]): void {
  const { status, error } = spawnSync('wrangler', words, { stdio: 'inherit', env })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

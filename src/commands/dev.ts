import { spawnSync } from 'node:child_process'
import { runCommand } from './run-command.ts'

await runCommand({
  usage: 'npm run dev',
  help: 'Serves as npm start does, and starts again whenever a file of the code changes.',
  async run() {
    const { status } = spawnSync(process.execPath, ['--watch', 'src/node.ts'], { stdio: 'inherit' })
    process.exitCode = status ?? 0
  },
})

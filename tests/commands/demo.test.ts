import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp.ts'

const run = promisify(execFile)

/** A folder with the sample data, beside the code as it is: the demonstration empties its own folder. */
function aCopy(): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'data'))
  cpSync('data/sample', join(folder, 'data', 'sample'), { recursive: true })
  for (const name of ['src', 'jobs', 'node_modules']) symlinkSync(resolve(name), join(folder, name))
  return folder
}

test('the demonstration harvests, matches and writes a digest for every organisation, and says so', async () => {
  const cwd = aCopy()
  const args = ['--import', './src/hosts/check-node.js', './src/commands/demo.ts', '--once']
  const { stdout } = await run(process.execPath, args, { cwd, env: { PATH: process.env['PATH'] ?? '' } })
  expect(stdout).toMatch(/2\. Harvest: 2 sources, 0 failed.* (\d{2,}) new,.* 0 quarantined/)
  expect(stdout).toContain('3. Organisations: 25 added, 0 refused')
  expect(stdout).toMatch(/Past awards of funders: [56]\d added, 0 refused/)
  expect(stdout.match(/the best of \d+|no match today/g)).toHaveLength(25)
  expect(stdout).toContain('25 written')
  expect(stdout).toMatch(/sends nothing twice:.* 0 written.* 0 sent/)
  const mails = readdirSync(join(cwd, 'data/demo/mail'))
  expect(mails).toHaveLength(25)
  const mail = await PostalMime.parse(readFileSync(join(cwd, 'data/demo/mail', mails[0] ?? '')))
  expect(mail.subject).toMatch(/^\[Sample\]/)
  expect(existsSync(join(cwd, 'data/fundlocal.db'))).toBe(false)
})

test('a fortnight of the soak breaks no promise', async () => {
  const { stdout } = await run(process.execPath, ['src/commands/soak.ts', '--days', '14', '--seed', '3'])
  expect(stdout).toMatch(/14 days without a broken promise/)
  expect(Number(/(\d+) mails so far/.exec(stdout)?.[1])).toBeGreaterThan(0)
})

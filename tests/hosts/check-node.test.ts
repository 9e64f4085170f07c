import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

/** Loads the check as a Node of that version would. */
const checkOn = (version: string) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  return run(process.execPath, [
    '--input-type=module',
    '-e',
    `${pretend}; await import('./src/hosts/check-node.js')`,
  ])
}

test.for(['18.20.4', '20.20.2', '24.11.9'])(
  'Node %s is refused in plain words, before anything else loads',
  async (version) => {
    await expect(checkOn(version)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`fundlocal needs Node 24.12 or newer; this is Node ${version}`),
    })
  },
)

test.for(['24.12.0', '24.21.0', '26.0.0'])('Node %s is let through without a word', async (version) => {
  expect(await checkOn(version)).toEqual({ stdout: '', stderr: '' })
})

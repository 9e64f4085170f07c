import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { fetchWithFiles } from '../../src/hosts/file-fetch.ts'
import { tempFolder } from '../support/temp.ts'

const fetch = fetchWithFiles(() => Promise.reject(new Error('the network')))

test.for([
  { form: 'a file address', address: (path: string) => pathToFileURL(path).href },
  { form: 'a plain path after file:', address: (path: string) => `file:${path}` },
])('$form is read from the disk', async ({ address }) => {
  const path = join(tempFolder(), 'my list.csv')
  writeFileSync(path, 'key,title')
  expect(await (await fetch(address(path))).text()).toBe('key,title')
})

test('a file that is not there is a 404 that says which', async () => {
  const response = await fetch('file:nowhere/list.csv')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('There is no file nowhere/list.csv')
})

test('everything else goes to the network', async () => {
  await expect(fetch('https://fund.example')).rejects.toThrow('the network')
})

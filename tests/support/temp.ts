import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'

const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'fundlocal-'))
const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** An empty folder that is gone when the test is over. Not for tests that run beside others: see `tempFolders`. */
export function tempFolder(): string {
  const folder = makeFolder()
  onTestFinished(() => removeFolder(folder))
  return folder
}

/**
 * Makes empty folders that are gone when all tests of the file are over. Which of several tests that run at the same
 * time asks for one cannot be told.
 */
export function tempFolders(): () => string {
  const folders: string[] = []
  afterAll(() => folders.forEach(removeFolder))
  return () => {
    const folder = makeFolder()
    folders.push(folder)
    return folder
  }
}

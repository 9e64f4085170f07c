import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../base/errors.ts'

/**
 * Makes sure that nobody takes the folder away from a demonstration that is being served.
 *
 * @throws AppError `conflict` while one is
 */
export function refuseWhileServed(folder: string): void {
  const path = lockOf(folder)
  const pid = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  if (pid > 0 && isAlive(pid)) {
    throw new AppError('conflict', `A demonstration is being served already (process ${pid}). Stop it first`)
  }
}

/** @returns what takes the lock away again */
export function lock(folder: string): () => void {
  writeFileSync(lockOf(folder), String(process.pid))
  return () => rmSync(lockOf(folder), { force: true })
}

const lockOf = (folder: string) => join(folder, 'serving.pid')

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

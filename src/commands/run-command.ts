import { existsSync } from 'node:fs'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { AppError, messageOf } from '../base/errors.ts'
import { ConfigError } from '../config.ts'

/** One command of the terminal. */
export interface Command {
  /** As it is typed: `npm run job -- NAME`. */
  readonly usage: string
  /** What it does and what its options mean. */
  readonly help: string
  readonly options?: ParseArgsOptionsConfig
  /** @returns nothing when all went well; throws otherwise */
  run(args: readonly string[], options: Readonly<Record<string, unknown>>): Promise<void>
}

/** Wrong words after a command: answered with how it is used. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Settings beside package.json; what the environment says goes before. */
const ENV_FILE = '.env'

/** Runs a command with the words it was given; a failure is one clear line and a non-zero exit. */
export async function runCommand(command: Command): Promise<void> {
  try {
    const { values, positionals } = readArgs(command)
    if (values['help'] === true) {
      console.log(`Usage: ${command.usage}\n\n${command.help}`)
      return
    }
    if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE)
    await command.run(positionals, values)
  } catch (error) {
    console.error(explain(error, command.usage))
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

function readArgs({ options = {} }: Command) {
  try {
    return parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      args: process.argv.slice(2),
    })
  } catch (error) {
    // Node adds advice on how to write such a word after all, which helps nobody here.
    throw new UsageError(messageOf(error).replace(/\. To specify .*$/s, ''))
  }
}

/** What goes wrong below us, in words that say what to do. */
const FAULTS: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'The disk is full. Free some space and run it again: nothing was half-written',
  ENOSPC: 'The disk is full. Free some space and run it again: nothing was half-written',
  SQLITE_BUSY: 'Another process holds the database. Wait until it is done, or stop it, and run it again',
  SQLITE_READONLY: 'The database cannot be written. Check who owns the file and its folder',
  SQLITE_CANTOPEN: 'The database cannot be opened. Check that its folder exists and may be written',
  SQLITE_NOTADB:
    'The database file is not a database. Name another with FUNDLOCAL_DATABASE, or restore a backup',
  SQLITE_CORRUPT: 'The database file is damaged. Restore a backup',
  SQLITE_IOERR: 'The disk failed while the database was used. Check the disk and run it again',
  EADDRINUSE: 'The port is in use. Stop the other program, or choose another with FUNDLOCAL_PORT',
  EACCES: 'A file may not be read or written by this user',
  EROFS: 'The disk is read-only',
}

function explain(error: unknown, usage: string): string {
  if (error instanceof UsageError) return `${error.message}\nUsage: ${usage}`
  if (error instanceof AppError || error instanceof ConfigError) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = Object.keys(FAULTS).find((fault) => code === fault || code.startsWith(`${fault}_`))
  if (known !== undefined) return `${FAULTS[known]} (${messageOf(error)})`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

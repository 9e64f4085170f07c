import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import { AppError, messageOf } from '../../base/errors.ts'

/** The rows of a file with one JSON object a line, blank lines left out. @throws AppError naming file and line */
export const readJsonLines = <T>(folder: string, file: string, shape: z.ZodType<T>): T[] =>
  linesOf(folder, file).map(({ text, line }) => checked(shape, parsed(text, file, line), file, line))

/** A row, and the line of its file that it stands on. */
interface Row<T> {
  readonly line: number
  readonly row: T
}

/** The rows below the heading of a tab-separated file, keyed by that heading. @throws AppError naming file and line */
export function readTabbed<T>(folder: string, file: string, shape: z.ZodType<T>): Row<T>[] {
  const [heading, ...rest] = linesOf(folder, file)
  const names = heading?.text.split('\t') ?? []
  return rest.map(({ text, line }) => {
    const cells = text.split('\t')
    if (cells.length !== names.length) {
      throw fault(file, line, `has ${cells.length} cells, and the heading has ${names.length}`)
    }
    const keyed = Object.fromEntries(names.map((name, at) => [name, cells[at]]))
    return { line, row: checked(shape, keyed, file, line) }
  })
}

/** A whole file of JSON. @throws AppError naming the file */
export function readJsonFile<T>(folder: string, file: string, shape: z.ZodType<T>): T {
  const text = linesOf(folder, file)
    .map((line) => line.text)
    .join('\n')
  return checked(shape, parsed(text, file, 1), file, 1)
}

/** A line that cannot be used. */
export const fault = (file: string, line: number, says: string): AppError =>
  new AppError('invalid', `${file}, line ${line}: ${says}`)

function linesOf(folder: string, file: string): { text: string; line: number }[] {
  try {
    return readFileSync(join(folder, file), 'utf8')
      .split(/\r?\n/)
      .map((text, at) => ({ text, line: at + 1 }))
      .filter(({ text }) => text.trim() !== '')
  } catch (error) {
    throw new AppError('invalid', `The file ${file} cannot be read: ${messageOf(error)}`)
  }
}

function parsed(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw fault(file, line, `is not JSON: ${messageOf(error)}`)
  }
}

function checked<T>(shape: z.ZodType<T>, value: unknown, file: string, line: number): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'the row'}: ${message}`)
  throw fault(file, line, faults.join('; '))
}

import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { messageOf } from '../base/errors.ts'

type Fetch = typeof globalThis.fetch

/**
 * A fetch that also answers `file:` addresses, relative ones from the working folder, so that a
 * source can be a file of the operator's. Only the registry names such addresses, never a user.
 */
export const fetchWithFiles =
  (fetch: Fetch): Fetch =>
  (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    return url.startsWith('file:') ? answerFile(pathOf(url)) : fetch(input, init)
  }

const pathOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length))

/** A file that cannot be read is a 404, as a missing page would be. */
async function answerFile(path: string): Promise<Response> {
  try {
    return new Response(await streamOf(path))
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const why = isMissing
      ? `There is no file ${path}`
      : `The file ${path} cannot be read: ${messageOf(error)}`
    return new Response(why, {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    })
  }
}

/** Piece by piece: a list may be larger than memory. */
async function streamOf(path: string): Promise<ReadableStream> {
  const file = await open(path)
  if ((await file.stat()).isFile()) return Readable.toWeb(file.createReadStream()) as ReadableStream
  await file.close()
  throw new Error('it is not a file')
}

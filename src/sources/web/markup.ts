import { type ChildNode, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'

/** No page that a person wrote is nested deeper, and each level more takes longer than the last. */
const MOST_DEPTH = 2_000

class TooDeep extends Error {}

class ShallowHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > MOST_DEPTH) throw new TooDeep()
    super.onopentag(name, attributes)
  }
}

/** What HTML consists of, however badly it is written; null when it is nested too deeply to be a page. */
export function parseMarkup(text: string): readonly ChildNode[] | null {
  const handler = new ShallowHandler()
  const parser = new Parser(handler)
  try {
    parser.end(text)
    return handler.root.children
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
}

import { type ErrorHandler, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import { healthRoutes } from './api/health.ts'
import { apiRoutes } from './api/index.ts'
import { problemErrors } from './api/problem.ts'
import { AppError } from './base/errors.ts'
import type { Runtime } from './runtime.ts'
import { pageErrors, webRoutes } from './web/index.ts'
import { leadToShown } from './web/lead-to-shown.ts'

/** The HTTP face: pages at /, the API at /api/v1, and /healthz and /readyz for whoever watches. */
export function createApp(runtime: Runtime): Hono {
  const asProblem = problemErrors(runtime)
  const asPage = pageErrors(runtime)
  const refuse: ErrorHandler = (error, c) =>
    isForPrograms(c.req.path) ? asProblem(error, c) : asPage(error, c)
  return new Hono()
    .use(logged(runtime))
    .use(HEADERS)
    .use(loopbackOnly)
    .post('*', limitBody)
    .post('*', csrf({ secFetchSite: ['same-origin', 'none'] }))
    .use('/opportunities/:id/*', leadToShown(runtime))
    .use('/api/v1/opportunities/:id/*', leadToShown(runtime))
    .route('/', healthRoutes(runtime))
    .route('/api/v1', apiRoutes(runtime))
    .route('/', webRoutes(runtime))
    .notFound((c) => refuse(new AppError('not_found', 'There is nothing at this address'), c))
    .onError((error, c) => refuse(asRefusal(error), c))
}

/** Whether what answers there is read by a program rather than by a person. */
const isForPrograms = (path: string): boolean =>
  path === '/api' || path.startsWith('/api/') || path === '/healthz' || path === '/readyz'

/** Of anything that is sent here: many times the longest note; but a guidance can be pasted. */
const MOST_BYTES = 64 * 1024
const MOST_PASTED_BYTES = 1024 * 1024

const refuseBody = (): never => {
  throw new AppError('invalid', 'That is more than anything that can be sent here')
}

const PASTED = /^(?:\/api\/v1)?\/opportunities\//
const limitNote = bodyLimit({ maxSize: MOST_BYTES, onError: refuseBody })
const limitPasted = bodyLimit({ maxSize: MOST_PASTED_BYTES, onError: refuseBody })
const limitBody: MiddlewareHandler = (c, next) =>
  PASTED.test(c.req.path) ? limitPasted(c, next) : limitNote(c, next)

/** What hono refuses by itself, in our words: a form that another site sent, or a body that cannot be read. */
function asRefusal(error: Error | HTTPException): Error {
  if (!(error instanceof HTTPException)) return error
  return error.status === 403
    ? new AppError(
        'forbidden',
        'Another site sent this form, so nothing was changed. Open the page here and try again',
      )
    : new AppError('invalid', 'The body of the request cannot be read')
}

/** Writes one line for each request, with how it went and how long it took. */
const logged =
  ({ log, now }: Pick<Runtime, 'log' | 'now'>): MiddlewareHandler =>
  async (c, next) => {
    const started = now().getTime()
    await next()
    const { method, path } = c.req
    log.info('request.answered', { method, path, status: c.res.status, ms: now().getTime() - started })
  }

const OWN = ["'self'"]
const NONE = ["'none'"]

const HEADERS = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: NONE,
    styleSrc: OWN,
    imgSrc: [...OWN, 'data:'],
    scriptSrc: OWN,
    fontSrc: NONE,
    formAction: OWN,
    baseUri: NONE,
    frameAncestors: NONE,
  },
  xFrameOptions: 'DENY',
  // With none at all, browsers hide from us too where a form of ours was sent from.
  referrerPolicy: 'same-origin',
  // Only this machine can reach the app, over http.
  strictTransportSecurity: false,
})

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuses every address but this machine's own names: there are no accounts yet, and a page
 * elsewhere must not read these by pointing its own name here.
 */
const loopbackOnly: MiddlewareHandler = async (c, next) => {
  if (!LOOPBACK.includes(new URL(c.req.url).hostname)) {
    throw new AppError(
      'forbidden',
      'fundlocal has no accounts yet, so it answers only on the machine on which it runs, at http://localhost',
    )
  }
  await next()
}

import { Hono } from 'hono'
import type { Runtime } from '../runtime.ts'
import { areaRoutes } from './areas.ts'
import { feedbackRoutes } from './feedback.ts'
import { funderRoutes } from './funders.ts'
import { opportunityRoutes } from './opportunities.ts'
import { organisationRoutes } from './organisations.ts'
import { sourceRoutes } from './sources.ts'

/** Version 1 of the JSON API. */
export const apiRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'newId' | 'registry'>) =>
  new Hono()
    .use(async (c, next) => {
      await next()
      if (runtime.registry.sample) c.header('X-Fundlocal-Sample', 'true')
    })
    .route('/areas', areaRoutes(runtime))
    .route('/funders', funderRoutes(runtime))
    .route('/opportunities', opportunityRoutes(runtime))
    .route('/organisations', organisationRoutes(runtime))
    .route('/organisations', feedbackRoutes(runtime))
    .route('/sources', sourceRoutes(runtime))

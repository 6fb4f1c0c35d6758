import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** The pattern of the request's route; the catch-alls of middleware and of the page match every path. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => path !== '/*')?.path ?? '/*'
}

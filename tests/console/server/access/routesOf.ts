import type { Express } from 'express'
import type { Need } from '../../../../console/casework/roles.ts'
import type { Guard } from '../../../../console/server/access/needs.ts'

/** One route as Express has it, with the need its guard says; undefined where no guard stands before it. */
export interface ListedRoute {
  name: string
  method: string
  path: string
  need: Need | undefined
  isAboutInterview: boolean
}

interface Layer {
  handle: Partial<Guard> & { stack?: readonly Layer[] }
  route?: { path: string | readonly string[]; stack: readonly (Layer & { method?: string })[] }
}

/** Every route of the app, read from the routers themselves, so that none can be forgotten. */
export function routesOf(app: Express): ListedRoute[] {
  return listed((app as unknown as { router: { stack: readonly Layer[] } }).router.stack)
}

function listed(stack: readonly Layer[]): ListedRoute[] {
  return stack.flatMap(({ handle, route }) => {
    if (!route) return handle.stack ? listed(handle.stack) : []
    const guard = route.stack.map(each => each.handle).find(each => each.need !== undefined)
    const each = [...new Set(route.stack.map(({ method = 'all' }) => method.toUpperCase()))]
    // `all` is listed by Express as each of some thirty methods.
    const methods = each.length > 10 ? ['ALL'] : each
    return [route.path].flat().flatMap(path =>
      methods.map(method => ({
        name: `${method} ${path}`,
        method,
        path,
        need: guard?.need,
        isAboutInterview: guard?.isAboutInterview ?? false,
      })),
    )
  })
}

import { fileURLToPath } from 'node:url'
import { Router } from 'express'
import type { Translator } from '../../../locales/translator.ts'
import { refuse } from '../refuse.ts'

const folder = fileURLToPath(new URL('../../../locales/', import.meta.url))
const namespaces: readonly string[] = ['guide', 'bot', 'console']

/** The words of each language, as their files have them. Asked for again each time, and sent only when they changed. */
export function wordRoutes({ languages }: Pick<Translator, 'languages'>): Router {
  const router = Router()
  router.get('/locales/:language/:namespace.json', (request, response, next) => {
    const { language, namespace } = request.params
    if (!languages.includes(language) || !namespaces.includes(namespace)) return refuse(response, 'no-such-words')
    response.set('Cache-Control', 'no-cache')
    response.sendFile(`${language}/${namespace}.json`, { root: folder, cacheControl: false }, error => {
      if (error && !response.headersSent) next(error)
    })
  })
  return router
}

import { Router } from 'express'
import { namespaces } from '../../../locales/createWords.ts'
import type { Translator } from '../../../locales/translator.ts'
import { refuse } from '../refuse.ts'

/** The words of each language as they stand here. Asked for again each time, and sent only when they changed. */
export function wordRoutes({ entries }: Pick<Translator, 'entries'>): Router {
  const router = Router()
  router.get('/locales/:language/:namespace.json', (request, response) => {
    const { language, namespace } = request.params
    const known = namespaces.find(each => each === namespace)
    const words = known && entries(language, known)
    if (!words) return refuse(response, 'no-such-words')
    response.set('Cache-Control', 'no-cache').json(words)
  })
  return router
}

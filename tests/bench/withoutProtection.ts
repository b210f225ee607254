import { registerHooks } from 'node:module'

/**
 * Preloaded, it makes the program keep words as they are and audit nothing: what encryption and audit are measured against.
 * Nothing of the program itself can be switched off like this.
 */
const instead: Readonly<Record<string, string>> = {
  '/console/records/sealedBody.ts': `
    export const sealedBody = (key, event, body) => ({ clear: body, sealed: null })
    export const openedBody = (key, event, { clear }) => clear
    export const sealedParts = (key, event, { clear, secret }) => ({ clear: { ...clear, ...secret }, sealed: null })
    export const openedSecret = () => ({})`,
  '/console/records/audit/appendAudit.ts': 'export const appendAudit = async () => {}',
}

registerHooks({
  load(url, context, next) {
    const source = Object.entries(instead).find(([path]) => url.endsWith(path))?.[1]
    return source === undefined ? next(url, context) : { format: 'module', source, shortCircuit: true }
  },
})

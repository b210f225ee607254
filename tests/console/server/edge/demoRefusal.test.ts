import { expect, it } from 'vitest'
import { thisComputerAlone } from '../../../../console/server/edge/createEdge.ts'
import { demoRefusal } from '../../../../console/server/edge/demoRefusal.ts'

it.each([
  ['on this computer', {}, false, undefined],
  ['at its own name', { publicUrl: 'http://localhost:4000' }, false, undefined],
  ['beyond this computer', { host: '0.0.0.0' }, false, 'this computer alone'],
  ['behind a proxy', { publicUrl: 'https://talk.example.org' }, false, 'this computer alone'],
  ['on data that people have accounts for', {}, true, 'start without --demo'],
] as const)('the demo %s', (_, other, hasAccounts, why) => {
  const refusal = demoRefusal({ ...thisComputerAlone, ...other }, hasAccounts)
  if (why === undefined) expect(refusal).toBeUndefined()
  else expect(refusal).toContain(why)
})

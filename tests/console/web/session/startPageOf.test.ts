import { expect, it } from 'vitest'
import { startPageOf } from '../../../../console/web/session/startPageOf.ts'

it.each([
  ['interviewer', '/desk'],
  ['coordinator', '/desk'],
  ['manager', '/desk'],
  ['trainee', '/practice'],
  ['trainer', '/practice'],
  ['administrator', '/people'],
  ['interpreter', '/languages'],
  ['auditor', '/audit'],
] as const)('begins for %s at %s', (role, page) => {
  expect(startPageOf(role)).toBe(page)
})

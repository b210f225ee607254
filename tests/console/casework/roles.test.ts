import { describe, expect, it } from 'vitest'
import { roles, seesInterviews } from '../../../console/casework/roles.ts'

describe('seesInterviews', () => {
  it('lets those who hold interviews and those who oversee them in, and nobody else', () => {
    expect(roles.filter(seesInterviews)).toEqual(['interviewer', 'coordinator', 'manager'])
  })

  it.each(['', 'admin', 'Interviewer', 'constructor', '__proto__'])('knows no role called %j', role => {
    expect(seesInterviews(role)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { idOf } from '../../../support/talk.ts'
import { bodies, interview, reportOf } from './reportUnderTest.ts'

describe('the report for the child’s record', () => {
  const report = reportOf()
  const stage = (id: string) => report.talks[0]?.stages.find(each => each.stage === id)

  it('keeps what they chose not to say apart from what they were not asked', () => {
    expect(stage('safety')?.choseNotToSay).toEqual(['safety.kept'])
    expect(stage('safety')?.notAsked).toContain('safety.frightening')
    expect(stage('safety')?.notAsked).not.toContain('safety.kept')
    expect(stage('safety')?.notAsked).not.toContain('safety.hurt-now')
    expect(stage('feelings')?.notAsked.length).toBeGreaterThan(0)
  })

  it('says nothing of what was not asked where no talk was held, and of the practitioner’s own stages', () => {
    const declined = reportOf(bodies, [{ type: 'declined' } as never])
    expect(declined.talks[0]?.stages.flatMap(each => each.notAsked)).toEqual([])
    expect(stage('after')?.notAsked ?? []).toEqual([])
    expect(stage('prepare')?.notAsked ?? []).toEqual([])
  })

  it('has what was said in its stage, in its voice and in the words it was said in', () => {
    expect(stage('leaving')?.lines).toMatchObject([
      {
        field: 'leaving.before-you-went',
        voice: 'interpreter',
        pieces: [{ as: 'words' }, { as: 'original', text: 'ذهبت إلى الحديقة وحدي' }],
      },
    ])
  })

  it('has each concern with its 24 hours, what was done, and whether they were told', () => {
    expect(report.concerns).toMatchObject([
      { kind: 'threatened-or-kept', done: ['Rang the hub.'], referredAt: null, actions: [{ kind: 'hub-referral' }] },
    ])
    const [one] = report.concerns
    expect(Date.parse(one?.referBy ?? '') - Date.parse(one?.raisedAt ?? '')).toBe(24 * 3_600_000)
    expect(one?.notes).toMatchObject([{ childTold: 'not-safe' }])
    expect(report.talks[0]?.stages.flatMap(({ lines }) => lines).some(({ field }) => field.startsWith('concern'))).toBe(
      false,
    )
  })

  it('has both times behind every clock, and what is known not to be known', () => {
    expect(report.clocks.length).toBeGreaterThan(3)
    for (const { since } of report.clocks) expect(since).toMatch(/^2026-/)
    expect(report.moments).toContainEqual({ moment: 'lastSeen', at: null })
    expect(report.moments).toContainEqual({ moment: 'returned', at: '2026-06-01T09:00:00Z' })
  })

  it('says who may be told how much and what was sent, as the rules of sharing have it', () => {
    const parent = report.told.find(({ recipient }) => recipient === 'parent-or-carer')
    expect(parent).toMatchObject({ goes: 0, sent: [], unchecked: true })
    expect(report.told.find(({ recipient }) => recipient === 'police')?.sent).toHaveLength(1)
    const services = report.told.find(({ recipient }) => recipient === 'childrens-services')
    expect(services?.goes).toBeGreaterThan(0)
    expect((services?.goes ?? 0) + (services?.keptBack ?? 0)).toBe((parent?.goes ?? 0) + (parent?.keptBack ?? 0))
  })

  it('is of the interviews that cover the case', () => {
    expect(report.talks.map(each => each.language)).toEqual(['ar'])
    expect(report.file.interviews).toEqual([interview])
  })

  it('leaves out nothing that was written on the case, but what is for police alone', () => {
    const told = { kind: 'person', words: 'Someone called Kai.', source: 'third-party', thirdParty: true } as const
    const whole = reportOf([
      ...bodies,
      { type: 'closed', because: 'opened-in-error', words: 'Recorded twice.' },
      { type: 'reopened', words: 'It was not.' },
      { type: 'sharingDecided', recipient: 'police', items: 'all', decision: 'must-share', why: 'He waits for her.' },
      { ...{ type: 'intelligence', certainty: 'heard-from-someone', handling: { reveals: 'yes' } }, ...told } as never,
      { type: 'withdrawn', event: idOf(100 + bodies.length + 1) },
    ])
    expect(whole.others.map(({ type, words }) => [type, words])).toEqual([
      ['closed', 'Recorded twice.'],
      ['sharingDecided', 'He waits for her.'],
      ['intelligence', null],
    ])
    expect(JSON.stringify(whole)).not.toContain('Someone called Kai')
  })
})

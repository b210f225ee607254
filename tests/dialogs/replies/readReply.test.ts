import { describe, expect, it } from 'vitest'
import { readReply } from '../../../dialogs/replies/readReply.ts'

const labels = (code: string) =>
  ({ friend: ['A friend'], family: ['Family'], yes: ['Ja', 'Ie'], no: ['Nein', 'Na'] })[code] ?? []
const options = ['friend', 'family', 'nobody']

describe('readReply: one choice', () => {
  it.each([
    ['friend', 'friend'],
    ['A friend', 'friend'],
    ['  a  FRIEND. ', 'friend'],
    ['2', 'family'],
    ['٢', 'family'],
    ['۳', 'nobody'],
    ['\u200f2', 'family'],
  ])('reads %j as %s', (text, option) => {
    expect(readReply({ kind: 'choice', options }, text, labels)).toEqual({
      ok: true,
      answer: { kind: 'choice', option },
    })
  })

  it.each(['not friend', 'friend family', 'a friend of mine', '0', '4', '-1', '1.5', 'fri', ''])(
    'does not read %j as a choice',
    text => {
      expect(readReply({ kind: 'choice', options }, text, labels)).toEqual({ ok: false, problem: 'not-an-option' })
    },
  )
})

describe('readReply: several choices', () => {
  it.each([
    ['friend', ['friend']],
    ['1, 3', ['friend', 'nobody']],
    ['nobody; A friend', ['friend', 'nobody']],
    ['family، friend', ['friend', 'family']],
  ])('reads %j as %j', (text, chosen) => {
    expect(readReply({ kind: 'choices', options }, text, labels)).toEqual({
      ok: true,
      answer: { kind: 'choices', options: chosen },
    })
  })

  it('refuses them all when one is not an option', () => {
    expect(readReply({ kind: 'choices', options }, 'friend, dog', labels)).toEqual({
      ok: false,
      problem: 'not-an-option',
    })
  })
})

describe('readReply: a direct question', () => {
  it.each([
    ['yes', { kind: 'plain', said: 'yes' }],
    ['Nein', { kind: 'plain', said: 'no' }],
    ['1', { kind: 'plain', said: 'yes' }],
    ['rather-not', { kind: 'chose-not-to-say' }],
  ])('reads %j', (text, answer) => {
    expect(readReply({ kind: 'plain' }, text, labels)).toEqual({ ok: true, answer })
  })

  it.each(['no yes', 'yes no', 'yes and no', 'yeah maybe', 'y', 'not yes', '0', '4'])('does not read %j', text => {
    expect(readReply({ kind: 'plain' }, text, labels)).toEqual({ ok: false, problem: 'not-yes-or-no' })
  })
})

describe('readReply: a scale', () => {
  it.each([
    ['0', 0],
    ['10', 10],
    ['٧', 7],
    ['۱۰', 10],
  ])('reads %j as %i', (text, value) => {
    expect(readReply({ kind: 'scale' }, text, labels)).toEqual({ ok: true, answer: { kind: 'scale', value } })
  })

  it.each(['11', '-1', '5.5', '5 or 6', 'five', ''])('does not read %j', text => {
    expect(readReply({ kind: 'scale' }, text, labels)).toEqual({ ok: false, problem: 'not-0-to-10' })
  })
})

describe('readReply: when', () => {
  it.each([
    ['03/04/2025', { date: '2025-04-03' }],
    ['3.4.2025', { date: '2025-04-03' }],
    ['٠٣/٠٤/٢٠٢٥', { date: '2025-04-03' }],
    ['2025-04-03', { date: '2025-04-03' }],
    ['3 April 2025', { date: '2025-04-03' }],
    ['3rd of Apr 2025 at 9.30pm', { date: '2025-04-03', time: '21:30' }],
    ['03/04/2025 16:05', { date: '2025-04-03', time: '16:05' }],
    ['12am', { time: '00:00' }],
    ['29/02/2024', { date: '2024-02-29' }],
    ['after Eid', {}],
    ['yesterday', {}],
    ['not 03/04/2025', {}],
    ['between 3 April 2025 and 5 April 2025', {}],
    ['3 Marching 2025', {}],
  ])('reads %j as %j, and keeps the words', (text, read) => {
    expect(readReply({ kind: 'when' }, text, labels)).toEqual({
      ok: true,
      answer: { kind: 'when', asSaid: text, ...read },
    })
  })

  it.each([
    ['31/02/2025', 'no-such-date'],
    ['03/04/0025', 'no-such-date'],
    ['03/04/2925', 'no-such-date'],
    ['29/02/2025', 'no-such-date'],
    ['04/13/2025', 'no-such-date'],
    ['03/04/25', 'year-in-full'],
    ['3 April 25', 'year-in-full'],
    ['03/04/2025 25:00', 'no-such-time'],
    ['13pm', 'no-such-time'],
    ['', 'empty'],
  ])('refuses %j as %s', (text, problem) => {
    expect(readReply({ kind: 'when' }, text, labels)).toEqual({ ok: false, problem })
  })
})

describe('readReply: people and places', () => {
  it('reads people parted by commas or lines, each with who they are', () => {
    expect(readReply({ kind: 'people' }, 'Example Sam - a friend, Example Jo (cousin)\nan older man', labels)).toEqual({
      ok: true,
      answer: {
        kind: 'people',
        people: [
          { called: 'Example Sam', relation: 'a friend' },
          { called: 'Example Jo', relation: 'cousin' },
          { called: 'an older man' },
        ],
      },
    })
  })

  it("keeps an address whole and O'Neil as typed", () => {
    expect(readReply({ kind: 'places' }, "1 Made Up Road, Exampleton; O'Neil's", labels)).toEqual({
      ok: true,
      answer: { kind: 'places', places: ['1 Made Up Road, Exampleton', "O'Neil's"] },
    })
  })

  it('refuses nothing at all', () => {
    expect(readReply({ kind: 'people' }, ' , ', labels)).toEqual({ ok: false, problem: 'empty' })
    expect(readReply({ kind: 'places' }, ' ; ', labels)).toEqual({ ok: false, problem: 'empty' })
  })
})

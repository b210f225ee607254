import { plainText } from './plainText.ts'
import type { Reading } from './readReply.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a date, a time or both the UK way: 03/04/2025 is 3 April. Words that name no certain date are kept as said, with
 * no date: nothing is guessed that may drive a clock. A date or time that cannot be is refused.
 */
export function readWhen(text: string): Reading {
  const asSaid = text.trim()
  if (asSaid === '') return { ok: false, problem: 'empty' }
  const said = plainText(text)
  const date = dateIn(said)
  if (date === 'no-such-date' || date === 'year-in-full') return { ok: false, problem: date }
  const time = timeIn(date ? said.replace(date.matched, ' ') : said)
  if (time === 'no-such-time') return { ok: false, problem: time }
  // Words beside the date ("not 03/04/2025", "after 3 April 2025") may change what it means: then only the words are kept.
  const left = said
    .replace(date?.matched ?? '', ' ')
    .replace(time?.matched ?? '', ' ')
    .replace(/\b(at|on)\b|[,]/g, ' ')
    .trim()
  if (left !== '') return { ok: true, answer: { kind: 'when', asSaid } }
  return {
    ok: true,
    answer: { kind: 'when', asSaid, ...(date ? { date: date.iso } : {}), ...(time ? { time: time.hhmm } : {}) },
  }
}

function dateIn(said: string): { iso: string; matched: string } | 'no-such-date' | 'year-in-full' | undefined {
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(said)
  if (iso) return dated(iso[0], iso[1], Number(iso[2]), iso[3])
  const numbers = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})\b/.exec(said)
  if (numbers) return dated(numbers[0], numbers[3], Number(numbers[2]), numbers[1])
  const named = /\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})\.?,? (\d{2,4})\b(?!:)/.exec(said)
  const month = named ? monthOf(named[2] ?? '') : 0
  return named && month > 0 ? dated(named[0], named[3], month, named[1]) : undefined
}

function monthOf(word: string): number {
  const month = months.indexOf(word.slice(0, 3)) + 1
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october']
  const name = [...full, 'november', 'december'][month - 1] ?? ''
  return name.startsWith(word) || word === 'sept' ? month : 0
}

function dated(matched: string, year = '', month: number, day = '') {
  if (year.length !== 4) return 'year-in-full'
  // A slip of a finger that would set a clock a century off.
  if (!/^(19|20)/.test(year)) return 'no-such-date'
  const iso = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? { iso, matched } : 'no-such-date'
}

function timeIn(said: string): { hhmm: string; matched: string } | 'no-such-time' | undefined {
  const found = /\b(\d{1,2})(?:[:.](\d{2}))?\s?(am|pm)\b|\b(\d{1,2})[:.](\d{2})\b/.exec(said)
  if (!found) return undefined
  const half = found[3]
  const hour = Number(found[1] ?? found[4])
  const minute = Number(found[2] ?? found[5] ?? 0)
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return 'no-such-time'
  const hours = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour
  return { hhmm: `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, matched: found[0] }
}

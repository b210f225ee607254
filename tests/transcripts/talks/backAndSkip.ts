import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'goes back, skips and comes again to what was skipped',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['back', '> prepare.known-as'],
    ['Robin', 'answered text > prepare.age'],
    ['skip', 'skipped > prepare.circumstances'],
    ['back', 'movedTo > prepare.age'],
    ['2', 'answered from-11-to-15 > prepare.circumstances'],
    ['back', 'movedTo > prepare.age'],
    ['back', 'movedTo > prepare.known-as'],
    ['next', 'passed > prepare.circumstances'],
    ['skip', 'skipped > prepare.last-seen'],
    ['go prepare.circumstances', 'movedTo > prepare.circumstances'],
    ['looked-after, missing-before', 'answered looked-after+missing-before > prepare.earlier-times'],
    ['go nowhere', 'answered text > prepare.last-seen'],
    ['go prepare.nowhere', '> prepare.last-seen'],
    ['go welcome', 'movedTo > welcome.who-i-am'],
    ['skip', 'skipped > welcome.independent'],
    ['next', 'said > welcome.you-decide'],
    ['back', 'movedTo > welcome.independent'],
    ['where', '> welcome.independent'],
  ],
}

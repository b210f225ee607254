import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'is stopped and goes on from the same place',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['Robin', 'answered text > prepare.age'],
    ['2', 'answered from-11-to-15 > prepare.circumstances'],
    ['none-of-these', 'answered none-of-these > prepare.last-seen'],
    ['go safety.hurt-now', 'movedTo > safety.hurt-now'],
    ['stop', 'stopped young-person > (finished)'],
    ['resume', 'resumed > prepare.last-seen'],
    ['stop me', 'stopped practitioner > (finished)'],
    ['resume', 'resumed > prepare.last-seen'],
    ['where', '> prepare.last-seen'],
    ['go safety.hurt-now', 'movedTo > safety.hurt-now'],
    ['no', 'answered no > safety.how-safe'],
  ],
}

import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'has answers put right, with what stood before kept',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['Robin', 'answered text > prepare.age'],
    ['correct Robyn', 'answered text correcting > prepare.age'],
    ['undo', 'answered text correcting > prepare.age'],
    ['under-11', 'answered under-11 > prepare.circumstances'],
    ['correct 2', 'answered from-11-to-15 correcting > prepare.circumstances'],
    ['correct about twelve', '> prepare.circumstances'],
    ['none-of-these', 'answered none-of-these > prepare.last-seen'],
    ['03/04/2025', 'answered 2025-04-03 > prepare.returned'],
    ['correct 04/04/2025 10.30am', 'answered 2025-04-04 10:30 correcting > prepare.returned'],
    ['last Tuesday', 'answered no date > prepare.already-known'],
    ['correct: 07/04/2025', 'answered 2025-04-07 correcting > prepare.already-known'],
    ['go leaving', 'movedTo > leaving.before-you-went'],
    ['I left on Friday', 'accounted > leaving.before-you-went'],
    ['correct: I left on Thursday', 'accounted correcting > leaving.before-you-went'],
    ['keep pull.friends', 'covered pull.friends yes > leaving.before-you-went'],
    ['undo', 'withdrawn > leaving.before-you-went'],
    ['undo', 'accounted correcting > leaving.before-you-went'],
    ['undo', 'accounted correcting > leaving.before-you-went'],
    ['said', '> leaving.before-you-went'],
  ],
}

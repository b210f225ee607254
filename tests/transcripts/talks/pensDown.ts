import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'takes no notes while pens are down',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['go problem-free', 'movedTo > problem-free.good-things'],
    ['She plays football on Saturdays.', '> problem-free.good-things'],
    ['words She plays football.', '> problem-free.good-things'],
    ['rather not', '> problem-free.good-things'],
    ['yes', '> problem-free.good-things'],
    ['next', 'said > problem-free.notes'],
    ['He has a dog.', '> problem-free.notes'],
    ['next', 'said > welcome.who-i-am'],
  ],
}

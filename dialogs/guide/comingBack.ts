import { circumstances } from './circumstances.ts'
import { prompt } from './prompt.ts'
import type { Stage } from './schema.ts'

/** How they came back, what is still there, and what would help them not to have to go again. */
export const comingBack: Stage = {
  id: 'coming-back',
  practitionerOnly: false,
  pensDown: false,
  topics: [
    {
      id: 'coming-back.return',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'coming-back.what-was-happening',
          kind: 'account',
          listenFor: [
            'return.what-happened',
            'return.what-led-back',
            'return.found',
            'return.how',
            'return.feeling-about-it',
            'return.scared',
            'return.prevented',
          ],
          followUps: [
            {
              id: 'coming-back.before',
              opens: ['return.what-led-back', 'return.prevented'],
              sources: ['CHESH-073', 'WAKE-069'],
            },
            { id: 'coming-back.found', opens: ['return.found'], sources: ['WAKE-070'] },
            { id: 'coming-back.journey', opens: ['return.how'], sources: ['CHESH-076'] },
            {
              id: 'coming-back.felt',
              opens: ['return.feeling-about-it', 'return.scared'],
              sources: ['WAKE-071', 'CHESH-074'],
            },
            { id: 'coming-back.first-hours', opens: ['return.what-happened'], sources: ['CHESH-071'] },
          ],
          sources: ['CHESH-071', 'CHESH-073', 'CHESH-076', 'WAKE-069', 'WAKE-070', 'WAKE-071'],
        }),
        prompt({
          id: 'coming-back.where-you-live-now',
          kind: 'account',
          askWhen: circumstances.trafficking,
          listenFor: ['trafficking.where-they-live-now'],
          sources: ['ECRC-058'],
        }),
      ],
    },
    {
      id: 'coming-back.from-here',
      paths: ['talk'],
      prompts: [
        prompt({
          id: 'coming-back.still-there',
          kind: 'account',
          listenFor: ['return.problem-still-there', 'return.might-go-again'],
          sources: ['CHESH-079', 'WAKE-048', 'WAKE-074'],
        }),
        prompt({
          id: 'coming-back.what-would-help',
          kind: 'account',
          listenFor: ['return.support-wanted', 'return.what-would-help-them-stay'],
          followUps: [
            {
              id: 'coming-back.to-stay',
              opens: ['return.what-would-help-them-stay'],
              sources: ['CHESH-072', 'CHESH-078', 'WAKE-077'],
            },
          ],
          sources: ['CHESH-072', 'CHESH-077', 'CHESH-078', 'WAKE-077', 'WAKE-005', 'ECRC-021'],
        }),
        prompt({
          id: 'coming-back.if-it-gets-hard',
          kind: 'account',
          listenFor: [
            'return.other-things-to-do',
            'return.might-go-again',
            'return.dangers-they-see',
            'safe.someone-to-call',
          ],
          followUps: [
            { id: 'coming-back.who-to-call', opens: ['safe.someone-to-call'], sources: ['CHESH-065'] },
            {
              id: 'coming-back.dangers',
              opens: ['return.dangers-they-see', 'return.might-go-again'],
              sources: ['WAKE-075', 'WAKE-099'],
            },
          ],
          hinted: true,
          ages: ['under11'],
          sources: ['ECRC-013', 'WAKE-075', 'WAKE-076', 'WAKE-099', 'TORB-038', 'ECRC-023', 'ECRC-041'],
        }),
      ],
    },
  ],
}

import { ActionTypes, type Activity, ActivityTypes } from 'botbuilder'
import type { Answer } from './conversation.ts'

/** The answer as Bot Framework activities. */
export function activitiesOf({ messages, data }: Answer): Partial<Activity>[] {
  return messages.map(({ text, actions }) => ({
    type: ActivityTypes.Message,
    text,
    // Their words may hold anything: nothing in them is to be read as formatting.
    textFormat: 'plain',
    ...(data ? { channelData: data } : {}),
    ...(actions.length > 0
      ? { suggestedActions: { to: [], actions: actions.map(each => ({ type: ActionTypes.ImBack, ...each })) } }
      : {}),
  }))
}

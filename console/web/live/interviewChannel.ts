import type { RecordedEvent } from '../../../dialogs/record/events.ts'
import { answerTo, type Connection } from './connection.ts'
import type { RoomChannel } from './openRoom.ts'

/** How the room of an interview is asked and told of it. */
export function interviewChannel(interview: string, { socket }: Connection): RoomChannel {
  return {
    join: since => answerTo(ack => socket.emit('interview:join', { interview, since }, ack)),
    send: pending =>
      answerTo(ack =>
        pending.kind === 'begin'
          ? socket.emit('interview:begin', pending.payload, ack)
          : socket.emit('interview:reply', pending.payload, ack),
      ),
    listen({ events, closed }) {
      const onTurn = (turn: { interview: string; events: readonly RecordedEvent[] }) => {
        if (turn.interview === interview) events(turn.events)
      }
      const onClosed = (which: string) => void (which === interview && closed())
      socket.on('interview:turn', onTurn)
      socket.on('interview:closed', onClosed)
      return () => {
        socket.off('interview:turn', onTurn)
        socket.off('interview:closed', onClosed)
      }
    },
    leave: () => void socket.emit('interview:leave', { interview }),
  }
}

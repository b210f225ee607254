import type { Episodes } from '../../records/createEpisodes.ts'
import type { ConsoleSocket, ConsoleSockets } from './ConsoleSockets.ts'

/**
 * Takes lines from the desks of this process that show them to someone who does not need to know of them any more: that of the episode
 * whose circle has changed, or without one whatever has ended with time. Nobody is told of an episode that they were not shown.
 */
export async function clearDesks(
  io: ConsoleSockets,
  episodes: Pick<Episodes, 'outsideAmong'>,
  changed?: string,
): Promise<void> {
  for (const socket of io.sockets.sockets.values()) {
    const { person, onDesk } = socket.data
    const shown = changed === undefined ? [...onDesk] : [changed].filter(each => onDesk.has(each))
    if (shown.length > 0) gone(socket, await episodes.outsideAmong(person, shown))
  }
}

function gone(socket: ConsoleSocket, episodes: readonly string[]): void {
  for (const episode of episodes) {
    socket.data.onDesk.delete(episode)
    socket.emit('case:closed', episode)
  }
}

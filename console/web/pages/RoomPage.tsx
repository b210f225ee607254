import { RoomScreen } from '../room/RoomScreen.tsx'
import { InInterview } from './InInterview.tsx'

/** One interview, live: for whoever is in the room and for whoever watches. */
export const RoomPage = () => <InInterview of={RoomScreen} />

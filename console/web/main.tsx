import './styles/console.scss'
import { render } from 'preact'
import { App } from './App.tsx'
import { coverOnEscapeTwice } from './session/coverOnEscapeTwice.ts'
import { followInvitations } from './session/invitationCode.ts'
import { keepForOffline } from './session/keepForOffline.ts'
import { lockWhenIdle } from './session/lockWhenIdle.ts'
import { followPreferences } from './session/preferences.ts'
import { followSecretLinks } from './session/secretInLink.ts'
import { followSession } from './session/session.ts'
import { takeSsoProblem } from './session/ssoProblem.ts'

followInvitations()
takeSsoProblem()
followPreferences()
coverOnEscapeTwice()
followSession()
followSecretLinks()
lockWhenIdle()
if (import.meta.env.PROD) void keepForOffline()

const place = document.getElementById('app')
if (!place) throw new Error('index.html has an element #app.')
render(<App />, place)

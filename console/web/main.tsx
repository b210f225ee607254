import './styles/console.scss'
import { render } from 'preact'
import { App } from './App.tsx'
import { coverOnEscapeTwice } from './session/coverOnEscapeTwice.ts'
import { keepForOffline } from './session/keepForOffline.ts'
import { followPreferences } from './session/preferences.ts'

followPreferences()
coverOnEscapeTwice()
if (import.meta.env.PROD) void keepForOffline()

const place = document.getElementById('app')
if (!place) throw new Error('index.html has an element #app.')
render(<App />, place)

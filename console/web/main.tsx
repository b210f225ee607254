import './styles/console.scss'
import { render } from 'preact'
import { App } from './App.tsx'
import { coverOnEscapeTwice } from './session/coverOnEscapeTwice.ts'
import { followPreferences } from './session/preferences.ts'

followPreferences()
coverOnEscapeTwice()
if ('serviceWorker' in navigator && import.meta.env.PROD) void navigator.serviceWorker.register('/sw.js')

const place = document.getElementById('app')
if (!place) throw new Error('index.html has an element #app.')
render(<App />, place)

import '../styles/script.scss'
import { render } from 'preact'
import { keepForOffline } from '../session/keepForOffline.ts'
import { followSecretLinks } from '../session/secretInLink.ts'
import { ScriptApp } from './ScriptApp.tsx'
import { followShowing } from './showing.ts'

followShowing()
followSecretLinks()
if (import.meta.env.PROD) void keepForOffline()

const place = document.getElementById('app')
if (!place) throw new Error('script.html has an element #app.')
render(<ScriptApp />, place)

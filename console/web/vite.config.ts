import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { logicalCss } from './logicalCss.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  root: here,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: [fileURLToPath(new URL('../../node_modules/govuk-frontend/dist', import.meta.url))],
        quietDeps: true,
      },
    },
    postcss: { plugins: [logicalCss] },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: `${here}index.html`, script: `${here}script.html`, sw: `${here}sw.ts` },
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
})

// Loaded before anything else, and plain JavaScript, so that an older Node can still say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Return Talk needs Node 22.18 or newer, and this is ${process.versions.node}. On Linux npm ci brings one: use npm start and npm run. Elsewhere install it from nodejs.org.\n`,
  )
  process.exit(1)
}

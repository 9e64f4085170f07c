// Plain JavaScript, loaded before anything else: an older Node cannot read the rest, and crashes
// without a word when it loads the database engine.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `fundlocal needs Node 24.12 or newer; this is Node ${process.versions.node}. ` +
      'On Linux and 64-bit Windows "npm ci" brings the right one and the npm scripts use it; ' +
      'elsewhere install Node 24 from nodejs.org.',
  )
  process.exit(1)
}

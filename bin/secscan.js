#!/usr/bin/env node
// Written for every Node there is, so that one that is too old says so instead of failing at what it does not know.
const found = process.versions.node
const [major, minor] = found.split('.').map(Number)

if (major > 20 || (major === 20 && minor >= 12)) {
  import('../dist/cli.js')
    .then((cli) => cli.main(process.argv.slice(2), process))
    .then((code) => (process.exitCode = code))
} else {
  process.exitCode = 2
  process.stderr.write(
    `secscan: 这台机器上的 Node.js 版本是 ${found}，太旧；请升级到 20.12 或更高版本。 Node.js ${found} is too old; secscan needs 20.12 or later.\n`,
  )
}

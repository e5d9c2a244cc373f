/** Letters set in a symbol font, as every Office format has them. */
export { seenIn, symbolOf } from '../shared/symbols.js'

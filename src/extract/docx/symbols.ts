/** Letters set in a symbol font, as every Office format has them. */
export { seenIn, symbolOf } from '../shared/font/symbols.js'

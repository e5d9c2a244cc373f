import { shortcut } from '../../src/extract/shortcut.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(shortcut)
describeDamage(shortcut)

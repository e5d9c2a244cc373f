import { vcard } from '../../src/extract/vcard.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(vcard)
describeDamage(vcard)

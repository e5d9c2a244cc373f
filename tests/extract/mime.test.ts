import { mime } from '../../src/extract/mime.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(mime)
describeDamage(mime)

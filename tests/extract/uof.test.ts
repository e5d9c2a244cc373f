import { uof } from '../../src/extract/uof.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(uof)
describeDamage(uof)

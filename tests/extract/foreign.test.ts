import { foreign } from '../../src/extract/foreign.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(foreign)
describeDamage(foreign)

import { ppt } from '../../src/extract/ppt.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(ppt)
describeDamage(ppt)

import { xps } from '../../src/extract/xps.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(xps)
describeDamage(xps)

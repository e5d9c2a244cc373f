import { tnef } from '../../src/extract/tnef.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(tnef)
describeDamage(tnef)

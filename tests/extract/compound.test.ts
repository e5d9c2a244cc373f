import { compound } from '../../src/extract/compound.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(compound)
describeDamage(compound)

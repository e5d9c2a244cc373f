import { dbf } from '../../src/extract/dbf.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(dbf)
describeDamage(dbf)

import { dxf } from '../../src/extract/dxf.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(dxf)
describeDamage(dxf)

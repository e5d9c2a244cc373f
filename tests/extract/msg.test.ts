import { msg } from '../../src/extract/msg.js'
import { describeCases, describeDamage } from './cases.js'

describeCases(msg)
describeDamage(msg)

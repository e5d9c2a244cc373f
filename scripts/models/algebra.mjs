/**
 * Exact algebra on the graphs of PP-OCRv4: hard-swish that is spelled out becomes HardSigmoid times its input, and numbers
 * multiplied or added beside a convolution go into its weights. Outputs differ by rounding alone.
 */
import {
  dimsOf,
  drop,
  floatAttribute,
  floatsOf,
  intAttribute,
  intsAttribute,
  isOutput,
  keep,
  makerOf,
  nodeOf,
  redirect,
  scalarOf,
  takersOf,
} from './graph.mjs'

/** Each rewrite changes one place and answers whether there was one. */
export function simplify(opened) {
  while (hardSwish(opened));
  while (intoMaker(opened) || intoTakers(opened) || asConvolution(opened));
}

/** Add 3, Clip to 0…6, Mul, Div by 6. */
function hardSwish(opened) {
  for (const add of opened.graph.node) {
    const at = stepOf(opened, add)
    if (at?.kind !== 'Add' || at.number !== 3) continue
    const clip = onlyTaker(opened, add.output[0])
    if (clip?.opType !== 'Clip' || !isSixClip(opened, clip)) continue
    const product = onlyTaker(opened, clip.output[0])
    if (product?.opType !== 'Mul' || !product.input.includes(at.value)) continue
    const quotient = onlyTaker(opened, product.output[0])
    if (quotient?.opType !== 'Div' || scalarOf(opened, quotient.input[1]) !== 6) continue
    const gate = nodeOf('HardSigmoid', [at.value], clip.output[0], [
      floatAttribute('alpha', 1 / 6),
      floatAttribute('beta', 0.5),
    ])
    replace(
      opened,
      [add, clip, product, quotient],
      [gate, nodeOf('Mul', [at.value, gate.output[0]], quotient.output[0])],
    )
    return true
  }
  return false
}

/** The bounds are attributes up to opset 10, inputs after. */
function isSixClip(opened, clip) {
  const bound = (name, index) =>
    clip.attribute.find((attribute) => attribute.name === name)?.f ??
    scalarOf(opened, clip.input[index] ?? '')
  return bound('min', 1) === 0 && bound('max', 2) === 6
}

/** A number multiplied or added to what a convolution made, if nothing else takes that. */
function intoMaker(opened) {
  for (const node of opened.graph.node) {
    const step = stepOf(opened, node)
    const maker = step && makerOf(opened, step.value)
    if (maker?.opType !== 'Conv' || !onlyTaker(opened, step.value)) continue
    const { weights, bias } = partsOf(opened, maker)
    const { number } = step
    if (step.kind === 'Mul')
      setParts(
        opened,
        maker,
        weights.map((one) => one * number),
        bias.map((one) => one * number),
      )
    else
      setParts(
        opened,
        maker,
        weights,
        bias.map((one) => one + number),
      )
    drop(opened, [node])
    redirect(opened, node.output[0], step.value)
    return true
  }
  return false
}

/** A number before convolutions alone; one that is added only where nothing is padded: padding stays zero. */
function intoTakers(opened) {
  for (const node of opened.graph.node) {
    const step = stepOf(opened, node)
    const takers = step ? takersOf(opened, node.output[0]) : []
    const fits = ({ opType, input, attribute }) =>
      opType === 'Conv' &&
      input.indexOf(node.output[0]) === 0 &&
      (step.kind === 'Mul' ||
        attribute.every(({ name, ints }) => name !== 'pads' || ints.every((pad) => Number(pad) === 0)))
    if (takers.length === 0 || isOutput(opened, node.output[0]) || !takers.every(fits)) continue
    for (const taker of takers) scaleInput(opened, taker, step)
    drop(opened, [node])
    redirect(opened, node.output[0], step.value)
    return true
  }
  return false
}

function scaleInput(opened, conv, { kind, number }) {
  const { weights, bias, dims } = partsOf(opened, conv)
  if (kind === 'Mul')
    return setParts(
      opened,
      conv,
      weights.map((one) => one * number),
      bias,
    )
  const each = weights.length / dims[0]
  const sums = Array.from(bias, (one, index) => one + number * weights.slice(index * each, (index + 1) * each).reduce((sum, weight) => sum + weight, 0)) // prettier-ignore
  setParts(opened, conv, weights, sums)
}

/** What is left, Mul and Add together, is a convolution of each channel by itself: the runtime keeps its blocked layout. */
function asConvolution(opened) {
  for (const node of opened.graph.node) {
    const last = stepOf(opened, node)
    if (!last || stepOf(opened, onlyTaker(opened, node.output[0]))) continue
    const before = stepOf(opened, makerOf(opened, last.value))
    const isPair = before && before.kind === 'Mul' && last.kind === 'Add' && onlyTaker(opened, last.value)
    const value = isPair ? before.value : last.value
    const channels = channelsOf(opened, value)
    if (channels === null || (!isPair && last.kind === 'Mul')) continue
    const name = node.output[0]
    const weight = keep(
      opened,
      `${name}.w`,
      [channels, 1, 1, 1],
      Array(channels).fill(isPair ? before.number : 1),
    )
    const bias = keep(opened, `${name}.b`, [channels], Array(channels).fill(last.number))
    const conv = nodeOf('Conv', [value, weight, bias], name, [
      intAttribute('group', channels),
      intsAttribute('kernel_shape', [1, 1]),
    ])
    replace(opened, isPair ? [makerOf(opened, last.value), node] : [node], [conv])
    return true
  }
  return false
}

/** Channels of a value that a convolution made, seen through its activation; null where that is not known. */
function channelsOf(opened, value) {
  const maker = makerOf(opened, value)
  if (!maker) return null
  if (maker.opType === 'Conv') return dimsOf(opened, maker.input[1])[0]
  const isThrough = ['HardSigmoid', 'Relu'].includes(maker.opType)
  const isGated = maker.opType === 'Mul' && makerOf(opened, maker.input[1])?.opType === 'HardSigmoid'
  return isThrough || (isGated && makerOf(opened, maker.input[1]).input[0] === maker.input[0]) ? channelsOf(opened, maker.input[0]) : null // prettier-ignore
}

/** A node that multiplies or adds one number: which, and to what. */
function stepOf(opened, node) {
  if (node?.opType !== 'Mul' && node?.opType !== 'Add') return null
  const [left, right] = node.input
  const [one, other] = [scalarOf(opened, left), scalarOf(opened, right)]
  if ((one === null) === (other === null)) return null
  return { kind: node.opType, value: one === null ? left : right, number: one ?? other }
}

function onlyTaker(opened, value) {
  const takers = takersOf(opened, value)
  return takers.length === 1 && !isOutput(opened, value) ? takers[0] : null
}

function partsOf(opened, conv) {
  const dims = dimsOf(opened, conv.input[1])
  const weights = floatsOf(opened, conv.input[1])
  const bias = conv.input[2] ? floatsOf(opened, conv.input[2]) : new Float32Array(dims[0])
  return { dims, weights: Float64Array.from(weights), bias: Float64Array.from(bias) }
}

/** Under new names: other nodes may share the old ones. */
function setParts(opened, conv, weights, bias) {
  const dims = dimsOf(opened, conv.input[1])
  const name = conv.output[0]
  conv.input = [
    conv.input[0],
    keep(opened, `${name}.w`, dims, weights),
    keep(opened, `${name}.b`, [dims[0]], bias),
  ]
}

function replace(opened, nodes, instead) {
  const at = opened.graph.node.indexOf(nodes.at(-1))
  opened.graph.node.splice(at, 0, ...instead)
  drop(opened, nodes)
}

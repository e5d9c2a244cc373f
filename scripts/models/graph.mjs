/** An ONNX graph to rewrite: constants by name, who makes and who takes each value. */
import { createRequire } from 'node:module'

const { onnx } = createRequire(import.meta.url)('onnx-proto')
const FLOAT = 1

/** Constant nodes become initializers, so that all weights stand in one place. */
export function openGraph(bytes) {
  const model = onnx.ModelProto.decode(bytes)
  const { graph } = model
  const weights = new Map(graph.initializer.map((tensor) => [tensor.name, tensor]))
  for (const node of graph.node) if (node.opType === 'Constant') weights.set(node.output[0], constantOf(node))
  graph.node = graph.node.filter(({ opType }) => opType !== 'Constant')
  return { model, graph, weights }
}

function constantOf(node) {
  const tensor = node.attribute.find(({ name }) => name === 'value').t
  tensor.name = node.output[0]
  return tensor
}

/** Weights that nothing takes are left out. */
export function bytesOf({ model, graph, weights }) {
  const taken = new Set(graph.node.flatMap(({ input }) => input))
  graph.initializer = [...weights.values()].filter(({ name }) => taken.has(name))
  return onnx.ModelProto.encode(model).finish()
}

/** Numbers of a float tensor; null for what is none. */
export function floatsOf({ weights }, name) {
  const tensor = weights.get(name)
  if (!tensor || tensor.dataType !== FLOAT) return null
  if (tensor.floatData.length > 0) return Float32Array.from(tensor.floatData)
  const { buffer, byteOffset, byteLength } = tensor.rawData
  return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength))
}

export const dimsOf = ({ weights }, name) => weights.get(name).dims.map(Number)

/** The one number of a tensor of one element. */
export function scalarOf(opened, name) {
  const floats = floatsOf(opened, name)
  return floats?.length === 1 ? floats[0] : null
}

/** Stores `floats` under a name that is free, which it answers. */
export function keep({ weights }, wanted, dims, floats) {
  let name = wanted
  while (weights.has(name)) name += "'"
  const rawData = new Uint8Array(Float32Array.from(floats).buffer)
  weights.set(name, onnx.TensorProto.create({ name, dataType: FLOAT, dims, rawData }))
  return name
}

export const nodeOf = (opType, input, output, attribute = []) =>
  onnx.NodeProto.create({ name: `${opType}:${output}`, opType, input, output: [output], attribute })

export const floatAttribute = (name, f) => onnx.AttributeProto.create({ name, f, type: onnx.AttributeProto.AttributeType.FLOAT }) // prettier-ignore
export const intAttribute = (name, i) => onnx.AttributeProto.create({ name, i, type: onnx.AttributeProto.AttributeType.INT }) // prettier-ignore
export const intsAttribute = (name, ints) => onnx.AttributeProto.create({ name, ints, type: onnx.AttributeProto.AttributeType.INTS }) // prettier-ignore

export const makerOf = ({ graph }, value) => graph.node.find(({ output }) => output.includes(value))
export const takersOf = ({ graph }, value) => graph.node.filter(({ input }) => input.includes(value))
export const isOutput = ({ graph }, value) => graph.output.some(({ name }) => name === value)

/** Whoever took `from` takes `to`. */
export function redirect({ graph }, from, to) {
  for (const node of graph.node) node.input = node.input.map((name) => (name === from ? to : name))
}

export function drop({ graph }, nodes) {
  graph.node = graph.node.filter((node) => !nodes.includes(node))
}

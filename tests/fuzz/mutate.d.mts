export function random(seed: number): () => number
export const mutations: Readonly<Record<string, unknown>>
export function mutate(bytes: Uint8Array, other: Uint8Array, seed: number): { bytes: Buffer; how: string }

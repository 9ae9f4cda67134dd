import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Schemas } from '../../api/client';

type Network = Schemas['Network'];
export type Placed = Network['nodes'][number] & { x: number; y: number };

/// Of the links of an artist, so many are drawn: the strongest say enough.
const LINKS = 3;
const STEPS = 300;

/// Room that a name takes under its disc, as half its width.
const LETTER = 3.3;
const WIDEST = 62;

/// The strongest links of each artist, and all of the one in the middle.
export function strongest({ nodes, links }: Network): Network['links'] {
  const drawn = new Map<string, number>();
  const pairs = new Set<string>();
  const middle = nodes[0]?.id;
  return [...links]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ source, target }) => {
      const here = [source, target].sort();
      const pair = here.join('\n');
      if (pairs.has(pair)) return false;
      pairs.add(pair);
      const wanted = here.includes(middle ?? '') || here.some((id) => (drawn.get(id) ?? 0) < LINKS);
      if (wanted) for (const id of here) drawn.set(id, (drawn.get(id) ?? 0) + 1);
      return wanted;
    });
}

/// Places for the artists of a network in a frame such that those with strong links are close and
/// names have room; the same network has the same places each time.
export function places(network: Network, width: number, height: number): Placed[] {
  const nodes: (SimulationNodeDatum & { id: string; room: number })[] = network.nodes.map(
    ({ id, name }) => ({ id, room: Math.min(WIDEST, 14 + LETTER * name.length) }),
  );
  const [middle] = nodes;
  if (middle) [middle.fx, middle.fy] = [0, 0];
  const links = strongest(network).map(({ source, target, weight }) => ({
    source,
    target,
    weight,
  }));
  const flat = width / height;
  forceSimulation(nodes)
    .force('charge', forceManyBody().strength(-260))
    .force(
      'link',
      forceLink(links)
        .id((node) => (node as { id: string }).id)
        .distance((link) => 150 - 70 * link.weight)
        .strength(0.25),
    )
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.05 * flat))
    .force('room', forceCollide((node: (typeof nodes)[number]) => node.room).iterations(3))
    .stop()
    .tick(STEPS);
  const x = stretched(
    nodes.map((node) => node.x ?? 0),
    width,
  );
  const y = stretched(
    nodes.map((node) => node.y ?? 0),
    height,
  );
  return network.nodes.map((node, i) => ({ ...node, x: x[i] ?? 0, y: y[i] ?? 0 }));
}

/// The same values over the whole of a length.
function stretched(values: number[], length: number): number[] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  return values.map((value) => (length * (value - low)) / span);
}

import { describe, expect, it } from 'vitest';
import { drawPoints, inside, nearest, type Points, whole } from './scatter';

function points(...places: [number, number][]): Points {
  return {
    x: places.map((p) => p[0]),
    y: places.map((p) => p[1]),
    colour: new Uint32Array(places.length).fill(0xff_00_00_ff),
    length: places.length,
  };
}

describe('the map', () => {
  it('paints a point where it is and nothing elsewhere', () => {
    const pixels = new Uint8ClampedArray(4 * 21 * 21);
    drawPoints(pixels, 21, 21, points([0, 0]), { x: 0, y: 0, scale: 10 }, 2);
    expect(pixels[4 * (10 * 21 + 10)]).toBeGreaterThan(200);
    expect(pixels[4 * (2 * 21 + 2) + 3]).toBe(0);
  });
  it('paints points at the border without leaving the picture', () => {
    const pixels = new Uint8ClampedArray(4 * 5 * 5);
    drawPoints(pixels, 5, 5, points([-2, -2], [2, 2], [99, 0]), { x: 0, y: 0, scale: 1 }, 2);
    expect(pixels[3]).toBeGreaterThan(0);
  });
  it('finds the point under the pointer, and none when it is far', () => {
    const some = points([0, 0], [1, 1], [5, 5]);
    expect(nearest(some, 1.1, 0.9, 0.5)).toBe(1);
    expect(nearest(some, 3, 3, 0.5)).toBe(-1);
  });
  it('finds what a line was drawn around', () => {
    const some = points([0, 0], [1, 1], [5, 5], [1, 5]);
    expect(inside(some, [-1, -1, 2, -1, 2, 2, -1, 2])).toEqual([0, 1]);
  });
  it('leaves out what lies in the bay of a line', () => {
    const bay = [0, 0, 4, 0, 4, 4, 3, 4, 3, 1, 1, 1, 1, 4, 0, 4];
    expect(inside(points([2, 3], [0.5, 3]), bay)).toEqual([1]);
  });
  it('begins with all points in sight', () => {
    const view = whole(points([0, 0], [10, 4]), 200, 100);
    expect([view.x, view.y]).toEqual([5, 2]);
    expect(view.scale * 10).toBeLessThanOrEqual(200);
  });
});

import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import classes from './MapCanvas.module.css';
import { drawPoints, inside, nearest, type Points, type View, whole } from './scatter';

type Props = {
  points: Points;
  labels: string[];
  lasso: boolean;
  onOpen: (index: number) => void;
  onLasso: (found: number[]) => void;
  label: string;
};

/// The plane of the map: drag to move, wheel or pinch to zoom, press a point to open it.
export function MapCanvas({ points, labels, lasso, onOpen, onLasso, label }: Props) {
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<View | null>(null);
  const frame = useRef(0);
  const picture = useRef<{ image?: ImageData; of?: Points; seen?: View }>({});
  const line = useRef<number[]>([]);
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  const [under, setUnder] = useState<{ index: number; x: number; y: number } | null>(null);

  const draw = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const to = canvas.current;
      const context = to?.getContext('2d');
      if (!to || !context || !view.current || to.width === 0) return;
      const dense = window.devicePixelRatio || 1;
      const { x, y, scale } = view.current;
      let { image } = picture.current;
      if (image?.width !== to.width || image.height !== to.height) {
        image = context.createImageData(to.width, to.height);
        picture.current = { image };
      }
      // A line that is drawn around points leaves them as they are.
      if (picture.current.of !== points || picture.current.seen !== view.current) {
        const radius =
          dense * Math.min(5, Math.max(1, 60 / Math.sqrt(points.length) + scale / 400));
        drawPoints(image.data, to.width, to.height, points, { x, y, scale: scale * dense }, radius);
        picture.current = { image, of: points, seen: view.current };
      }
      context.putImageData(image, 0, 0);
      if (line.current.length > 2) drawLine(context, line.current, view.current, dense, to);
    });
  }, [points]);

  useEffect(() => {
    const to = canvas.current;
    if (!to || width === 0) return;
    const dense = window.devicePixelRatio || 1;
    to.width = Math.round(width * dense);
    to.height = Math.round(height * dense);
    view.current ??= whole(points, width, height);
    draw();
  }, [width, height, points, draw]);

  // A wheel that zooms must not scroll, which only a listener of its own can say.
  useEffect(() => {
    const to = canvas.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
    };
    to?.addEventListener('wheel', onWheel, { passive: false });
    return () => to?.removeEventListener('wheel', onWheel);
  });

  function zoom(by: number, px: number, py: number) {
    if (!view.current) return;
    const [x, y] = plane(px, py);
    const scale = Math.min(1e5, Math.max(0.5, view.current.scale * by));
    view.current = { scale, x: x - (px - width / 2) / scale, y: y - (py - height / 2) / scale };
    draw();
  }

  function plane(px: number, py: number): [number, number] {
    const { x, y, scale } = view.current ?? { x: 0, y: 0, scale: 1 };
    return [(px - width / 2) / scale + x, (py - height / 2) / scale + y];
  }

  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const onDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = place(event);
    fingers.current.set(event.pointerId, at);
    moved.current = 0;
    if (lasso) line.current = plane(at.x, at.y);
  };

  const onMove = (event: PointerEvent) => {
    const at = place(event);
    const before = fingers.current.get(event.pointerId);
    if (!before) {
      const [x, y] = plane(at.x, at.y);
      const index = nearest(points, x, y, 10 / (view.current?.scale ?? 1));
      setUnder(index < 0 ? null : { index, ...at });
      return;
    }
    moved.current += Math.abs(at.x - before.x) + Math.abs(at.y - before.y);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    fingers.current.set(event.pointerId, at);
    if (other) {
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      const is = Math.hypot(at.x - other.x, at.y - other.y);
      zoom(is / (was || 1), (at.x + other.x) / 2, (at.y + other.y) / 2);
    } else if (lasso) {
      line.current.push(...plane(at.x, at.y));
      draw();
    } else if (view.current) {
      const { x, y, scale } = view.current;
      view.current = { scale, x: x - (at.x - before.x) / scale, y: y - (at.y - before.y) / scale };
      draw();
    }
  };

  const onUp = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    if (lasso && line.current.length > 8) onLasso(inside(points, line.current));
    else if (moved.current < 6 && fingers.current.size === 0) {
      const at = place(event);
      const [x, y] = plane(at.x, at.y);
      const index = nearest(points, x, y, 12 / (view.current?.scale ?? 1));
      if (index >= 0) onOpen(index);
    }
    line.current = [];
    draw();
  };

  return (
    <div ref={ref} className={classes.plane}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        data-lasso={lasso || undefined}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerLeave={() => setUnder(null)}
      />
      {under && (
        <span className={classes.name} style={{ left: under.x, top: under.y }}>
          {labels[under.index]}
        </span>
      )}
      <div className={classes.zoom}>
        <button type="button" aria-label="Nearer" onClick={() => zoom(1.6, width / 2, height / 2)}>
          +
        </button>
        <button
          type="button"
          aria-label="Farther"
          onClick={() => zoom(1 / 1.6, width / 2, height / 2)}
        >
          −
        </button>
      </div>
    </div>
  );
}

function drawLine(
  context: CanvasRenderingContext2D,
  line: number[],
  view: View,
  dense: number,
  to: HTMLCanvasElement,
) {
  context.beginPath();
  for (let i = 0; i < line.length; i += 2) {
    const x = ((line[i] as number) - view.x) * view.scale * dense + to.width / 2;
    const y = ((line[i + 1] as number) - view.y) * view.scale * dense + to.height / 2;
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.closePath();
  context.fillStyle = 'rgb(240 103 63 / 14%)';
  context.strokeStyle = '#f0673f';
  context.lineWidth = 2 * dense;
  context.fill();
  context.stroke();
}

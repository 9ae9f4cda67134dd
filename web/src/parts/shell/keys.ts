import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { player } from '../player/player';
import { PLACES } from './nav';

type Doors = { search: () => void; help: () => void };

/// The keys that work everywhere.
export function useKeys({ search, help }: Doors) {
  const navigate = useNavigate();
  useEffect(() => {
    let afterG = 0;
    const onKey = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return;
      if (document.querySelector('[role="dialog"]')) return;
      const place = PLACES.find((p) => p.keys === `g ${event.key}`);
      if (place && Date.now() - afterG < 1200) {
        afterG = 0;
        navigate({ to: place.to });
        return;
      }
      switch (event.key) {
        case '/':
          search();
          break;
        case '?':
          help();
          break;
        case 'g':
          afterG = Date.now();
          return;
        case ' ':
          if (isPressable(event.target)) return;
          player.toggle();
          break;
        case 'j':
        case 'k':
          moveFocus(event.key === 'j' ? 1 : -1);
          break;
        case 'ArrowDown':
        case 'ArrowUp':
          // Within a list the arrows walk; elsewhere they scroll.
          if (!document.activeElement?.closest('[data-stop]')) return;
          moveFocus(event.key === 'ArrowDown' ? 1 : -1);
          break;
        case 'n':
          player.next();
          break;
        case 'b':
          player.previous();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, search, help]);
}

/// Lists mark what j and k walk along by data-stop.
function moveFocus(by: number) {
  const stops = [...document.querySelectorAll<HTMLElement>('[data-stop]')];
  const now = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[now < 0 ? 0 : Math.min(Math.max(now + by, 0), stops.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('button, a, summary, [role="slider"], [role="tab"], [role="button"]') !== null
  );
}

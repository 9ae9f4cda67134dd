import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconDots,
  IconEyeOff,
  IconHeart,
  IconHeartFilled,
  IconPlayerTrackNext,
  IconThumbDown,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useFeedback } from '../feedback';
import { player } from '../player/player';
import type { Item } from './play';

type Props = { item: Item; listener: string | null; onGone?: (gone: boolean) => void };

/// Like, not this, hide: each can be undone.
export function Opinions({ item, listener, onGone }: Props) {
  const [liked, setLiked] = useState(false);
  const say = useFeedback(listener);
  const { kind, id, name, artist } = item;
  const hideName = artist || name;
  const hideArtist = () => {
    const whole = artist
      ? { kind: 'artist' as const, name: artist }
      : { kind: 'artist' as const, id, name };
    say('ban', whole, hideName, (undone) => onGone?.(!undone));
  };
  return (
    <>
      <Tooltip label="Like">
        <ActionIcon
          aria-label={`Like ${name}`}
          aria-pressed={liked}
          onClick={() => say('like', { kind, id }, name, (undone) => setLiked(!undone))}
        >
          {liked ? <IconHeartFilled size={20} color="var(--warm)" /> : <IconHeart size={20} />}
        </ActionIcon>
      </Tooltip>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={`More about ${name}`}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconThumbDown size={18} />}
            onClick={() => say('skip', { kind, id }, name, (undone) => onGone?.(!undone))}
          >
            Not this
          </Menu.Item>
          <Menu.Item leftSection={<IconEyeOff size={18} />} onClick={hideArtist}>
            Hide {hideName}
          </Menu.Item>
          {item.playable && kind === 'track' && (
            <Menu.Item
              leftSection={<IconPlayerTrackNext size={18} />}
              onClick={() => player.playNext({ id, name, artist })}
            >
              Play next
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';

type Props = {
  name: string;
  first: boolean;
  last: boolean;
  disabled: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

/// Puts an item of a playlist in its place, by pointer and by keyboard alike.
export function MoveButtons({ name, first, last, disabled, onMove, onRemove }: Props) {
  return (
    <>
      <Tooltip label="Up">
        <ActionIcon
          disabled={first || disabled}
          onClick={() => onMove(-1)}
          aria-label={`Move ${name} up`}
        >
          <IconArrowUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Down">
        <ActionIcon
          disabled={last || disabled}
          onClick={() => onMove(1)}
          aria-label={`Move ${name} down`}
        >
          <IconArrowDown size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Take out">
        <ActionIcon disabled={disabled} onClick={onRemove} aria-label={`Take ${name} out`}>
          <IconX size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

import { ActionIcon, Button, createTheme, Menu, Modal, Tooltip } from '@mantine/core';

/// How Mantine's parts are used; their colours are in styles/tokens.css, since the page's policy
/// forbids styles that are written into the page by script.
export const theme = createTheme({
  fontFamily: 'var(--text)',
  headings: { fontFamily: 'var(--display)' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', size: 'lg', color: 'gray' },
    }),
    Button: Button.extend({ defaultProps: { variant: 'default' } }),
    // The lock of scrolling writes a style element; the overlay suffices.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: false } }),
  },
});

import { createTheme } from '@mantine/core';

/// How Mantine's parts are used; their colours are in styles/tokens.css, since the page's policy
/// forbids styles that are written into the page by script.
export const theme = createTheme({
  fontFamily: 'var(--text)',
  headings: { fontFamily: 'var(--display)' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  // By name, so that parts which a page does not use are not fetched with it.
  components: {
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    ActionIcon: {
      defaultProps: { variant: 'subtle', size: 'lg', color: 'gray' },
    },
    Button: { defaultProps: { variant: 'default' } },
    // The lock of scrolling writes a style element; the overlay suffices.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false } },
  },
});

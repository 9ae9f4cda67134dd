import { ActionIcon, Tooltip, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { libraryQuery } from '../../api/library';
import { useLive } from '../../api/live';
import { PlayerBar } from '../player/PlayerBar';
import { SearchPalette } from '../search/SearchPalette';
import { JobsBadge } from './JobsBadge';
import { useKeys } from './keys';
import { ModelWarning } from './ModelWarning';
import { isAt, PLACES } from './nav';
import classes from './Shell.module.css';

const HelpDialog = lazy(() =>
  import('./HelpDialog').then((part) => ({ default: part.HelpDialog })),
);

/// What stands around every page: places to go, search, and the player.
export function Shell() {
  const [searching, search] = useDisclosure(false);
  const [helping, help] = useDisclosure(false);
  useKeys({ search: search.open, help: help.open });
  useLive();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <Places />
      <div className={classes.column}>
        <header className={classes.header}>
          <Link to="/" className={`${classes.brand} only-narrow`} aria-label="Segue, to the start">
            <Logo />
          </Link>
          <button type="button" className={classes.search} onClick={search.open}>
            <IconSearch size={18} aria-hidden />
            <span className="one-line">Artists, tracks, listeners, tags</span>
            <kbd className="only-wide">/</kbd>
          </button>
          <JobsBadge />
          <Tooltip label="Keys (?)">
            <ActionIcon className={classes.wide} onClick={help.open} aria-label="Keys">
              <IconKeyboard size={20} />
            </ActionIcon>
          </Tooltip>
          <ThemeSwitch />
        </header>
        <Main />
      </div>
      <PlayerBar />
      <SearchPalette opened={searching} onClose={search.close} />
      <Suspense>{helping && <HelpDialog opened onClose={help.close} />}</Suspense>
    </div>
  );
}

function Main() {
  const path = useRouterState({ select: (s) => s.location.pathname });
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const busy = useIsFetching() > 0;
  // Who listens to the page hears that it changed: the place of reading moves to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when the path changes
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={classes.main} data-busy={busy || undefined}>
      <ModelWarning />
      <Suspense>
        <Outlet />
      </Suspense>
    </main>
  );
}

function Places() {
  const path = useRouterState({ select: (s) => s.location.pathname });
  const library = useQuery(libraryQuery);
  return (
    <nav className={classes.places} aria-label="Places">
      <Link to="/" className={`${classes.brand} only-wide`}>
        <Logo />
        <span>Segue</span>
      </Link>
      <ul>
        {PLACES.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.place}
              aria-current={isAt(path, to) ? 'page' : undefined}
            >
              <Icon size={21} stroke={1.75} aria-hidden />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={`${classes.foot} only-wide`}>
        {library.data?.isDemo
          ? 'The demo library: invented people and music.'
          : library.data?.folder}
      </p>
    </nav>
  );
}

function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark =
    colorScheme === 'dark' ||
    (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <Tooltip label={dark ? 'Light' : 'Dark'}>
      <ActionIcon
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        aria-label={dark ? 'To light colours' : 'To dark colours'}
      >
        {dark ? <IconSun size={20} /> : <IconMoon size={20} />}
      </ActionIcon>
    </Tooltip>
  );
}

function Logo() {
  return <img src="/icon.svg" alt="" width="34" height="34" />;
}

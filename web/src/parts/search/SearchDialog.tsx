import { lazy, Suspense } from 'react';
import type { SearchProps } from './SearchBox';

export type { Hit } from './SearchBox';

const SearchBox = lazy(() => import('./SearchBox').then((part) => ({ default: part.SearchBox })));

/// Type, walk with the arrows, pick with enter. Fetched when it is first opened.
export function SearchDialog(props: SearchProps) {
  return <Suspense>{props.opened && <SearchBox {...props} />}</Suspense>;
}

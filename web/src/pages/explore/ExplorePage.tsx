import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { onboardingQuery } from '../../api/recommend';
import { Sleeve } from '../../parts/art/Sleeve';
import { LinkButton } from '../../parts/LinkButton';
import { Empty, LoadingRows, PageHead, Trouble } from '../../parts/states';
import classes from './ExplorePage.module.css';
import { Trail } from './Trail';

/// Where a walk through the music begins.
export function ExplorePage() {
  const picks = useQuery(onboardingQuery(24));
  const items = picks.data?.items ?? [];
  return (
    <>
      <PageHead
        title="Explore"
        lead="Start anywhere and click on: from an artist to those who are close, to a track, to what sounds like it. The way back stays in sight."
      />
      <Trail here={undefined} />
      {picks.isError && <Trouble error={picks.error} onRetry={() => picks.refetch()} />}
      {picks.isPending && <LoadingRows rows={4} height={110} />}
      {picks.isSuccess && items.length === 0 && (
        <Empty
          title="There is nothing to explore yet"
          action={
            <LinkButton variant="filled" to="/music">
              Add music or plays
            </LinkButton>
          }
        >
          With a folder of music or a log of plays, artists and tracks get neighbours.
        </Empty>
      )}
      <ul className={classes.grid}>
        {items.map((item) => (
          <li key={`${item.kind} ${item.id}`}>
            <Link
              to={item.kind === 'artist' ? '/artists/$id' : '/tracks/$id'}
              params={{ id: item.id }}
              className={classes.card}
              data-stop
            >
              <Sleeve name={item.name} />
              <span className={classes.name}>{item.name}</span>
              <span className="soft small">{item.genres.slice(0, 2).join(', ')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client';
import { historyQuery, listenersQuery } from '../../api/library';
import { Panel, Panels } from '../../parts/charts/Panel';
import { LinkButton } from '../../parts/LinkButton';
import { Empty, LoadingRows, Trouble } from '../../parts/states';
import { useWho } from '../../parts/who';
import { count, day, many } from '../../parts/words';
import { ArtistsOverTime } from './ArtistsOverTime';
import { CalendarChart } from './CalendarChart';
import { Clock } from './Clock';
import { ListenerPicker } from './ListenerPicker';
import classes from './Listening.module.css';
import { PlainBars } from './PlainBars';

const route = getRouteApi('/insights');
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

export function Listening() {
  const search = route.useSearch();
  const mine = useWho();
  const first = useQuery(listenersQuery('', 1));
  const listener = search.listener ?? mine ?? first.data?.items[0]?.id ?? '';
  const history = useQuery(historyQuery(listener));
  if (first.isSuccess && listener === '') {
    return (
      <Empty
        title="Nobody listened yet"
        action={
          <LinkButton variant="filled" to="/music">
            Import plays
          </LinkButton>
        }
      >
        With a log of plays, this page shows when and what someone listened to.
      </Empty>
    );
  }
  return (
    <>
      <ListenerPicker listener={listener} />
      {history.isError && <Trouble error={history.error} onRetry={() => history.refetch()} />}
      {history.isPending && <LoadingRows rows={3} height={260} />}
      {history.data && <Charts history={history.data} />}
    </>
  );
}

function Charts({ history }: { history: Schemas['History'] }) {
  const timed = history.days.length > 0;
  const { longest, latest, busiest } = history.streaks;
  return (
    <>
      <dl className={classes.figures}>
        <Figure name="Plays" value={count(Math.round(history.plays))} />
        {history.first && <Figure name="Since" value={day(history.first)} />}
        {longest > 0 && <Figure name="Longest streak" value={many(longest, 'day')} />}
        {latest > 0 && <Figure name="Latest streak" value={many(latest, 'day')} />}
        {busiest && <Figure name="Busiest day" value={day(busiest.day)} />}
      </dl>
      {!timed && (
        <p className={`soft ${classes.note}`}>
          It is not known when these plays were, so there is no calendar and no clock. A log with
          times brings them.
        </p>
      )}
      <Panels>
        {timed && (
          <Panel
            title="Calendar"
            lead="The stronger the colour, the more was played that day."
            wide
          >
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll it on a narrow screen */}
            <section className={classes.calendar} aria-label="Days with plays" tabIndex={0}>
              <CalendarChart days={history.days} />
            </section>
          </Panel>
        )}
        {timed && (
          <Panel title="Round the clock" lead="Plays by the hour of the day.">
            <Clock hours={history.hours} />
          </Panel>
        )}
        {timed && (
          <Panel title="Through the week">
            <PlainBars
              label="Plays by weekday"
              bars={history.weekdays.map((plays, i) => ({ name: WEEKDAYS[i] ?? '', value: plays }))}
            />
          </Panel>
        )}
        {history.overTime.length > 0 && (
          <Panel title="Top artists over time" lead="Plays by month." wide>
            <ArtistsOverTime artists={history.overTime} />
          </Panel>
        )}
        <Panel title="Top artists">
          <ol className={classes.top}>
            {history.artists.slice(0, 12).map((artist) => (
              <li key={artist.id}>
                <Link to="/artists/$id" params={{ id: artist.id }} data-stop>
                  {artist.name}
                </Link>
                <span className="soft small figures">{many(Math.round(artist.plays), 'play')}</span>
              </li>
            ))}
          </ol>
        </Panel>
        {history.eras.length > 0 && (
          <Panel title="Eras" lead="When the music came out.">
            <PlainBars
              label="Plays by decade"
              bars={history.eras.map((era) => ({ name: `${era.decade}s`, value: era.plays }))}
            />
          </Panel>
        )}
        {history.discoveries.length > 0 && (
          <Panel title="Discoveries" lead="Artists heard for the first time, by month.">
            <PlainBars
              label="New artists by month"
              bars={history.discoveries.map((found) => ({
                name: found.month,
                value: found.artists,
              }))}
            />
          </Panel>
        )}
      </Panels>
    </>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figures">{value}</dd>
    </div>
  );
}

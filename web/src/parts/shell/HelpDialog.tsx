import { Kbd, Modal } from '@mantine/core';
import classes from './HelpDialog.module.css';
import { PLACES } from './nav';

const KEYS = [
  ['/', 'Search'],
  ['space', 'Play or pause'],
  ['n', 'Next track'],
  ['b', 'Back to the track before'],
  ['j', 'Down a list; then also ↓'],
  ['k', 'Up a list; then also ↑'],
  ['ctrl z', 'Undo, in a playlist'],
  ['enter', 'Open what is chosen'],
  ['?', 'This help'],
] as const;

export function HelpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="lg">
      <div className={classes.columns}>
        <Keys title="Anywhere" keys={KEYS.map(([key, what]) => ({ key, what }))} />
        <Keys title="Go to" keys={PLACES.map((p) => ({ key: p.keys, what: p.label }))} />
      </div>
    </Modal>
  );
}

function Keys({ title, keys }: { title: string; keys: { key: string; what: string }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={classes.keys}>
        {keys.map(({ key, what }) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <Kbd key={one}>{one}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

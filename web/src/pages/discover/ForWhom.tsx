import { ActionIcon, Button, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUser, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { listenerQuery } from '../../api/library';
import { SearchDialog } from '../../parts/search/SearchDialog';
import { PageHead } from '../../parts/states';
import { who } from '../../parts/who';
import { listenerName } from '../../parts/words';
import { type DiscoverSearch, toggled } from './ask';
import { ChooseListener } from './ChooseListener';
import classes from './ForWhom.module.css';
import { nameOf } from './Onboarding';

type Props = {
  search: DiscoverSearch;
  listener: string | null;
  onChange: (part: Partial<DiscoverSearch>) => void;
};

/// Whom the list is for, as words that can be taken away.
export function ForWhom({ search, listener, onChange }: Props) {
  const [adding, dialog] = useDisclosure(false);
  const navigate = useNavigate();
  const startOver = () => {
    who.set(null);
    navigate({ to: '/', search: {} });
  };
  return (
    <>
      <PageHead title="What next?">
        <ChooseListener label="Someone else" />
        <Button onClick={startOver}>Start over</Button>
      </PageHead>
      <ul className={classes.words} aria-label="Whom the list is for">
        {listener !== null && <Listener id={listener} />}
        {(['like', 'notLike', 'genre', 'mood'] as const).flatMap((part) =>
          (search[part] ?? []).map((name) => (
            <li key={`${part} ${name}`} className={classes.word} data-part={part}>
              {part === 'notLike' ? `not ${name}` : name}
              <ActionIcon
                size="sm"
                aria-label={`Without ${name}`}
                onClick={() => onChange({ [part]: toggled(search[part], name) })}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          )),
        )}
        <li>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />}>
                Add
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={dialog.open}>An artist, track or genre</Menu.Item>
              {listener !== null && (
                <Menu.Item onClick={() => navigate({ to: '/insights', search: { listener } })}>
                  See what {listenerName(listener)} played
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </li>
      </ul>
      <SearchDialog
        opened={adding}
        onClose={dialog.close}
        kinds="artist,track,tag"
        label="More like…"
        onPick={(hit) =>
          hit.kind === 'tag'
            ? onChange({ genre: toggled(search.genre, hit.name) })
            : onChange({ like: toggled(search.like, nameOf(hit)) })
        }
      />
    </>
  );
}

function Listener({ id }: { id: string }) {
  const listener = useQuery(listenerQuery(id));
  return (
    <li className={classes.word} data-part="listener">
      <IconUser size={16} aria-hidden />
      {listenerName(listener.data?.name ?? id)}
    </li>
  );
}

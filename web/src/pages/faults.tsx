import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { LinkButton } from '../parts/LinkButton';
import { Empty, Trouble } from '../parts/states';

export function NotFound() {
  return (
    <Empty
      title="There is no such page"
      action={
        <LinkButton variant="filled" to="/">
          To the start
        </LinkButton>
      }
    >
      The address may be mistyped, or what it showed is no longer in this library.
    </Empty>
  );
}

export function PageFault({ error }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Trouble
      error={error instanceof Error ? error : new Error(String(error))}
      onRetry={() => router.invalidate()}
    />
  );
}

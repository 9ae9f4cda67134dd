import { Button } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Empty, Trouble } from '../parts/states';

export function NotFound() {
  return (
    <Empty
      title="There is no such page"
      action={
        <Button variant="filled" component={Link} to="/">
          To the start
        </Button>
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

import { Button, PasswordInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../api/client';
import { sessionQuery } from '../../api/library';
import { Trouble } from '../states';
import classes from './Gate.module.css';
import { Shell } from './Shell';

/// Lets in whoever may come in: everybody on the machine itself, from elsewhere with the token.
export function Gate() {
  const session = useQuery(sessionQuery);
  if (session.data?.loginNeeded && !session.data.loggedIn) return <Login />;
  return <Shell />;
}

function Login() {
  const [token, setToken] = useState('');
  const [problem, setProblem] = useState<Error | null>(null);
  const client = useQueryClient();
  const login = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await take(api.POST('/login', { body: { token: token.trim() } }));
      await client.invalidateQueries();
    } catch (wrong) {
      setProblem(wrong as Error);
    }
  };
  return (
    <main className={classes.login}>
      <img src="/icon.svg" alt="" width="64" height="64" />
      <h1>Segue</h1>
      <p className="soft">
        This library is on another machine. Its owner gets the token there with{' '}
        <code>segue token</code>.
      </p>
      <form onSubmit={login} className="stack">
        <PasswordInput
          label="Token"
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
          autoComplete="current-password"
          required
        />
        <Button type="submit" variant="filled" disabled={token.trim() === ''}>
          Log in
        </Button>
      </form>
      {problem && <Trouble error={problem} />}
    </main>
  );
}

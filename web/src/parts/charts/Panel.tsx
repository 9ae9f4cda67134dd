import type { ReactNode } from 'react';
import classes from './Panel.module.css';

type Props = {
  title: string;
  lead?: string;
  wide?: boolean;
  tools?: ReactNode;
  children: ReactNode;
};

/// A chart with its title and a sentence on how to read it.
export function Panel({ title, lead, wide, tools, children }: Props) {
  return (
    <section className={classes.panel} data-wide={wide || undefined}>
      <div className={classes.head}>
        <div>
          <h2>{title}</h2>
          {lead && <p className="soft small">{lead}</p>}
        </div>
        {tools}
      </div>
      {children}
    </section>
  );
}

/// Panels side by side where there is room.
export function Panels({ children }: { children: ReactNode }) {
  return <div className={classes.panels}>{children}</div>;
}

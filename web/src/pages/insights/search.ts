/// What the address of Insights says.
export type InsightsSearch = {
  listener?: string;
  tab?: 'sound' | 'categories';
  category?: number;
  /// The feature whose distribution is shown.
  feature?: string;
  x?: string;
  y?: string;
  /// The features whose years are shown.
  show?: string[];
};

const text = (raw: unknown) => (typeof raw === 'string' && raw !== '' ? raw : undefined);

export function readInsights(raw: Record<string, unknown>): InsightsSearch {
  const texts = (of: unknown) => {
    const list = Array.isArray(of) ? of.filter((one) => typeof one === 'string') : [];
    return list.length > 0 ? list : undefined;
  };
  return {
    listener: text(raw.listener),
    tab: raw.tab === 'sound' || raw.tab === 'categories' ? raw.tab : undefined,
    category: typeof raw.category === 'number' ? raw.category : undefined,
    feature: text(raw.feature),
    x: text(raw.x),
    y: text(raw.y),
    show: texts(raw.show),
  };
}

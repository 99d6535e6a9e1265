// What Python sends (`timeline.screen.view.contents`) and hears (`timeline.screen.session`), and what of Plotly is used.

export type Actor = [name: string, colour: string];
export type Message = [number: number, action: string, value: unknown];

export interface Said {
  to: string;
  actions: Message[];
  times: number;
}

export interface Data {
  chart: ChartData | null;
  who: WhoSaysData | null;
  story: StoryEvent[];
  review: ReviewData;
  months: Month[];
  list_id: string;
  page: Page;
  selected: string;
  asked_for: boolean;
  event: EventData | null;
  changes: string[];
  document: DocumentData | null;
  overview: OverviewData | null;
  looked: number;
  empty: Empty | null;
  size: string;
  narrow: number;
  session: string;
  may_edit: boolean;
  heard: number;
}

export interface ChartData {
  id: string;
  axis: string;
  figure: { data: Trace[]; layout: PlotLayout };
  height: number;
  shown: number;
  folded: string;
  key: Actor[];
  lanes: LaneData[];
  undated: { events: [id: string, title: string][]; more: number };
  alt: string;
  plotly: string;
  earlier: Edge | null;
  later: Edge | null;
  whole: { range: [number, number]; counts: number[] };
  zoomed: boolean;
  story: boolean;
  pinned: boolean;
}

export interface LaneData {
  name: string;
  top: number;
  bottom: number;
  gutter: number;
  folded: boolean;
  fixed: boolean; // holds what has no lane of its own, and stands last
}

export interface Edge {
  text: string;
  range: number[];
}

export interface Month {
  heading: string;
  rows: Row[];
}

export interface Row {
  id: string;
  when: string;
  when_full: string;
  title: string;
  actors: Actor[];
  quote: string;
  sources: string;
  marks: string[];
  tags: string[];
  checked: boolean;
  doubt: [word: string, sentence: string]; // of its date
  folded: string; // how many rows are folded behind it, in words
  under: string; // the id of the row behind which it is folded
}

export interface Page {
  earlier: number;
  earlier_page: number;
  later: number;
  later_page: number;
}

export interface Empty {
  text: string;
  action?: string;
  ask?: string;
  cards?: [ask: string, title: string, text: string][];
}

export interface EventData {
  id: string;
  when: string;
  title: string;
  facts: string[];
  actors: Actor[];
  reading: string;
  mentions: Mention[];
  tags?: string[];
  comment?: string;
  actions?: [name: string, label: string][];
  conflicts?: [id: string, said: string][];
  retellings?: Retelling[];
}

export interface Retelling {
  id: string;
  title: string;
  facts: string[];
}

export interface Mention {
  id: string;
  document: string;
  quote: [text: string, isDate: boolean][];
  source: string[];
  url: string;
  readable: boolean;
  reading: string;
}

export type TextPart = [text: string, kind: "" | "told" | "here" | "date" | "aside", event: string];

export interface DocumentData {
  id: string;
  event: string;
  title: string;
  facts: string[];
  url: string;
  parts: TextPart[];
  blocks: [count: number, kind: string][]; // of how many parts each block is made
}

export interface OverviewData {
  kind: "" | "actors" | "sources";
  kinds: [kind: string, words: string][];
  rows: OverviewRow[];
  more: number;
}

export interface OverviewRow {
  id: string;
  name: string;
  facts: string[];
  colour?: string;
  readable?: boolean;
}

export interface StoryEvent {
  id: string;
  when: string;
  title: string;
  quote: [text: string, isDate: boolean][];
  source: string;
}

export interface ReviewData {
  checked: number;
  total: number;
  queue: boolean;
  done: string;
  tags: string[];
}

export interface WhoSaysData {
  summary: string;
  left_out: string;
  sources: SourceColumn[];
  rows: GridRow[];
}

export interface SourceColumn {
  id: string;
  name: string;
  day: string;
  readable: boolean;
}

export interface GridRow {
  id: string;
  when: string;
  title: string;
  alone: Alone | null;
  cells: (Voice | null)[];
  split: boolean;
}

export interface Alone {
  name: string;
  voice: Voice;
}

export interface Voice {
  words: string;
  differs: boolean;
  short: string;
  said: Sentence;
  against: Sentence | null;
}

export interface Sentence {
  quote: [text: string, isDate: boolean][];
  source: string[];
  document: string;
  mention: string;
}

export interface Trace {
  name?: string;
  mode?: string;
  x: (number | null)[];
  y: (number | null)[];
  customdata?: any[];
  textposition?: string;
  [more: string]: unknown;
}

export interface Point {
  x: number;
  data: Trace;
  pointNumber: number;
  customdata?: unknown;
}

export interface PlotLayout {
  xaxis: { range: number[]; [more: string]: unknown };
  yaxis: { range: number[]; [more: string]: unknown };
  [more: string]: unknown;
}

export interface Plot extends HTMLElement {
  data: Trace[];
  layout: PlotLayout;
  on(name: "plotly_click", heard: (click: { points: Point[] }) => void): void;
  on(name: "plotly_relayout", heard: (change: Record<string, unknown>) => void): void;
}

export interface PlotlyLibrary {
  react(plot: Plot, data: Trace[], layout: object, settings: object): Promise<void>;
  relayout(plot: Plot, change: object): Promise<void>;
  restyle(plot: Plot, change: object, traces: number[]): Promise<void>;
  purge(plot: Plot): void;
  toImage(figure: object, options: object): Promise<string>;
  Fx: { hover(plot: Plot, points: object[]): void; unhover(plot: Plot): void };
}

declare global {
  interface Window {
    Plotly: PlotlyLibrary;
    briefingPlotly?: Promise<PlotlyLibrary>;
  }
}

// All icons: one family, 16 px, lines of 1.5 px in the colour of the text beside them.

const paths = {
  close: 'M4 4l8 8M12 4l-8 8',
  note: 'M3 3.5h10v6.5l-3 3H3zM10 13v-3h3M5.5 6.5h5M5.5 9h2.5',
  edit: 'M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2zM9.3 4.5l2.2 2.2',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5M7 7v3.5M9 7v3.5',
  previous: 'M10 3.5L5.5 8l4.5 4.5',
  next: 'M6 3.5L10.5 8 6 12.5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L13.5 13.5',
  settings:
    'M2.5 5h5M11 5h2.5M2.5 11H5M8.5 11h5M9.2 6.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM6.8 12.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z',
  marks: 'M3 11.5L6.5 3l3.5 8.5M4.2 8.5h4.6M2.5 14h11M12 8.5v3',
  panel: 'M2.5 3.5h11v9h-11zM9.5 3.5v9M11 6h1M11 8h1',
  library: 'M3 3v10M5.5 3v10M8 3.2l3.2-.7 2 10-3.2.7z',
  print: 'M4.5 6V2.5h7V6M4.5 11h-2V6h11v5h-2M4.5 9h7v4.5h-7z',
  open: 'M7 3.5H3.5v9h9V9M9 3h4v4M13 3L7.5 8.5',
  only: 'M8 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM8 1v3.5M8 11.5V15M1 8h3.5M11.5 8H15',
  check: 'M3.5 8.5l3 3 6-7',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

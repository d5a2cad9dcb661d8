/** Three parcels joined into one outline. */
export function BrandMark() {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M3 4.5 11 3l10 2.5-1 8L21 20l-9 1.5L3.5 20 4 12Z"
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth="1.8"
        strokeLinejoin="round"
      />
      <path d="M6 6.8 11 5.6l-.6 5.4L6.2 12Z" fill="var(--mantine-primary-color-filled)" />
      <path
        d="m13.2 5.7 5.2 1.3-.7 5.4-4.9-1.2Z"
        fill="var(--mantine-primary-color-filled)"
        opacity=".65"
      />
      <path
        d="m6.3 14.2 4.8-.9 6.7 1.4.6 3.7-6.7 1-5.3-.9Z"
        fill="var(--mantine-primary-color-filled)"
        opacity=".4"
      />
    </svg>
  );
}

// Nothing here yet: says so, and teaches the one gesture that changes it.
import './EmptyState.css';

export function EmptyState({ title, gesture }: { title: string; gesture?: string }) {
  return (
    <div class="empty-state">
      <p>{title}</p>
      {gesture && <p class="quiet">{gesture}</p>}
    </div>
  );
}

-- A receipt that was given back waits for the assistant as long as any other step, and no longer.
update extras.expense set due_at = greatest(since, now()) + interval '14 days'
  where state = 'RETURNED' and due_at is null;

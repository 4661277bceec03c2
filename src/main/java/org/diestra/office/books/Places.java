package org.diestra.office.books;

import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Caller;
import org.springframework.stereotype.Component;

/** Somebody's place at the books, for what the house does in that person's name. */
@Component
public class Places {
  private final Books books;
  private final Accounts accounts;

  Places(Books books, Accounts accounts) {
    this.books = books;
    this.accounts = accounts;
  }

  /**
   * As it is now, looked up with that person's own rights; empty where there is none any more. In
   * no transaction of another's.
   */
  public Optional<Desk> of(PersonId person, WorkspaceId workspace) {
    return accounts
        .viewer(person)
        .flatMap(viewer ->
            Caller.person(person.value())
                .call(() -> {
                  try {
                    return Optional.of(books.enter(viewer, workspace));
                  } catch (NotFound left) {
                    return Optional.<Desk>empty();
                  }
                }));
  }
}

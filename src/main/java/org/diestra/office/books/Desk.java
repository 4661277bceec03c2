package org.diestra.office.books;

import java.time.Clock;
import java.time.LocalDate;
import org.diestra.office.workspaces.Pass;

/**
 * Somebody at the books of a workspace, who works in them.
 *
 * @param posts whether the person may post: the database says who may
 */
public record Desk(Pass pass, Book book, boolean posts) {

  /** The address of something in them: {@code href("accounts")}; their own for the empty text. */
  public String href(String path) {
    return pass.href(path.isEmpty() ? "books" : "books/" + path);
  }

  /** The day where the business is. */
  public LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), pass.workspace().zone());
  }
}

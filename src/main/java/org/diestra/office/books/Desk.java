package org.diestra.office.books;

import org.diestra.office.workspaces.Pass;

/** Somebody at the books of a workspace, who works in them. */
public record Desk(Pass pass, Book book) {

  /** Whether the person may post: everybody of the client's but the staff. */
  public boolean posts() {
    return posts(pass);
  }

  static boolean posts(Pass pass) {
    return pass.viewer()
        .memberOf(pass.workspace().organisation())
        .filter(member -> member.role().seesContracts())
        .isPresent();
  }

  /** The address of something in them: {@code href("accounts")}; their own for the empty text. */
  public String href(String path) {
    return pass.href(path.isEmpty() ? "books" : "books/" + path);
  }
}

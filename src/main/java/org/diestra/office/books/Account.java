package org.diestra.office.books;

import java.time.Instant;
import java.util.Locale;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * An account of a chart.
 *
 * @param code 1–16 digits, capitals, points and hyphens; no two of a chart have the same
 * @param parent what it is part of, or null at the top
 * @param nameEs in Spanish, 1–120 characters
 * @param nameEn in English, 1–120 characters
 * @param use what the house finds it by, or null
 * @param posts whether lines are written on it; a heading only gathers others
 * @param version counts its changes
 * @param closedAt since when nothing more is written on it, or null
 */
public record Account(
    AccountId id,
    WorkspaceId workspace,
    String code,
    @Nullable AccountId parent,
    String nameEs,
    String nameEn,
    AccountKind kind,
    @Nullable AccountUse use,
    boolean posts,
    int version,
    @Nullable Instant closedAt) {

  /** Its name in that language, English for any but Spanish. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("es") ? nameEs : nameEn;
  }

  /** As it is chosen and shown: {@code 572 · Bancos}. */
  public String label(Locale locale) {
    return code + " · " + name(locale);
  }

  /** Whether a new line may be written on it. */
  public boolean open() {
    return posts && closedAt == null;
  }

  /** Its page, with what was posted on it. */
  public String href() {
    return "/w/" + workspace + "/books/accounts/" + id;
  }
}

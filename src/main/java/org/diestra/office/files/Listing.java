package org.diestra.office.files;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page of a folder shows.
 *
 * @param trail the folders from the outermost in; none for the workspace's own
 * @param query part of a name that is looked for in the whole workspace; may be empty
 * @param places the folders that what was found lies in, by their ids
 * @param more whether there are more than are shown
 */
record Listing(
    Pass pass,
    List<Entry> trail,
    List<Entry> entries,
    Map<PersonId, String> names,
    Space space,
    Order order,
    String query,
    Map<UUID, String> places,
    boolean more) {
  /** So many on a page. */
  static final int SHOWN = 200;

  @Nullable Entry folder() {
    return trail.isEmpty() ? null : trail.getLast();
  }

  String folderId() {
    return trail.isEmpty() ? "" : trail.getLast().key().toString();
  }

  String href() {
    var folder = folder();
    return Places.href(pass, folder == null ? null : folder.key());
  }

  /** The same list in another order. */
  String sorted(Order other) {
    return UriComponentsBuilder.fromPath(href())
        .queryParam("sort", other.slug())
        .queryParam("q", "{q}")
        .encode()
        .buildAndExpand(query)
        .toUriString();
  }

  /** Where the next page begins; null on the last. */
  @Nullable String next() {
    return more
        ? UriComponentsBuilder.fromUriString(sorted(order))
            .queryParam("after", entries.getLast().key())
            .build()
            .toUriString()
        : null;
  }

  /** The folder it was found in, or empty where it lies in the workspace's own. */
  String place(Entry entry) {
    return entry.parent() == null ? "" : places.getOrDefault(entry.parent(), "");
  }

  String href(Entry entry) {
    return Places.href(pass, entry.key());
  }

  String by(Entry entry) {
    return names.getOrDefault(entry.modifiedBy(), "");
  }
}

package org.diestra.platform.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** A small index of its own for a test, in which things are called by their titles. */
final class Shelf implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");
  private final Index index;
  private final Finder finder = new Finder(Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<Entry> entries = new ArrayList<>();

  Shelf(Path folder) throws IOException {
    index = Index.create(folder, Ids.fresh(), "a database");
  }

  static Entry.Draft assistant(String title) {
    return Entry.of(Kind.ASSISTANT, Ids.fresh(), NOW).title(title);
  }

  static Entry.Draft job(String title) {
    return Entry.of(Kind.JOB, Ids.fresh(), NOW).title(title);
  }

  Shelf put(Entry.Draft... drafts) throws IOException {
    for (var draft : drafts) {
      var entry = draft.build();
      entries.add(entry);
      index.put(entry);
    }
    index.refresh();
    return this;
  }

  Shelf remove(Entry entry) throws IOException {
    index.remove(entry.kind(), entry.id());
    index.refresh();
    return this;
  }

  Found find(Criteria.Draft criteria) throws IOException {
    return index.read(searcher -> finder.find(searcher, criteria.build()));
  }

  /** The titles of the assistants found for these words, in order. */
  List<String> assistants(String words) throws IOException {
    return titles(find(Criteria.of(Kind.ASSISTANT).words(words)));
  }

  List<String> titles(Found found) {
    return found.ids().stream().map(this::title).toList();
  }

  List<String> complete(String typed, int most) throws IOException {
    return index.read(searcher -> finder.complete(searcher, Kind.ASSISTANT, typed, most));
  }

  Index index() {
    return index;
  }

  private String title(UUID id) {
    return entries.stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .map(entry -> entry.texts().getFirst().words())
        .orElseThrow();
  }

  static Entry.Draft[] many(Entry.Draft... drafts) {
    return Arrays.copyOf(drafts, drafts.length);
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}

package org.diestra.platform.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/** An index without a database, for benchmarks from outside of this package. */
public final class Warehouse implements AutoCloseable {
  private final Path folder;
  private final Index index;
  private final Clock clock;

  public Warehouse(Path folder, Instant now) throws IOException {
    this.folder = folder;
    this.clock = Clock.fixed(now, ZoneOffset.UTC);
    this.index = Index.create(folder, Ids.fresh(), "bench");
  }

  public void put(Entry entry) throws IOException {
    index.put(entry);
  }

  public void commit() throws IOException {
    index.commit("");
    index.refresh();
  }

  /** With nothing kept from the searches before. */
  public Asker asker() {
    return new Asker(new Finder(clock));
  }

  /** Somebody who searches again and again, as a node of the house does. */
  public final class Asker {
    private final Finder finder;

    private Asker(Finder finder) {
      this.finder = finder;
    }

    public Found find(Criteria criteria) throws IOException {
      return index.read(searcher -> finder.find(searcher, criteria));
    }

    public List<String> complete(String typed) throws IOException {
      return index.read(searcher -> finder.complete(searcher, Kind.ASSISTANT, typed, 8));
    }
  }

  public int segments() throws IOException {
    return index.read(searcher -> searcher.getLeafContexts().size());
  }

  public long bytes() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** For rows that need an id. */
  public static UUID id() {
    return Ids.fresh();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}

package org.diestra.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One index in its own folder, named by its id. One thread writes, any number read. Until the first
 * commit it does not exist: what was cut off while it was made is swept away at the next start.
 */
final class Index implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Index.class);
  private static final double BUFFER_MEGABYTES = 32;
  private static final String SCHEMA = "schema";
  private static final String LIFE = "life";
  private static final String POSITION = "position";

  private final Directory folder;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final UUID id;
  private final String life;

  /** Something done with one state of the index. */
  interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException;
  }

  private Index(Path parent, UUID id, String life, IndexWriterConfig.OpenMode mode)
      throws IOException {
    this.id = id;
    this.life = life;
    this.folder = FSDirectory.open(parent.resolve(id.toString()));
    var config =
        new IndexWriterConfig(Documents.analyzer())
            .setOpenMode(mode)
            .setIndexSort(Documents.BEST_FIRST)
            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
            .setCommitOnClose(false);
    this.writer = new IndexWriter(this.folder, config);
    this.searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /**
   * @param life of the database whose changes it will follow
   */
  static Index create(Path parent, UUID id, String life) throws IOException {
    Files.createDirectories(parent.resolve(id.toString()));
    return new Index(parent, id, life, IndexWriterConfig.OpenMode.CREATE);
  }

  /** Empty unless it is whole, of this schema, and of this database. */
  static Optional<Index> open(Path parent, UUID id, String life) throws IOException {
    try (var directory = FSDirectory.open(parent.resolve(id.toString()))) {
      if (!DirectoryReader.indexExists(directory)) {
        return Optional.empty();
      }
      var data = SegmentInfos.readLatestCommit(directory).getUserData();
      if (!data.equals(withPosition(life, data.getOrDefault(POSITION, "")))) {
        return Optional.empty();
      }
      checkFiles(directory);
    }
    return Optional.of(new Index(parent, id, life, IndexWriterConfig.OpenMode.APPEND));
  }

  UUID id() {
    return id;
  }

  /** How far the last commit follows the changes. */
  String committed() {
    for (var entry : writer.getLiveCommitData()) {
      if (entry.getKey().equals(POSITION)) {
        return entry.getValue();
      }
    }
    throw new IllegalStateException("never committed");
  }

  /** Takes in one change; one that Lucene refuses is left out, lest it stops all others. */
  void take(ChangeStore.Change change) {
    try {
      var entry = change.entry();
      if (entry == null) {
        remove(change.kind(), change.id());
      } else {
        put(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      LOG.error("search: {} {} is left out", change.kind(), change.id(), e);
    }
  }

  /** Takes the place of what had its id. */
  void put(Entry entry) throws IOException {
    writer.updateDocument(Documents.key(entry.kind(), entry.id()), Documents.of(entry));
  }

  void remove(Kind kind, UUID thing) throws IOException {
    writer.deleteDocuments(Documents.key(kind, thing));
  }

  /** Shows what was put and removed to searches that begin now. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Makes it durable, together with how far it follows the changes. */
  void commit(String position) throws IOException {
    writer.setLiveCommitData(withPosition(life, position).entrySet());
    writer.commit();
  }

  private static Map<String, String> withPosition(String life, String position) {
    var data = new HashMap<String, String>();
    data.put(SCHEMA, Integer.toString(Documents.SCHEMA));
    data.put(LIFE, life);
    data.put(POSITION, position);
    return data;
  }

  <T> T read(Reading<T> reading) throws IOException {
    var searcher = searchers.acquire();
    try {
      return reading.from(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  int size() {
    return writer.getDocStats().numDocs;
  }

  /** Quick: is the folder still there? */
  boolean isThere() throws IOException {
    return writer.isOpen() && DirectoryReader.indexExists(folder);
  }

  /**
   * Reads every file of the last commit through. Called by the writing thread, so that none of them
   * goes away meanwhile.
   *
   * @throws IOException if one is missing or was changed
   */
  void check() throws IOException {
    checkFiles(folder);
  }

  boolean isSound() {
    try {
      check();
      return writer.isOpen();
    } catch (IOException | AlreadyClosedException e) {
      return false;
    }
  }

  private static void checkFiles(Directory folder) throws IOException {
    for (var file : SegmentInfos.readLatestCommit(folder).files(true)) {
      try (var in = folder.openInput(file, IOContext.READONCE)) {
        CodecUtil.checksumEntireFile(in);
      } catch (RuntimeException e) {
        throw new CorruptIndexException("unreadable", file, e);
      }
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /** Gives up what was not committed. */
  @Override
  public void close() throws IOException {
    try (folder;
        writer;
        searchers) {
      // in this order, each even if another fails
    }
  }
}

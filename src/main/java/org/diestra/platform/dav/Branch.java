package org.diestra.platform.dav;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.programs.Part;

/**
 * A module's part of the tree: a bean. Paths are relative to it. What is not there and what is not
 * this person's look alike: empty. Finding runs in a read-only transaction; what changes something
 * runs in one that {@link #hold} was called in first, and in which conditions and locks have been
 * checked since. Refusals are {@link DavFault}s.
 */
public interface Branch {
  /** The first name below {@code /dav/}. */
  String name();

  /** What a program's password must open. */
  Part part();

  /** What stands there; for the empty path the branch itself. In few statements however deep. */
  Optional<? extends Node> find(Viewer viewer, DavPath path);

  /** What lies directly in a collection, in one statement. */
  List<? extends Node> children(Viewer viewer, DavPath path, Node collection);

  /**
   * From now until the transaction ends nobody else changes anything near these paths.
   *
   * @throws DavFault 403 where nothing may be changed, or not from one of them to the other
   */
  void hold(Viewer viewer, List<DavPath> paths);

  /** A turn to change something, until it is closed. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for one's turn to change something near that path before a transaction begins, so that
   * whoever waits holds no connection to the database. {@link #hold} guards all the same.
   *
   * @throws DavFault 503 where too many wait
   */
  default Turn turn(DavPath path) {
    return () -> {};
  }

  /** Makes a collection where there is nothing, in one that is there. */
  void makeCollection(Viewer viewer, DavPath path);

  /**
   * The same of a kind (RFC 5689), with properties it is to have.
   *
   * @param kinds at least that of a collection
   * @param properties by name; what is not taken here is set afterwards, or the whole is not done
   * @return the names that were taken
   * @throws DavFault 403 for a kind that can't be there
   */
  default Set<QName> makeCollection(
      Viewer viewer, DavPath path, Set<QName> kinds, Map<QName, Element> properties) {
    if (!kinds.equals(Set.of(Dav.COLLECTION))) {
      throw new DavFault(403, Dav.VALID_KIND);
    }
    makeCollection(viewer, path);
    return Set.of();
  }

  /**
   * Sets properties that {@link Node#settable} names, within the transaction.
   *
   * @param values empty to take one away
   * @return those that can't be so, with their status; then nothing of it is kept
   */
  default Map<QName, Integer> set(
      Viewer viewer, DavPath path, Node node, Map<QName, Optional<Element>> values) {
    throw new IllegalStateException("nothing can be set of " + path);
  }

  /** What came in and is not kept yet; closing lets go of it. */
  interface Brought extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  /**
   * Takes a body in, outside any transaction, however long that lasts.
   *
   * @throws DavFault 413 or 507 where there is no room for it
   */
  Brought receive(Viewer viewer, DavPath path, InputStream in) throws IOException;

  /**
   * The same, where the length is known before.
   *
   * @param announced bytes; less than 0 where nobody said
   */
  default Brought receive(Viewer viewer, DavPath path, InputStream in, long announced)
      throws IOException {
    return receive(viewer, path, in);
  }

  /** Keeps it as the content of what is there, or of something new; answers what is there now. */
  Node put(Viewer viewer, DavPath path, Brought brought);

  /**
   * Answers what was sent to something there that takes it, in a read-only transaction.
   *
   * @param body at most 100 kB
   */
  default Report.Document post(Viewer viewer, DavPath path, byte[] body) {
    throw new DavFault(405);
  }

  /** The bytes, from the beginning; to be closed. Called outside any transaction. */
  InputStream open(Viewer viewer, Node node) throws IOException;

  /** Takes it away, with all that is in it. */
  void delete(Viewer viewer, DavPath path, Node node);

  /**
   * The same.
   *
   * @param silent whether the program asks that nobody be answered by it (RFC 6638, section 8.1)
   */
  default void delete(Viewer viewer, DavPath path, Node node, boolean silent) {
    delete(viewer, path, node);
  }

  /** Moves it; what stands there gives way, with all that is in it. */
  void move(Viewer viewer, Node node, DavPath to);

  /**
   * Copies it; what stands there gives way, with all that is in it.
   *
   * @param deep with all that is in it
   * @return the id of each copy, by that of its original, for their dead properties
   */
  Map<UUID, UUID> copy(Viewer viewer, Node node, DavPath to, boolean deep);

  /** Whether things in it can be locked; else a lock would promise what it does not keep. */
  default boolean locks() {
    return true;
  }

  /** Whether that person may break the locks of others there. */
  default boolean keeps(Viewer viewer, DavPath path) {
    return false;
  }

  /** Whether bodies are so small that nothing is asked before they have come in. */
  default boolean light() {
    return false;
  }

  /** What it says of a person on the page of that person's principal, such as where a home is. */
  default Map<QName, Xml> homes(Viewer viewer) {
    return Map.of();
  }

  /** More classes for the {@code DAV} header, such as {@code calendar-access}. */
  default List<String> classes() {
    return List.of();
  }

  /** The reports it answers (RFC 3253, section 3.6), by their root element. */
  default Map<QName, Report> reports() {
    return Map.of();
  }
}

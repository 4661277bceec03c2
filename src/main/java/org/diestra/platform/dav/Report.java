package org.diestra.platform.dav;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/** Answers one kind of report, in a read-only transaction. */
@FunctionalInterface
public interface Report {
  /**
   * One line of the answer.
   *
   * @param path relative to the branch
   * @param node null for what is not there, or not told
   * @param own properties that this report alone knows, such as calendar data, already made
   * @param status where there is no node: 404, or 507 for what goes beyond a limit
   */
  record Line(DavPath path, @Nullable Node node, Map<QName, Xml> own, int status) {
    public static Line of(DavPath path, Node node) {
      return new Line(path, node, Map.of(), 200);
    }

    public static Line missing(DavPath path) {
      return new Line(path, null, Map.of(), 404);
    }

    /** RFC 6578, section 3.6. */
    public static Line cut(DavPath path) {
      return new Line(path, null, Map.of(), 507);
    }
  }

  /** What comes back. */
  sealed interface Answer {}

  /**
   * A line for each thing.
   *
   * @param lines in order
   * @param extra behind the lines: a sync token, say
   * @param filler makes what is heavy of some lines at a time, in a transaction of its own, while
   *     the answer is being written; what is gone by then becomes a missing one
   */
  record Lines(List<Line> lines, Xml extra, UnaryOperator<List<Line>> filler) implements Answer {
    public Lines(List<Line> lines, Xml extra) {
      this(lines, extra, some -> some);
    }
  }

  /** Something that is no list. */
  record Document(String mediaType, byte[] body) implements Answer {}

  /**
   * What is asked.
   *
   * @param path relative to the branch, of the node that is asked
   * @param body the report's own element
   * @param wanted the properties it asks for, which the engine fills in unless a line has them
   * @param deep whether what lies in the node is meant too
   */
  record Question(
      Viewer viewer, DavPath path, Node node, Element body, Set<QName> wanted, boolean deep) {}

  Answer of(Question question);
}

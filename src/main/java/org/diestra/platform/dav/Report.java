package org.diestra.platform.dav;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param node null for what is not there: 404
   * @param own properties that this report alone knows, such as calendar data, already made
   */
  record Line(DavPath path, @Nullable Node node, Map<QName, Xml> own) {}

  /**
   * @param lines in order
   * @param extra behind the lines: a sync token, say
   */
  record Answer(List<Line> lines, Xml extra) {}

  /**
   * @param path relative to the branch, of the node that is asked
   * @param body the report's own element
   * @param wanted the properties it asks for, which the engine fills in unless a line has them
   */
  Answer of(Viewer viewer, DavPath path, Node node, Element body, Set<QName> wanted);
}

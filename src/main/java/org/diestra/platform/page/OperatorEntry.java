package org.diestra.platform.page;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of the operator's desk: a bean of the module that owns it. It stands among the others at
 * the head of each of them, and, where something may wait there, among the queues of the desk.
 *
 * @param href the page's path, which begins with {@code /operator}
 * @param key its words, in every language; short, for they stand in a row
 * @param icon the name of an icon of the house's set (lucide)
 * @param order smaller stands further left
 * @param waiting asked whenever the desk is looked at, in one statement
 */
public record OperatorEntry(
    String href, String key, String icon, int order, Supplier<Waiting> waiting) {
  /** A page on which nothing ever waits. */
  public OperatorEntry(String href, String key, String icon, int order) {
    this(href, key, icon, order, () -> Waiting.NOTHING);
  }

  /** Whether somebody who is at that path is on this page, or below it. */
  boolean isAt(String path) {
    return path.equals(href) || (!href.equals("/operator") && path.startsWith(href + "/"));
  }

  /**
   * What waits for an operator.
   *
   * @param count how many things
   * @param since since when the oldest of them has waited; null where there is none
   */
  public record Waiting(long count, @Nullable Instant since) {
    public static final Waiting NOTHING = new Waiting(0, null);
  }
}

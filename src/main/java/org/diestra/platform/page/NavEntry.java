package org.diestra.platform.page;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the main navigation: a bean of the module that owns the page.
 *
 * @param href the page's path
 * @param key its words, in every language
 * @param icon the name of an icon of the house's set (lucide)
 * @param order smaller stands further left
 * @param audiences who sees it; whoever is one of them
 * @param counter what counts how much waits there, or null
 * @param also paths elsewhere whose pages belong under it too
 */
public record NavEntry(
    String href,
    String key,
    String icon,
    int order,
    Set<Audience> audiences,
    @Nullable Counter counter,
    List<String> also) {
  public NavEntry {
    audiences = Set.copyOf(audiences);
    also = List.copyOf(also);
  }

  public NavEntry(String href, String key, String icon, int order, Set<Audience> audiences) {
    this(href, key, icon, order, audiences, null, List.of());
  }

  /**
   * @param countHref answers a fragment with a number, empty for none
   * @param live the name of what changes it, on the line to the page
   */
  public NavEntry counting(String countHref, String live) {
    return new NavEntry(href, key, icon, order, audiences, new Counter(countHref, live), also);
  }

  /** Pages below these paths belong under it too, unless another entry's own path is theirs. */
  public NavEntry holding(String... paths) {
    return new NavEntry(href, key, icon, order, audiences, counter, List.of(paths));
  }

  /** Whether its own path leads there. */
  boolean leadsTo(String path) {
    return below(href, path);
  }

  /** Whether that page belongs under it without its path leading there. */
  boolean holds(String path) {
    return also.stream().anyMatch(root -> below(root, path));
  }

  private static boolean below(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  /** A number beside the entry. */
  public record Counter(String href, String live) {}
}

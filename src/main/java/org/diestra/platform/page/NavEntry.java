package org.diestra.platform.page;

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
 */
public record NavEntry(
    String href,
    String key,
    String icon,
    int order,
    Set<Audience> audiences,
    @Nullable Counter counter) {
  public NavEntry {
    audiences = Set.copyOf(audiences);
  }

  public NavEntry(String href, String key, String icon, int order, Set<Audience> audiences) {
    this(href, key, icon, order, audiences, null);
  }

  /**
   * @param countHref answers a fragment with a number, empty for none
   * @param live the name of what changes it, on the line to the page
   */
  public NavEntry counting(String countHref, String live) {
    return new NavEntry(href, key, icon, order, audiences, new Counter(countHref, live));
  }

  /** A number beside the entry. */
  public record Counter(String href, String live) {}
}

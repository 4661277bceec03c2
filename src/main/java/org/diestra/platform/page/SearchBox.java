package org.diestra.platform.page;

import java.util.Set;

/**
 * The search field in the header: a bean of the module that answers {@code GET href?q=…}.
 *
 * @param href where the words go, as {@code q}
 * @param key the field's label, in every language
 * @param order the smallest one that fits the visitor is shown
 * @param audiences who gets it
 */
public record SearchBox(String href, String key, int order, Set<Audience> audiences) {
  public SearchBox {
    audiences = Set.copyOf(audiences);
  }
}

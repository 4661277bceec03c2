package org.diestra.platform.page;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in visitor, as far as the frame of a page shows them.
 *
 * @param name what the person is called
 * @param photoUrl an address of this site, with a smaller one at {@code /small}; null for initials
 * @param theme {@code light}, {@code dark} or {@code auto}; null when never chosen
 */
public record Who(
    String name,
    @Nullable String photoUrl,
    Locale locale,
    ZoneId zone,
    @Nullable String theme,
    Set<Audience> audiences) {
  public Who {
    audiences = Set.copyOf(audiences);
  }
}
